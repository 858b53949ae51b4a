/// Marks: values drawn so that they can be read from afar.
#pragma once

#include "ui/state/frame.h"

#include <span>
#include <string>

namespace lstm {

/// A bar for a gate's value, 0 to 1 from left to right; NaN leaves it empty.
void gate_bar(Frame& frame, ImVec2 min, ImVec2 max, ImVec4 colour, std::optional<double> value);

/// A bar for a signed value, −limit to limit, from the middle; the sign is its side and its colour.
void signed_bar(Frame& frame, ImVec2 min, ImVec2 max, std::optional<double> value, double limit);

/// A line through `points` in dashes; lengths in pixels.
void dashed_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float thickness,
                 float dash, float gap);

/// The force that holds `element` at the selected step, or nullptr.
[[nodiscard]] const Clamp* clamp_on(const Frame& frame, Element element);

/// What marks the place of something that is held: a dashed frame, and a tag that says so, its
/// lower end centred at `foot`. The tag's region is that of the number, `id`, with "/held" behind
/// it.
void held_frame(Frame& frame, ImVec2 min, ImVec2 max, ImVec4 colour);
void held_tag(Frame& frame, const std::string& id, ImVec2 foot, ImVec4 colour);

/// The value of an element at the selected step as text; "?" where it is not known yet.
[[nodiscard]] std::string shown_value(const Frame& frame, Element element);

/// "exactly 2.9476" where every intermediate is rounded and that changed the element at the
/// selected step; else empty.
[[nodiscard]] std::string exactly(const Frame& frame, Element element);

/// "c[0] = 0.5", or that `name` is not known yet.
[[nodiscard]] std::string value_in_words(const Words& words, const std::string& name,
                                         const std::optional<double>& value);

/// "forget.value[0] = 0.9974009…" for a tooltip; and where it is so, that it is held, what it would
/// be exactly or rounded, and what it was in the pinned run.
[[nodiscard]] std::string full_value(const Frame& frame, Element element);

}  // namespace lstm
