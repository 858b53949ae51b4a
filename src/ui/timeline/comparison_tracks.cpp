/// Two lists of lanes made into one.
#include "ui/timeline/comparison_tracks.h"

#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// In less than this, at scale 1, lanes are left out; names of derivatives are longer.
constexpr float least_height = 31, least_gradient_height = 38;

/// A lane and whose it is.
struct Placed {
    Track lane;
    bool own;
};

/// How soon a lane is left out: 0 never, 1 after those of 2.
int spare(const Frame& frame, const Track& lane) {
    if (lane.name == "delta") return 2;
    if (lane.name == "gates" || lane.loss) return 1;
    for (const Gate& gate : frame.cell().gates) {
        if (lane.name == gate.name) return 2;
        const QuantityId value = gate.value;
        const bool state = std::any_of(frame.cell().states.begin(), frame.cell().states.end(),
                                       [&](const State& s) { return s.now == value; });
        if (!state && !lane.gradient && lane.name == frame.cell().quantities[value].name)
            return frame.cell().is_share(value) ? 1 : 2;
    }
    return 0;
}

/// The order of both lists is kept; what goes by one name stands together.
std::vector<Placed> merged(std::vector<Track> own, std::vector<Track> other,
                           const std::string& input) {
    std::vector<Placed> lanes;
    auto next = other.begin();
    const auto put = [&](Track lane) { lanes.push_back({std::move(lane), false}); };
    for (Track& lane : own) {
        const auto same = std::find_if(next, other.end(),
                                       [&](const Track& one) { return one.name == lane.name; });
        if (same == other.end()) {
            lanes.push_back({std::move(lane), true});
            continue;
        }
        for (; next != same; ++next) put(std::move(*next));
        Track second = std::move(*next++);
        lane.least = second.least = std::min(lane.least, second.least);
        lane.most = second.most = std::max(lane.most, second.most);
        const bool shared = lane.name == input;
        lanes.push_back({std::move(lane), true});
        if (!shared) put(std::move(second));
    }
    for (; next != other.end(); ++next) put(std::move(*next));
    return lanes;
}

}  // namespace

ComparisonTracks lay_out_both(ComparisonFrames& both, const PanelArea& area) {
    const Cell& cell = both.own().cell();
    std::vector<Placed> lanes =
        merged(lay_out_lanes(both.own(), area), lay_out_lanes(both.other(), area),
               cell.quantities[cell.input].name);
    const float gap = both.own().px(3);
    const auto height = [&] {
        return (area.height() + gap) / static_cast<float>(lanes.size()) - gap;
    };
    const float least =
        both.own().px(shows_gradients(both.own()) ? least_gradient_height : least_height);
    for (const int sparing : {2, 1}) {
        if (height() >= least) break;
        std::erase_if(lanes, [&](const Placed& placed) {
            return spare(placed.own ? both.own() : both.other(), placed.lane) == sparing;
        });
    }
    ComparisonTracks result;
    float top = area.min.y;
    for (Placed& placed : lanes) {
        placed.lane.area = {{area.min.x, top}, {area.max.x, top + std::max(height(), 1.0F)}};
        top += height() + gap;
        (placed.own ? result.own : result.other).push_back(std::move(placed.lane));
    }
    return result;
}

float whose_width(const Frame& frame) {
    ImFont* font = frame.theme.fonts.small;
    const float wide =
        std::max(text_size(font, frame.cell().short_title).x,
                 text_size(font, frame.comparison->session.document().cell().short_title).x);
    return std::min(wide, frame.px(108));
}

void draw_lanes_of(Frame& frame, const std::vector<Track>& lanes, const TimeAxis& axis,
                   float left) {
    ImFont* font = frame.theme.fonts.small;
    ImGui::PushID(frame.prefix.c_str());
    for (const Track& lane : lanes) {
        draw_lane(frame, lane, axis);
        if (lane.name == frame.cell().quantities[frame.cell().input].name) continue;
        const float middle = (lane.area.min.y + lane.area.max.y) / 2;
        const ImVec2 size = text_size(font, frame.whose);
        draw_text(*ImGui::GetWindowDrawList(), font, {left, middle}, frame.theme->ink,
                  elided(font, frame.whose, frame.px(108)));
        frame.regions.add(frame.prefix + "timeline/" + lane.name + "/whose",
                          {left, middle - size.y / 2}, {left + size.x, middle + size.y / 2},
                          frame.whose);
    }
    ImGui::PopID();
}

std::string said_by_other(const Frame& frame, const Frame& other, const Track& lane,
                          Element element, int t) {
    std::optional<Element> there = element;
    if (!lane.loss) there = named_in(other.cell(), frame.cell(), element);
    if (!there || there->quantity == other.cell().input) return "";
    const std::optional<double> value = lane_value(other, lane, *there, t);
    return value ? ", " + other.whose + " " + format_exact(*value) : "";
}

}  // namespace lstm
