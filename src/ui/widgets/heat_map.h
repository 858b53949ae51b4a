/// What a panel asks of whoever can draw heat maps: a picture of a matrix.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace lstm {

/// A matrix to be drawn as coloured cells.
struct HeatMap {
    std::uint64_t key;       ///< names the place on the screen; its texture is reused
    std::uint64_t revision;  ///< the values are the same as long as this is
    const float* values;     ///< row by row, first row on top; NaN and ±∞ are marked as such
    int rows;
    int columns;
    /// Colour of −limit, 0, +limit and of what is not finite; between them a straight blend.
    float limit;
    ImVec4 negative, zero, positive, not_finite;
};

/// Draws heat maps; the app gives one that uses a shader, tests one that draws nothing.
class HeatMapPainter {
public:
    HeatMapPainter() = default;
    HeatMapPainter(const HeatMapPainter&) = delete;
    HeatMapPainter& operator=(const HeatMapPainter&) = delete;
    virtual ~HeatMapPainter() = default;

    /// A texture of `width` × `height` pixels, valid for this frame.
    virtual ImTextureID paint(const HeatMap& map, int width, int height) = 0;
};

}  // namespace lstm
