/// Undo and redo as snapshots of the document.
#pragma once

#include "document/document.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace lstm {

using Snapshot = std::shared_ptr<const Document>;

/// The current document, those before it and those undone. Snapshots share what they have in
/// common.
class History {
public:
    /// How many steps can be undone; older ones are forgotten.
    static constexpr std::size_t depth = 10'000;

    explicit History(Document document);

    [[nodiscard]] const Snapshot& current() const { return current_; }

    /// Makes `document` the current one; what had been undone is gone. `what` names the change.
    void push(Document document, std::string what);
    /// Replaces the current document without a step of its own: a drag that goes on.
    void amend(Document document);
    /// Takes back the last step if it changed nothing in the end: a drag that returned.
    void drop_if_unchanged();

    [[nodiscard]] bool can_undo() const { return !past_.empty(); }
    [[nodiscard]] bool can_redo() const { return !future_.empty(); }
    /// The name of the change that undo would take back; empty where there is none.
    [[nodiscard]] std::string undo_name() const;
    [[nodiscard]] std::string redo_name() const;
    void undo();
    void redo();

private:
    struct Change {
        Snapshot document;  ///< on the other side of the change
        std::string what;
    };

    Snapshot current_;
    std::deque<Change> past_;
    std::vector<Change> future_;
};

}  // namespace lstm
