/// Marks: values drawn so that they can be read from afar.
#pragma once

#include "panels/frame.h"

#include <string>

namespace lstm {

/// A bar for a gate's value, 0 to 1 from left to right; NaN leaves it empty.
void gate_bar(Frame& frame, ImVec2 min, ImVec2 max, ImVec4 colour, std::optional<double> value);

/// A bar for a signed value, −limit to limit, from the middle; the sign is its side and its colour.
void signed_bar(Frame& frame, ImVec2 min, ImVec2 max, std::optional<double> value, double limit);

/// The value of an element at the selected step as text; "?" where it is not known yet.
[[nodiscard]] std::string shown_value(const Frame& frame, Element element);

/// "forget.value[0] = 0.9974009…" for a tooltip.
[[nodiscard]] std::string full_value(const Frame& frame, Element element);

/// Whether `quantity` is the value of a gate, and so lies between 0 and 1.
[[nodiscard]] bool is_gate_share(const Cell& cell, QuantityId quantity);

}  // namespace lstm
