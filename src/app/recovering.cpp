/// Keeping unsaved work in the journal, and offering what an earlier run left there.
#include "app/application.h"

#include "app/naming.h"
#include "app/sentence.h"
#include "ui/words/refusals.h"

#include <exception>
#include <utility>

namespace lstm {
namespace {

/// What the document was before it was worked on, as far as that can be had.
Loaded base_of(const Work& work) {
    try {
        if (!work.file.empty()) return load_scenario(work.file);
    } catch (const std::exception&) {
        return {new_document(), "", {}};
    }
    for (const Example& example : examples())
        if (example.name == work.example) return load_example(example);
    return {new_document(), "", {}};
}

}  // namespace

void Application::keep_work_in(Journal& journal) {
    journal_ = &journal;
    orphans_ = journal.orphans();
    view_.dialogs.recoverable.clear();
    for (const OrphanedWork& orphan : orphans_)
        view_.dialogs.recoverable.push_back(
            {orphan.title, orphan.work.file, date_and_time(orphan.work.when)});
    if (!orphans_.empty()) view_.dialogs.open = Dialog::recover;
}

void Application::keep_work() {
    if (journal_ == nullptr) return;
    if (const auto trouble = journal_->trouble())
        view_.notify("Unsaved work cannot be kept for the case that the program ends: " + *trouble);
    const Snapshot now = session_.unsaved() ? session_.history().current() : nullptr;
    if (now == kept_) return;
    kept_ = now;
    if (now) {
        journal_->keep({now, file_name_, stamp_, name_});
    } else {
        journal_->clear();
    }
}

void Application::tell_unkept(const std::string& reason) {
    tell(words()("work.unkept", {{"reason", reason}}));
}

void Application::recover(std::size_t index) {
    OrphanedWork orphan = std::move(orphans_.at(index));
    try {
        Document document = orphan.document();
        start_over_with(base_of(orphan.work));
        if (const auto refusal =
                session_.apply(Replace{std::move(document), Replace::Reason::recover}))
            return tell(sentence_about(words(), *refusal));
    } catch (const std::exception& error) {
        return tell(sentence_of(error, words()));
    }
    if (!orphan.work.file.empty()) {
        file_ = orphan.work.file;
        file_name_ = orphan.work.file;
        stamp_ = orphan.work.stamp;
    }
    kept_ = session_.history().current();
    journal_->adopt(std::move(orphan));
}

void Application::forget_recoverable(std::size_t index) {
    orphans_.at(index).files.remove();
    orphans_.erase(orphans_.begin() + static_cast<std::ptrdiff_t>(index));
    view_.dialogs.recoverable.erase(view_.dialogs.recoverable.begin() +
                                    static_cast<std::ptrdiff_t>(index));
    if (orphans_.empty()) view_.dialogs.open = Dialog::closed;
}

std::string Application::proposed_name() const {
    if (file_) return file_->filename().string();
    return name_.empty() ? file_name_for(session_.document().title) : name_ + ".json";
}

}  // namespace lstm
