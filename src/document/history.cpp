/// Moving snapshots between past and future.
#include "document/history.h"

#include "document/sequences.h"

#include "platform/memory.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lstm {
namespace {

double bytes_of(const Step& step) {
    return static_cast<double>(sizeof(Step) + step.label.size()) +
           sizeof(double) * static_cast<double>(step.x.size() + step.target.size());
}

using Steps = Shared<std::vector<Shared<Step>>>;

double bytes_apart(const Steps& steps, const Steps& others) {
    if (steps.shares_with(others)) return 0;
    double bytes = 0;
    for (std::size_t t = 0; t < steps->size(); ++t) {
        bytes += sizeof(*steps)[t];
        if (t >= others->size() || !(*steps)[t].shares_with((*others)[t]))
            bytes += bytes_of(*(*steps)[t]);
    }
    return bytes;
}

/// What `document` holds of its large parts that `other` does not share.
double bytes_apart(const Document& document, const Document& other) {
    double bytes = 0;
    const auto& parameters = document.network.parameters;
    const auto& others = other.network.parameters;
    for (std::size_t p = 0; p < parameters.size(); ++p)
        if (p >= others.size() || !parameters[p].shares_with(others[p]))
            bytes += sizeof(double) * static_cast<double>(parameters[p]->size());
    const int count = sequence_count(document), others_count = sequence_count(other);
    for (int n = 0; n < count; ++n)
        bytes += bytes_apart(sequence_at(document, n).steps,
                             n < others_count ? sequence_at(other, n).steps : Steps());
    return bytes;
}

}  // namespace

History::History(Document document)
    : current_(std::make_shared<const Document>(std::move(document))) {}

History::Ready History::ready(Document document, EditSummary what) const {
    Ready ready;
    const double bytes = bytes_apart(*current_, document);
    ready.change_.push_back(
        {std::make_shared<const Document>(std::move(document)), std::move(what), bytes});
    constexpr double always = 1e8;  // bytes that are never too many
    ready.most_ = held_ + bytes < always ? always : std::max(always, free_memory() / 4);
    return ready;
}

void History::push(Ready step) noexcept {
    held_ += step.change_.front().bytes;
    std::swap(step.change_.front().document, current_);
    past_.splice(past_.end(), step.change_);
    future_.clear();
    while (past_.size() > depth || (held_ > step.most_ && past_.size() > 1)) {
        held_ -= past_.front().bytes;
        past_.pop_front();
    }
}

void History::amend(Ready step) noexcept {
    std::swap(step.change_.front().document, current_);
}

void History::drop_if_unchanged() {
    if (past_.empty() || *past_.back().document != *current_) return;
    current_ = past_.back().document;
    held_ -= past_.back().bytes;
    past_.pop_back();
}

const EditSummary* History::undo_summary() const {
    return past_.empty() ? nullptr : &past_.back().what;
}

const EditSummary* History::redo_summary() const {
    return future_.empty() ? nullptr : &future_.back().what;
}

void History::undo() noexcept {
    if (past_.empty()) return;
    held_ -= past_.back().bytes;
    std::swap(past_.back().document, current_);
    future_.splice(future_.end(), past_, std::prev(past_.end()));
}

void History::redo() noexcept {
    if (future_.empty()) return;
    held_ += future_.back().bytes;
    std::swap(future_.back().document, current_);
    past_.splice(past_.end(), future_, std::prev(future_.end()));
}

}  // namespace lstm
