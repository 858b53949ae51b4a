/// The pinned run: kept, and held against the present one.
#pragma once

#include "ui/state/frame.h"
#include "ui/widgets/widgets.h"

#include <optional>
#include <string>

namespace lstm {

/// Pins the present run, or lets the pinned one go.
void toggle_pinned_run(View& view, const Session& session);

/// `element` as the pinned run, perhaps of another kind of cell, numbers its quantities; nothing
/// where it has no such. There is a pinned run.
[[nodiscard]] std::optional<Element> in_pinned_run(const View& view, Element element);

/// What the pinned run had for `element` at timestep `t`; nothing where there is no such number, as
/// sizes and steps may be others by now.
[[nodiscard]] std::optional<double> pinned_value(const View& view, Element element, int t);

/// "Δ +0.012": how far `element` at the selected step has moved from where the pinned run had it.
/// Empty where it has not moved, or where one of the two is not known.
[[nodiscard]] std::string moved_by(const Frame& frame, Element element);

/// Writes `moved_by`, if there is anything to write, with its anchor at `at` as draw_text has it.
/// Its region is that of the number, `id`, with "/moved" behind it.
void draw_moved_by(Frame& frame, const std::string& id, Element element, ImVec2 at, Align align);

}  // namespace lstm
