/// The text of a frame as it came to be drawn, read back from Dear ImGui's triangles, whoever drew
/// it.
#pragma once

#include <imgui.h>

#include <vector>

namespace lstm {

/// One letter on the screen, in pixels.
struct Letter {
    ImWchar character;
    ImVec2 min, max;            ///< its ink
    ImVec2 clip_min, clip_max;  ///< what of the window it may touch
    float size;                 ///< of its type
    ImVec4 ink;
    ImVec4 paper;        ///< what was drawn beneath its middle, opaque
    float covered;       ///< the share of it that was painted over later, by what it stands among
    const char* window;  ///< Dear ImGui's name of the window that it is part of
    bool lies_over;      ///< that is a dialog or a tip, which may lie over the rest

    [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    /// Whether any of it can be seen.
    [[nodiscard]] bool visible() const {
        return max.x > clip_min.x && min.x < clip_max.x && max.y > clip_min.y && min.y < clip_max.y;
    }
};

/// All visible letters of the last frame, in the order of drawing.
[[nodiscard]] std::vector<Letter> drawn_text();

}  // namespace lstm
