/// How colours look to different eyes, and how different they are: instruments for the tests of
/// themes.
#pragma once

#include <imgui.h>

namespace lstm {

/// Kinds of eyes. A protanope lacks the cones for long waves (red), a deuteranope those for middle
/// ones.
enum class Eye { usual, protanope, deuteranope };
[[nodiscard]] const char* name_of(Eye eye);

/// What `eye` makes of a colour of the screen (sRGB), after F. Viénot, H. Brettel, J. D. Mollon
/// 1999, "Digital video colourmaps for checking the legibility of displays by dichromats".
[[nodiscard]] ImVec4 seen_by(Eye eye, const ImVec4& colour);

/// CIE L*a*b*, for the white D65.
struct Lab {
    double L, a, b;
};
[[nodiscard]] Lab lab_of(const ImVec4& colour);

/// The difference of two colours: CIE 142-2001, with all weights 1.
[[nodiscard]] double ciede2000(const Lab& first, const Lab& second);

/// The same for colours of the screen, as `eye` sees them.
[[nodiscard]] double difference(const ImVec4& a, const ImVec4& b, Eye eye);

}  // namespace lstm
