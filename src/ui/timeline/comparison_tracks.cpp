/// Two lists of tracks made into one.
#include "ui/timeline/comparison_tracks.h"

#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// In less than this, at scale 1, tracks are left out; names of derivatives are longer.
constexpr float least_height = 31, least_gradient_height = 38;

/// A track and whose it is.
struct Placed {
    Track track;
    bool own;
};

/// How soon a track is left out: 0 never, 1 after those of 2.
int spare(const Frame& frame, const Track& track) {
    if (track.name == "delta") return 2;
    if (track.name == "gates" || track.loss) return 1;
    for (const Gate& gate : frame.cell().gates) {
        if (track.name == gate.name) return 2;
        const QuantityId value = gate.value;
        const bool state = std::any_of(frame.cell().states.begin(), frame.cell().states.end(),
                                       [&](const State& s) { return s.now == value; });
        if (!state && !track.gradient && track.name == frame.cell().quantities[value].name)
            return frame.cell().is_share(value) ? 1 : 2;
    }
    return 0;
}

/// The order of both lists is kept; what goes by one name stands together.
std::vector<Placed> merged(std::vector<Track> own, std::vector<Track> other,
                           const std::string& input) {
    std::vector<Placed> tracks;
    auto next = other.begin();
    const auto put = [&](Track track) { tracks.push_back({std::move(track), false}); };
    for (Track& track : own) {
        const auto same = std::find_if(next, other.end(),
                                       [&](const Track& one) { return one.name == track.name; });
        if (same == other.end()) {
            tracks.push_back({std::move(track), true});
            continue;
        }
        for (; next != same; ++next) put(std::move(*next));
        Track second = std::move(*next++);
        track.least = second.least = std::min(track.least, second.least);
        track.most = second.most = std::max(track.most, second.most);
        const bool shared = track.name == input;
        tracks.push_back({std::move(track), true});
        if (!shared) put(std::move(second));
    }
    for (; next != other.end(); ++next) put(std::move(*next));
    return tracks;
}

}  // namespace

ComparisonTracks lay_out_both(ComparisonFrames& both, const PanelArea& area) {
    const Cell& cell = both.own().cell();
    std::vector<Placed> tracks =
        merged(lay_out_tracks(both.own(), area), lay_out_tracks(both.other(), area),
               cell.quantities[cell.input].name);
    const float gap = both.own().px(3);
    const auto height = [&] {
        return (area.height() + gap) / static_cast<float>(tracks.size()) - gap;
    };
    const float least =
        both.own().px(shows_gradients(both.own()) ? least_gradient_height : least_height);
    for (const int sparing : {2, 1}) {
        if (height() >= least) break;
        std::erase_if(tracks, [&](const Placed& placed) {
            return spare(placed.own ? both.own() : both.other(), placed.track) == sparing;
        });
    }
    ComparisonTracks result;
    float top = area.min.y;
    for (Placed& placed : tracks) {
        placed.track.area = {{area.min.x, top}, {area.max.x, top + std::max(height(), 1.0F)}};
        top += height() + gap;
        (placed.own ? result.own : result.other).push_back(std::move(placed.track));
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

void draw_tracks_of(Frame& frame, const std::vector<Track>& tracks, const TimeAxis& axis,
                    float left) {
    ImFont* font = frame.theme.fonts.small;
    ImGui::PushID(frame.prefix.c_str());
    for (const Track& track : tracks) {
        draw_track(frame, track, axis);
        if (track.name == frame.cell().quantities[frame.cell().input].name) continue;
        const float middle = (track.area.min.y + track.area.max.y) / 2;
        const ImVec2 size = text_size(font, frame.whose);
        draw_text(*ImGui::GetWindowDrawList(), font, {left, middle}, frame.theme->ink,
                  elided(font, frame.whose, frame.px(108)));
        frame.regions.add(frame.prefix + "timeline/" + track.name + "/whose",
                          {left, middle - size.y / 2}, {left + size.x, middle + size.y / 2},
                          frame.whose);
    }
    ImGui::PopID();
}

std::string said_by_other(const Frame& frame, const Frame& other, const Track& track,
                          Element element, int t) {
    std::optional<Element> there = element;
    if (!track.loss) there = named_in(other.cell(), frame.cell(), element);
    if (!there || there->quantity == other.cell().input) return "";
    const std::optional<double> value = track_value(other, track, *there, t);
    return value ? ", " + other.whose + " " + format_exact(*value) : "";
}

}  // namespace lstm
