/// Setting a formula on the screen.
#pragma once

#include "maths/expression.h"
#include "ui/state/frame.h"

#include <optional>
#include <string>

namespace lstm {

/// What became of a formula on the screen.
struct SetFormula {
    float height = 0;             ///< in pixels, all its lines
    std::optional<Link> clicked;  ///< what the user clicked
};

/// Sets `expression` from `at` on, broken into lines of `width` pixels before its relations and
/// signs. What has a link lights up under the mouse, can be clicked, and is the region
/// "PREFIX/NUMBER".
SetFormula set_formula(Frame& frame, const Expression& expression, ImVec2 at, float width,
                       const std::string& prefix);

}  // namespace lstm
