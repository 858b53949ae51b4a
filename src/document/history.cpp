/// Moving snapshots between past and future.
#include "document/history.h"

#include <utility>

namespace lstm {

History::History(Document document)
    : current_(std::make_shared<const Document>(std::move(document))) {}

void History::push(Document document, std::string what) {
    past_.push_back({current_, std::move(what)});
    if (past_.size() > depth) past_.pop_front();
    future_.clear();
    amend(std::move(document));
}

void History::amend(Document document) {
    current_ = std::make_shared<const Document>(std::move(document));
}

void History::drop_if_unchanged() {
    if (past_.empty() || *past_.back().document != *current_) return;
    current_ = past_.back().document;
    past_.pop_back();
}

std::string History::undo_name() const {
    return past_.empty() ? "" : past_.back().what;
}

std::string History::redo_name() const {
    return future_.empty() ? "" : future_.back().what;
}

void History::undo() {
    if (past_.empty()) return;
    Change change = std::move(past_.back());
    past_.pop_back();
    future_.push_back({std::exchange(current_, change.document), std::move(change.what)});
}

void History::redo() {
    if (future_.empty()) return;
    Change change = std::move(future_.back());
    future_.pop_back();
    past_.push_back({std::exchange(current_, change.document), std::move(change.what)});
}

}  // namespace lstm
