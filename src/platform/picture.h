/// Pixels in memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lstm {

/// An opaque picture, 8 bits a channel.
struct Picture {
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    /// Red, green, blue of each pixel, row by row, the top row first: 3 × width × height bytes.
    std::vector<std::uint8_t> rgb;

    /// The pixel `x` from the left and `y` from the top.
    [[nodiscard]] std::array<std::uint8_t, 3> pixel(int x, int y) const {
        const std::size_t at = 3 * (static_cast<std::size_t>(y) * width + x);
        return {rgb[at], rgb[at + 1], rgb[at + 2]};
    }

    friend bool operator==(const Picture&, const Picture&) = default;
};

}  // namespace lstm
