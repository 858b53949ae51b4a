/// Undo and redo as snapshots of the document.
#pragma once

#include "document/edit.h"

#include <list>
#include <memory>

namespace lstm {

using Snapshot = std::shared_ptr<const Document>;

/// The current document, those before it and those undone. Snapshots share what they have in
/// common.
class History {
    struct Change {
        Snapshot document;  ///< on the other side of the change
        EditSummary what;
        double bytes = 0;  ///< that this side holds and the other does not
    };

public:
    /// How many steps can be undone; older ones are forgotten.
    static constexpr std::size_t depth = 10'000;

    explicit History(Document document);

    [[nodiscard]] const Snapshot& current() const { return current_; }

    /// A step to `document` that is ready to be taken, so that taking it cannot fail; `what` says
    /// which.
    class Ready {
    public:
        [[nodiscard]] const Document& document() const { return *change_.front().document; }

    private:
        friend class History;
        std::list<Change> change_;
        double most_ = 0;  ///< bytes that old documents may hold once it is taken
    };
    [[nodiscard]] Ready ready(Document document, EditSummary what) const;
    /// Takes it: its document is the current one, and what had been undone is gone. Where old
    /// documents hold more than a quarter of the memory that is free, the oldest are forgotten.
    void push(Ready step) noexcept;
    /// Replaces the current document without a step of its own: a drag that goes on.
    void amend(Ready step) noexcept;
    /// Takes back the last step if it changed nothing in the end: a drag that returned.
    void drop_if_unchanged();

    [[nodiscard]] bool can_undo() const { return !past_.empty(); }
    [[nodiscard]] bool can_redo() const { return !future_.empty(); }
    /// The change that undo would take back, or redo do again; nullptr where there is none.
    [[nodiscard]] const EditSummary* undo_summary() const;
    [[nodiscard]] const EditSummary* redo_summary() const;
    /// The document that undo or redo would make the current one, where it can.
    [[nodiscard]] const Snapshot& before() const { return past_.back().document; }
    [[nodiscard]] const Snapshot& after() const { return future_.back().document; }
    void undo() noexcept;
    void redo() noexcept;

private:
    Snapshot current_;
    std::list<Change> past_;
    std::list<Change> future_;  ///< the next one last
    double held_ = 0;           ///< bytes that the past holds and the current document does not
};

}  // namespace lstm
