/// Square by square.
#include "compare_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace lstm {
namespace {

int difference_at(const Picture& a, const Picture& b, int x, int y) {
    const auto one = a.pixel(x, y);
    const auto other = b.pixel(x, y);
    int sum = 0;
    for (std::size_t channel = 0; channel < one.size(); ++channel)
        sum += std::abs(one[channel] - other[channel]);
    return sum;
}

/// What differs in red, the rest pale.
Picture marked(const Picture& expected, const Picture& seen) {
    constexpr int visible = 24;  // of 3 × 255
    Picture picture = seen;
    for (int y = 0; y < seen.height; ++y) {
        for (int x = 0; x < seen.width; ++x) {
            const std::size_t at = 3 * (static_cast<std::size_t>(y) * seen.width + x);
            const bool differs = difference_at(expected, seen, x, y) > visible;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const auto pale = static_cast<std::uint8_t>(170 + seen.rgb[at + channel] / 3);
                picture.rgb[at + channel] = !differs ? pale : channel == 0 ? 220 : 0;
            }
        }
    }
    return picture;
}

}  // namespace

PictureComparison compare(const Picture& expected, const Picture& seen, const Likeness& likeness) {
    if (expected.width != seen.width || expected.height != seen.height)
        return {false,
                fmt::format("expected {} × {} pixels, found {} × {}", expected.width,
                            expected.height, seen.width, seen.height),
                seen};
    double worst = 0;
    int worst_x = 0;
    int worst_y = 0;
    for (int top = 0; top < seen.height; top += likeness.side) {
        for (int left = 0; left < seen.width; left += likeness.side) {
            const int right = std::min(left + likeness.side, seen.width);
            const int bottom = std::min(top + likeness.side, seen.height);
            long sum = 0;
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x) sum += difference_at(expected, seen, x, y);
            const double average =
                static_cast<double>(sum) / (3.0 * (right - left) * (bottom - top));
            if (average <= worst) continue;
            worst = average;
            worst_x = left;
            worst_y = top;
        }
    }
    return {
        worst <= likeness.most,
        fmt::format("they differ most at {}, {}: by {:.1f} of 255 on average over {} × {} pixels",
                    worst_x, worst_y, worst, likeness.side, likeness.side),
        marked(expected, seen)};
}

}  // namespace lstm
