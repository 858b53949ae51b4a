/// Choosing tracks, and drawing what is around their values: the gutter, and where gates are held.
#include "ui/timeline/tracks.h"

#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace lstm {
namespace {

/// A band over the steps for which something in the track is held.
void draw_held(Frame& frame, const Track& track, const TimeAxis& axis) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::vector<Clamp>& clamps = *frame.document().clamps;
    list.PushClipRect(track.area.min, track.area.max, true);
    for (std::size_t n = 0; n < clamps.size(); ++n) {
        const Clamp& clamp = clamps[n];
        const int element = clamp.element.value_or(frame.view.cursor.unit);
        const bool is_curve = std::find(track.curves.begin(), track.curves.end(),
                                        Element{clamp.quantity, element}) != track.curves.end();
        if (!is_curve && track.heat != clamp.quantity) continue;
        PanelArea band{{axis.x_at(clamp.from - 0.5), track.area.min.y},
                       {axis.x_at(clamp.to + 0.5), track.area.max.y}};
        if (!is_curve && clamp.element) {
            const float row =
                track.area.height() / static_cast<float>(frame.document().sizes().hidden);
            band.min.y += row * static_cast<float>(*clamp.element);
            band.max.y = band.min.y + std::max(row, frame.px(2));
        }
        if (band.max.x < track.area.min.x || band.min.x > track.area.max.x) continue;
        const ImVec4 colour = frame.theme.quantity(frame.cell(), clamp.quantity);
        if (is_curve) list.AddRectFilled(band.min, band.max, packed(faded(colour, 0.13F)));
        list.AddRect(band.min, band.max, packed(faded(colour, 0.8F)), 0, 0, frame.px(1.5F));
        const float width = text_size(frame.theme.fonts.small, frame.words("time.held")).x;
        if (band.max.x - band.min.x > width + frame.px(10) &&
            band.max.y - band.min.y > frame.px(26))
            draw_text(
                list, frame.theme.fonts.small,
                {std::max(band.min.x, track.area.min.x) + frame.px(5), band.min.y + frame.px(9)},
                colour, frame.words("time.held"));
        frame.regions.add(frame.prefix + "timeline/held/" + std::to_string(n),
                          {std::max(band.min.x, track.area.min.x), band.min.y},
                          {std::min(band.max.x, track.area.max.x), band.max.y},
                          clamp_words(frame.words, clamp));
    }
    list.PopClipRect();
}

/// A pre-activation goes by its gate's letter.
std::string symbol_on_gutter(const Cell& cell, QuantityId quantity) {
    for (const Gate& gate : cell.gates)
        if (gate.z == quantity && gate.value != none) return cell.quantities[gate.value].symbol;
    return cell.quantities[quantity].symbol;
}

void draw_gutter(Frame& frame, const Track& track) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float right = track.area.min.x - frame.px(8);
    const float left = track.area.min.x - frame.px(60);
    const float middle = (track.area.min.y + track.area.max.y) / 2;
    list.AddLine({track.area.min.x, track.area.max.y}, {track.area.max.x, track.area.max.y},
                 packed(faded(frame.theme->rule, 0.8F)));
    // The gates of one unit are named in their colours, anything else by its one symbol.
    std::vector<QuantityId> named;
    for (const Element& e : track.curves)
        if (std::find(named.begin(), named.end(), e.quantity) == named.end())
            named.push_back(e.quantity);
    if (track.heat != none) named = {track.heat};
    float x = left;
    if (track.loss || track.weight || track.name == "delta") {
        const std::string sign = track.loss ? "L" : track.weight ? "dL/dw" : "δ";
        draw_text(list, frame.theme.fonts.bold, {x, middle}, frame.theme->ink, sign);
        x += text_size(frame.theme.fonts.bold, sign).x + frame.px(5);
    }
    for (const QuantityId q : named) {
        const std::string symbol = (track.difference                          ? "Δ "
                                    : track.gradient && track.name != "delta" ? "dL/d"
                                                                              : "") +
                                   symbol_on_gutter(frame.cell(), q);
        draw_text(list, frame.theme.fonts.bold, {x, middle}, frame.theme.quantity(frame.cell(), q),
                  symbol);
        x += text_size(frame.theme.fonts.bold, symbol).x + frame.px(5);
    }
    if (track.heat != none) draw_row_names(frame, track);
    const bool wordy = track.gradient || track.weight;
    if (track.heat != none || track.area.height() < frame.px(wordy ? 44 : 26)) return;
    const auto mark = [&](double value, float y) {
        draw_text(list, frame.theme.fonts.small, {right, y}, frame.theme->muted,
                  track.loss || track.gradient || track.weight ? format_plain(value)
                                                               : format_value(value, 0),
                  Align::right);
    };
    mark(track.most, track.area.min.y + frame.px(7));
    mark(track.least, track.area.max.y - frame.px(7));
}

}  // namespace

std::vector<Element> all_elements(const Frame& frame, QuantityId quantity) {
    std::vector<Element> elements;
    for (int k = 0; k < frame.trace().plan().size(quantity); ++k) elements.push_back({quantity, k});
    return elements;
}

double round_up(double value) {
    const int power = static_cast<int>(std::floor(std::log10(value)));
    for (const int factor : {1, 2, 5, 10}) {
        // Read as people write it: 5e−6 is not quite 5 times 1e−6.
        const double round =
            std::strtod((std::to_string(factor) + "e" + std::to_string(power)).c_str(), nullptr);
        if (value <= round * (1 + 1e-12))
            return std::min(round, std::numeric_limits<double>::max());
    }
    return value;
}

