/// Finding room for a window on the screens that there are.
#include "platform/window_place.h"

#include <algorithm>

namespace lstm {
namespace {

/// How much of `a` lies on `b`. Places may be anything: they come from a file.
double shared(const ScreenArea& a, const ScreenArea& b) {
    const auto overlap = [](double from, double length, double other_from, double other_length) {
        return std::max(
            std::min(from + length, other_from + other_length) - std::max(from, other_from), 0.0);
    };
    return overlap(a.x, a.width, b.x, b.width) * overlap(a.y, a.height, b.y, b.height);
}

}  // namespace

std::optional<ScreenArea> fitted_on(const std::vector<ScreenArea>& screens, ScreenArea wanted) {
    const auto most = std::ranges::max_element(
        screens, {}, [&](const ScreenArea& screen) { return shared(wanted, screen); });
    if (most == screens.end() || shared(wanted, *most) == 0) return {};
    ScreenArea area;
    area.width = std::min(wanted.width, most->width);
    area.height = std::min(wanted.height, most->height);
    area.x = std::clamp(wanted.x, most->x, most->x + most->width - area.width);
    area.y = std::clamp(wanted.y, most->y, most->y + most->height - area.height);
    return area;
}

}  // namespace lstm
