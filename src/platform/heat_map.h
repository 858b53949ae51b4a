/// What whoever shows a matrix asks of the graphics: a picture of it.
#pragma once

#include <cstdint>

namespace lstm {

/// A colour, 0 to 1 each, and how opaque it is.
struct Rgba {
    float red = 0, green = 0, blue = 0, alpha = 0;

    friend bool operator==(const Rgba&, const Rgba&) = default;
};

/// A matrix to be drawn as coloured cells.
struct HeatMap {
    std::uint64_t key;       ///< names the place on the screen; its texture is reused
    std::uint64_t revision;  ///< the values are the same as long as this is
    const float* values;     ///< row by row, first row on top; NaN and ±∞ are marked as such
    int rows;
    int columns;
    /// Colour of −limit, 0, +limit and of what is not finite; between them a straight blend.
    float limit;
    Rgba negative, zero, positive, not_finite;
};

/// Draws heat maps; a `Renderer` has one that uses a shader, tests have one that draws nothing.
class HeatMapPainter {
public:
    HeatMapPainter() = default;
    HeatMapPainter(const HeatMapPainter&) = delete;
    HeatMapPainter& operator=(const HeatMapPainter&) = delete;
    virtual ~HeatMapPainter() = default;

    /// A texture of `width` × `height` pixels, valid for this frame: the number by which Dear ImGui
    /// draws it.
    virtual std::uintptr_t paint(const HeatMap& map, int width, int height) = 0;
};

}  // namespace lstm
