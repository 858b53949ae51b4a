/// Following a document with another kind of cell.
#include "ui/comparison/comparison_run.h"

#include <stdexcept>
#include <utility>

namespace lstm {

const ComparisonRun* ComparisonCache::follow(const Session& session, const std::string& kind) {
    if (kind.empty()) {
        // One session for good, whose revisions only grow: heat maps are kept by them.
        if (std::exchange(followed_, nullptr) != nullptr && run_)
            run_->session.apply(Replace{new_document()}, 1);
        return nullptr;
    }
    const Snapshot& now = session.history().current();
    if (followed_ != now || kind_ != kind) {
        followed_ = now;
        kind_ = kind;
        Document document = edited(*now, SetCell{kind});
        document.expectations = {};
        try {
            if (!run_) {
                run_.emplace(ComparisonRun{Session(std::move(document)), {}});
                fits_ = true;
            } else {  // one gesture: nothing is kept to go back to
                fits_ = !run_->session.apply(Replace{std::move(document)}, 1);
            }
        } catch (const NotEnoughMemory&) {
            fits_ = false;
        }
        if (fits_) run_->scales = scales_of(run_->session.trace());
    }
    return fits_ ? &*run_ : nullptr;
}

}  // namespace lstm
