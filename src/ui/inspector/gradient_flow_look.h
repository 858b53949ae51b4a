/// How the curves of the gradient flow are drawn, so that every kind of eye tells them apart.
#pragma once

#include "ui/look/theme.h"

namespace lstm {

/// A colour of the theme's and a kind of line.
struct CurveLook {
    ImVec4 Palette::*ink;
    float weight;    ///< at scale 1
    float dash = 0;  ///< at scale 1; 0: solid
    float gap = 0;
};

namespace gradient_flow_look {

inline constexpr CurveLook cell_state{&Palette::memory, 2.6F};
inline constexpr CurveLook hidden_state{&Palette::hidden_state, 2, 10, 3};
inline constexpr CurveLook forget_product{&Palette::forget, 1.8F, 5, 4};
inline constexpr CurveLook plain_rnn{&Palette::negative, 2.2F, 2, 3};

}  // namespace gradient_flow_look

}  // namespace lstm
