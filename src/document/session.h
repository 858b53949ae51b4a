/// A session: one open document, its history, and the results computed from it.
#pragma once

#include "document/document.h"
#include "document/edit.h"
#include "document/gradient_flow.h"
#include "document/gradients_of.h"
#include "document/history.h"
#include "document/lazy.h"
#include "document/memory.h"
#include "document/results.h"
#include "model/engine/gradients.h"

#include <array>
#include <cstdint>
#include <optional>
#include <variant>

namespace lstm {

/// Names one continuous action of the user, such as a drag; its edits are one undo. 0: no gesture.
using Gesture = std::uint32_t;

/// Why nothing was changed: a rule, or a lack of memory.
using Refusal = std::variant<Violation, NotEnoughMemory>;

/// Panels read it; only the app changes it, between frames.
class Session {
public:
    /// Throws as `Results` does.
    explicit Session(Document document);

    [[nodiscard]] const Document& document() const { return *history_.current(); }
    /// The document as it was opened or last saved, with the sequence shown that is shown of
    /// `document()`, if it had it.
    [[nodiscard]] const Document& original() const { return *original_; }
    [[nodiscard]] const Trace& trace() const { return results_->trace(); }
    /// One for each of the document's expectations.
    [[nodiscard]] const std::vector<Verdict>& verdicts() const { return results_->verdicts(); }
    /// All of it. A copy costs nothing and stays as it is, whatever becomes of the document.
    [[nodiscard]] const Shared<Results>& results() const { return results_; }
    /// What the results would be with another rounding (nothing: exact). Computed when it is asked
    /// for, and kept until something else is. Throws NotEnoughMemory as `Results` does.
    [[nodiscard]] const Results& results_rounded_to(const std::optional<Rounding>& rounding) const;
    /// The gradients of its loss, and their flow (nothing where it would take long).
    /// Computed when they are asked for, and kept until something changes.
    [[nodiscard]] const Gradients& gradients() const;
    /// The largest size of dL by a state, of all steps; 1 where all are 0.
    [[nodiscard]] double gradient_scale() const;
    [[nodiscard]] const std::optional<GradientFlow>& gradient_flow() const;
    [[nodiscard]] const History& history() const { return history_; }
    /// Whether any step has a target, and the loss of all steps. Found when they are asked for, and
    /// kept until something changes.
    [[nodiscard]] bool has_targets() const;
    [[nodiscard]] double loss() const;
    /// Grows with every change of the document, and is never that of another session: what is
    /// derived from the document can be kept until then.
    [[nodiscard]] std::uint64_t revision() const { return changes_.front().revision; }
    /// The first timestep that may have another trace than at `revision`, T + 1 where none has; 0,
    /// which is everything, where it is not known any more or was never one of this session.
    [[nodiscard]] int first_changed_since(std::uint64_t revision) const;
    /// Whether the document differs from the original.
    [[nodiscard]] bool unsaved() const;
    /// Whether anything is computed from it that is not computed from the original.
    [[nodiscard]] bool computes_otherwise() const;

    /// Applies `edit`. Edits of the same gesture, without another in between, are one undo. Returns
    /// why, where the edit was refused, or memory does not hold what comes of it; the document, its
    /// results and the history are then as they were.
    std::optional<Refusal> apply(const Edit& edit, Gesture gesture = 0);
    /// The user let go: the next edit starts a step of its own.
    void end_gesture();
    /// Whether a gesture goes on.
    [[nodiscard]] bool in_gesture() const { return gesture_ != 0; }

    /// Shows sequence `n` of the document. That is no step of the history: the document stays the
    /// same. Returns why, where memory does not hold its results, and nothing has changed.
    std::optional<Refusal> show_sequence(int n);

    /// Return why, where memory does not hold what comes of it, and nothing has changed.
    std::optional<Refusal> undo();
    std::optional<Refusal> redo();
    /// The document is in a file now.
    void mark_saved();

private:
    /// The results of `after` instead of those of the current document. Throws as they do. Returns
    /// the first timestep that may have another trace; 0 where the initial states may, too.
    int compute(const Document& after);
    /// What was derived from the document is out of date; `first` as `compute` gives it.
    void move_on(int first);
    void show_original();

    History history_;
    Snapshot original_;
    Shared<Results> results_;
    /// The document as it was when it was last asked for with another rounding, and the results
    /// then.
    struct Otherwise {
        Snapshot asked;  ///< with the document's own rounding
        Document document;
        Results results;
    };
    mutable std::optional<Otherwise> otherwise_;
    /// What follows from the document and its results.
    struct Derived {
        Lazy<Gradients> gradients;
        Lazy<double> gradient_scale;
        Lazy<std::optional<GradientFlow>> gradient_flow;
        Lazy<bool> has_targets;
        Lazy<double> loss;
    };
    Derived derived_;
    mutable GradientsOf gradients_of_;
    /// What follows from the document and the original.
    struct Compared {
        Lazy<bool> unsaved;
        Lazy<bool> computes_otherwise;
    };
    Compared compared_;
    Gesture gesture_ = 0;
    /// A revision, and the first timestep that has another trace than in the one before.
    struct Change {
        std::uint64_t revision;
        int first;
    };
    std::array<Change, 64> changes_{};  ///< the last few, the latest first; 0: none
};

}  // namespace lstm
