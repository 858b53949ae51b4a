/// Pictures on buttons.
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <array>

namespace lstm {

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    const float r = size / 2;
    const auto at = [&](float x, float y) { return ImVec2(centre.x + x * r, centre.y + y * r); };
    const float line = std::max(1.0F, size * 0.14F);
    const auto bar = [&](float x) {
        list.AddRectFilled(at(x - 0.14F, -0.8F), at(x + 0.14F, 0.8F), colour);
    };
    // Steps are open angles, so that the filled triangle means play and nothing else.
    const auto angle = [&](float x, float way) {
        const std::array points{at(x - 0.4F * way, -0.75F), at(x + 0.4F * way, 0),
                                at(x - 0.4F * way, 0.75F)};
        list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None,
                         1.4F * line);
    };
    // Its body, and above it the shackle, moved to the side where it is open.
    const auto padlock = [&](float open) {
        constexpr float pi = 3.14159265F;
        list.AddRectFilled(at(-0.75F, -0.1F), at(0.75F, 1), colour, r * 0.2F);
        list.PathLineTo(at(-0.48F + open, -0.1F));
        list.PathArcTo(at(open, -0.45F), 0.48F * r, -pi, 0);
        if (open == 0) list.PathLineTo(at(0.48F, -0.1F));
        list.PathStroke(colour, ImDrawFlags_None, line);
    };
    switch (icon) {
        case Icon::first: bar(-0.75F), angle(0.3F, -1); break;
        case Icon::previous: angle(0, -1); break;
        case Icon::play:
            list.AddTriangleFilled(at(-0.65F, -1), at(0.95F, 0), at(-0.65F, 1), colour);
            break;
        case Icon::pause: bar(-0.4F), bar(0.4F); break;
        case Icon::next: angle(0, 1); break;
        case Icon::last: angle(-0.3F, 1), bar(0.75F); break;
        case Icon::plus:
        case Icon::add: list.AddLine(at(0, -0.75F), at(0, 0.75F), colour, line); [[fallthrough]];
        case Icon::minus: list.AddLine(at(-0.75F, 0), at(0.75F, 0), colour, line); break;
        case Icon::up:
            list.AddTriangleFilled(at(-0.7F, 0.45F), at(0, -0.55F), at(0.7F, 0.45F), colour);
            break;
        case Icon::down:
            list.AddTriangleFilled(at(-0.7F, -0.45F), at(0.7F, -0.45F), at(0, 0.55F), colour);
            break;
        case Icon::copy:
            list.AddRect(at(-0.75F, -0.75F), at(0.3F, 0.3F), colour, 0, 0, line);
            list.AddRect(at(-0.3F, -0.3F), at(0.75F, 0.75F), colour, 0, 0, line);
            break;
        case Icon::bin:
            list.AddLine(at(-0.65F, -0.65F), at(0.65F, 0.65F), colour, line);
            list.AddLine(at(-0.65F, 0.65F), at(0.65F, -0.65F), colour, line);
            break;
        case Icon::locked: padlock(0); break;
        case Icon::unlocked: padlock(0.75F); break;
    }
}

}  // namespace lstm
