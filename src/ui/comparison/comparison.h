/// Two kinds of cell on the same sequence: which, how they are drawn alike, and what they say.
#pragma once

#include "ui/state/frame.h"

#include <optional>
#include <string>

namespace lstm {

/// The kind of cell that stands beside `cell`: the chosen one, or where none was (or it is that of
/// `cell` itself) a plain RNN, beside a plain RNN an LSTM. Empty where only one cell is shown.
[[nodiscard]] std::string comparison_kind(const View& view, const Cell& cell);

/// `element` of a cell `from` as `cell` numbers its quantities; nothing where it has no such.
[[nodiscard]] std::optional<Element> named_in(const Cell& cell, const Cell& from, Element element);

/// The frames of both runs, while this lives. They share scales that have room for both, so that
/// equal lengths and colours are equal numbers. What the second one's panels change of the view is
/// lost, but for what the mouse is over: it lights up in both.
class ComparisonFrames {
public:
    /// `frame.comparison` exists.
    explicit ComparisonFrames(Frame& frame);
    ComparisonFrames(const ComparisonFrames&) = delete;
    ComparisonFrames& operator=(const ComparisonFrames&) = delete;
    ~ComparisonFrames();

    [[nodiscard]] Frame& own() { return own_; }
    [[nodiscard]] Frame& other() { return other_; }

private:
    Scales scales_;
    View view_;
    Frame own_, other_;
};

/// What the two say after the last whole step, and how much of the first step's note is left in
/// either: "After step 12, h of LSTM is 0.761, of plain RNN 0.120. …" `frame.comparison` exists.
[[nodiscard]] std::string compared(const Frame& frame);

/// "loss 0.0123", of all steps; empty where no step has a target.
[[nodiscard]] std::string loss_in_words(const Frame& frame);

}  // namespace lstm
