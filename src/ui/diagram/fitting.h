/// Numbers in little room: with fewer digits, or only as a sign of their size.
#pragma once

#include <imgui.h>

#include <string>

namespace lstm {

/// `value` with at most `decimals` digits behind the point, as many as fit into `room` pixels;
/// "≈0", "≪0" or "≫0" where not even a whole number does.
[[nodiscard]] std::string fitting_value(ImFont* font, double value, int decimals, float room);

/// The same of a gradient, whose size counts: "−.02" where "−0.02" does not fit, "4e−7" where a
/// digit behind the point would say nothing. Either sign has the same room, so that of two numbers
/// none is shortened because it is negative.
[[nodiscard]] std::string fitting_gradient(ImFont* font, double value, int decimals, float room);

}  // namespace lstm