TimeAxis time_axis(const Frame& frame, const PanelArea& area) {
    TimeRange range = frame.view.cursor.range;
    if (range.last <= range.first) range = {-0.5, std::max(frame.document().steps(), 1) + 0.5};
    return {range.first, range.last, area.min.x, area.max.x};
}

StepRange visible_steps(const Frame& frame, QuantityId quantity, const TimeAxis& axis) {
    const int least = frame.cell().is_state(quantity) ? 0 : 1;
    int last = std::min(frame.document().steps(), static_cast<int>(std::ceil(axis.last)));
    // What is not known yet is not drawn.
    if (frame.view.cursor.t > 0 && frame.view.cursor.phase != Phase::speak)
        last = std::min(last, frame.view.cursor.knows(frame.cell(), quantity, frame.view.cursor.t)
                                  ? frame.view.cursor.t
                                  : frame.view.cursor.t - 1);
    return {std::max(least, static_cast<int>(std::floor(axis.first))), last};
}

std::optional<double> track_value(const Frame& frame, Element element, int t) {
    if (t == 0) {
        for (const State& state : frame.cell().states)
            if (state.now == element.quantity)
                return frame.trace().value(element.quantity, element.element, 0);
        return {};
    }
    if (!frame.view.cursor.knows(frame.cell(), element.quantity, t)) return {};
    return frame.trace().value(element.quantity, element.element, t);
}

std::vector<Element> Track::elements_at(const Frame& frame, float y) const {
    if (heat == none) return curves;
    const int rows = frame.trace().plan().size(heat);
    const int row = static_cast<int>((y - area.min.y) / area.height() * static_cast<float>(rows));
    return {{heat, std::clamp(row, 0, rows - 1)}};
}

namespace {

std::vector<Track> value_tracks(const Frame& frame) {
    const Cell& cell = frame.cell();
    // The pinned run has room too.
    const Scales pinned =
        frame.view.comparison.pinned ? frame.view.comparison.pinned->scales : frame.scales;
    const auto limit_of = [&](QuantityId q) {
        return round_up(std::max(frame.scales.of(cell, q), pinned.of(cell, q)));
    };
    const int unit = frame.view.cursor.unit;

    std::vector<Track> tracks;
    const auto add_heat = [&](QuantityId q, double limit) {
        const std::string& name = cell.quantities[q].name;
        tracks.push_back({name, {}, q, -limit, limit});
        if (frame.view.comparison.pinned)
            tracks.push_back({name + "/difference", {}, q, -limit, limit, true});
    };
    const auto add = [&](QuantityId q) {
        const double limit = limit_of(q);
        if (frame.trace().plan().size(q) <= most_curves) {
            tracks.push_back(
                {cell.quantities[q].name, all_elements(frame, q), none, -limit, limit});
        } else {
            add_heat(q, limit);
        }
    };
    add(cell.input);
    if (frame.document().sizes().hidden <= most_curves) {
        Track gates{"gates", {}, none, 0, 1};
        for (const Gate& gate : cell.gates)
            if (cell.is_share(gate.value)) gates.curves.push_back({gate.value, unit});
        if (!gates.curves.empty()) tracks.push_back(gates);
        for (const Gate& gate : cell.gates)
            if (!cell.is_share(gate.value) && !cell.is_state(gate.value))
                tracks.push_back({gate.name, {{gate.value, unit}}, none, -1, 1});
    } else {
        for (const Gate& gate : cell.gates)
            if (!cell.is_state(gate.value)) add_heat(gate.value, 1);
    }
    // The notebook before what is said of it.
    for (auto state = cell.states.rbegin(); state != cell.states.rend(); ++state) add(state->now);
    const QuantityId p = cell.readout.p;
    // Scores of many classes say less than what softmax makes of them.
    const bool classes = p != none && frame.trace().plan().size(p) > 1 &&
                         (cell.form.readout_activation == Activation::softmax ||
                          !label_of(frame.document(), p, 0).empty());
    if (cell.has_readout() && !(classes && frame.trace().plan().size(p) > 2)) add(cell.readout.y);
    if (p == none) return tracks;
    const bool share = cell.is_share(p);
    const double most = share ? 1 : limit_of(p);
    if (classes) {  // a row each, with its name: curves would not say which is which
        add_heat(p, most);
        tracks.back().parts =
            std::clamp(0.46F * static_cast<float>(frame.trace().plan().size(p)), 2.0F, 3.4F);
    } else {
        tracks.push_back(
            {cell.quantities[p].name, all_elements(frame, p), none, share ? 0 : -most, most});
    }
    return tracks;
}

}  // namespace

std::vector<Track> lay_out_tracks(const Frame& frame, const PanelArea& area) {
    std::vector<Track> tracks =
        shows_gradients(frame) ? gradient_tracks(frame) : value_tracks(frame);
    const float gap = frame.px(3);
    float parts = 0;
    for (const Track& track : tracks) parts += track.parts;
    const float part = (area.height() + gap) / parts;
    float top = area.min.y;
    for (Track& track : tracks) {
        track.area = {{area.min.x, top},
                      {area.max.x, top + std::max(part * track.parts - gap, 1.0F)}};
        top += part * track.parts;
    }
    return tracks;
}

void draw_track(Frame& frame, const Track& track, const TimeAxis& axis) {
    frame.regions.add(frame.prefix + "timeline/" + track.name, track.area.min, track.area.max);
    if (track.heat == none) {
        draw_held(frame, track, axis);
        draw_curves(frame, track, axis);
    } else {
        draw_heat(frame, track, axis);
        if (!track.difference) draw_held(frame, track, axis);
    }
    draw_targets(frame, track, axis);
    draw_gutter(frame, track);
}

}  // namespace lstm
