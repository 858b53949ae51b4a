/// What all dialogs share.
#pragma once

#include "ui/state/frame.h"

#include <optional>

namespace lstm {

/// The width of a dialog's contents: `most` pixels at scale 1, less where the window is narrower.
[[nodiscard]] float dialog_width(const Frame& frame, float most);

/// The number that `subject` is about; nothing where it is not to be seen yet.
[[nodiscard]] std::optional<double> number_now(Frame& frame, const Expectation& subject);

/// What is expected in row `n` is expected no more.
void expect_no_more(Frame& frame, int n);

}  // namespace lstm
