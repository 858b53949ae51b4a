/// Choosing lanes, and drawing them as curves (ImPlot) or heat maps (our shader).
#include "panels/lanes.h"

#include "panels/marks.h"
#include "panels/numbers.h"
#include "panels/widgets.h"

#include <implot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lstm {
namespace {

constexpr int most_curves = 8;

std::vector<Element> all_elements(const Frame& frame, QuantityId quantity) {
    std::vector<Element> elements;
    for (int k = 0; k < frame.trace().layout().size(quantity); ++k) elements.push_back({quantity, k});
    return elements;
}

/// A round number at or above `value`: 1, 2, 5, 10, …
double round_up(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (value <= factor * power * (1 + 1e-12)) return factor * power;
    return 10 * power;
}

/// First and last timestep on show of those that exist for `quantity`.
struct Span {
    int first;
    int last;
};

Span visible(const Frame& frame, QuantityId quantity, const TimeAxis& axis) {
    const bool is_state = std::any_of(frame.cell().states.begin(), frame.cell().states.end(),
                                      [&](const State& s) { return s.now == quantity; });
    const int least = is_state ? 0 : 1;
    int last = std::min(frame.document().steps(), static_cast<int>(std::ceil(axis.last)));
    // What is not known yet is not drawn.
    if (frame.view.t > 0 && frame.view.phase != Phase::speak)
        last = std::min(last, frame.view.knows(frame.cell(), quantity, frame.view.t) ? frame.view.t
                                                                                     : frame.view.t - 1);
    return {std::max(least, static_cast<int>(std::floor(axis.first))), last};
}

/// The points of a curve: each step, or the smallest and the largest of the steps that share a pixel.
struct Curve {
    std::vector<double> t;
    std::vector<double> value;
};

Curve curve_of(const Frame& frame, Element element, Span span, const TimeAxis& axis) {
    Curve curve;
    const int a_pixel = std::max(1, static_cast<int>(1 / std::max(axis.column_width(), 1e-6F)));
    const auto add = [&](int t) {
        const double value = frame.trace().value(element.quantity, element.element, t);
        curve.t.push_back(t);
        curve.value.push_back(std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN());
    };
    if (a_pixel < 3) {
        for (int t = span.first; t <= span.last; ++t) add(t);
        return curve;
    }
    for (int t = span.first; t <= span.last; t += a_pixel) {
        int least = t;
        int most = t;
        for (int n = t; n < std::min(t + a_pixel, span.last + 1); ++n) {
            const double value = frame.trace().value(element.quantity, element.element, n);
            if (value < frame.trace().value(element.quantity, element.element, least)) least = n;
            if (value > frame.trace().value(element.quantity, element.element, most)) most = n;
        }
        add(std::min(least, most));
        if (least != most) add(std::max(least, most));
    }
    return curve;
}

void draw_curve(Frame& frame, const Lane& lane, Element element, const TimeAxis& axis) {
    const Curve curve = curve_of(frame, element, visible(frame, element.quantity, axis), axis);
    const auto count = static_cast<int>(curve.t.size());
    // One unit's gates need no telling apart; of many units the chosen one stands out.
    const bool chosen = frame.cell().quantities[element.quantity].extent != Extent::hidden ||
                        element.element == frame.view.unit;
    const bool lit = frame.view.hovered == element;
    const ImVec4 colour = lit ? frame.theme->accent : frame.theme.quantity(frame.cell(), element.quantity);
    const std::string label = "##" + element_name(frame.cell(), element.quantity, element.element);
    // Behind the cursor a curve is what happened, before it what is to come.
    const auto split = static_cast<int>(
        std::upper_bound(curve.t.begin(), curve.t.end(), frame.view.t) - curve.t.begin());
    const float opacity = chosen || lit ? 1.0F : 0.40F;
    const float weight = frame.px(lit ? 3.0F : chosen ? 2.0F : 1.3F);
    const auto draw = [&](int first, int end, float strength, const char* part) {
        if (first >= end) return;
        const std::string id = label + part;
        const bool points = axis.column_width() > frame.px(9);
        ImPlot::SetNextLineStyle(faded(colour, opacity * strength), weight);
        ImPlot::PlotLine((id + "line").c_str(), curve.t.data() + first, curve.value.data() + first, end - first);
        if (!points && end - first > 1) return;
        ImPlot::SetNextMarkerStyle(ImPlotMarker_Circle, frame.px(chosen ? 3.2F : 2.2F),
                                   faded(colour, opacity * strength), 0);
        ImPlot::PlotScatter((id + "points").c_str(), curve.t.data() + first, curve.value.data() + first,
                            end - first);
    };
    draw(std::max(split - 1, 0), count, 0.42F, "ahead");
    draw(0, split, 1.0F, "behind");
    (void)lane;
}

void draw_curves(Frame& frame, const Lane& lane, const TimeAxis& axis) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Area& area = lane.area;
    ImGui::SetCursorScreenPos(area.min);
    const ImPlotFlags flags = ImPlotFlags_CanvasOnly | ImPlotFlags_NoInputs | ImPlotFlags_NoFrame;
    if (!ImPlot::BeginPlot(("##" + lane.name).c_str(), {area.width(), area.height()}, flags)) return;
    ImPlot::SetupAxes(nullptr, nullptr, ImPlotAxisFlags_NoDecorations, ImPlotAxisFlags_NoDecorations);
    const double margin = 0.08 * (lane.most - lane.least);
    ImPlot::SetupAxesLimits(axis.first, axis.last, lane.least - margin, lane.most + margin, ImPlotCond_Always);
    ImPlot::SetupFinish();
    if (lane.least < 0) {
        const float zero = ImPlot::PlotToPixels(0, 0).y;
        list.AddLine({area.min.x, zero}, {area.max.x, zero}, packed(frame.theme->rule));
    }
    // The chosen unit last, on top of the others.
    for (const bool top : {false, true})
        for (const Element& element : lane.curves) {
            const bool chosen = element.element == frame.view.unit;
            if (chosen == top) draw_curve(frame, lane, element, axis);
        }
    ImPlot::EndPlot();
}

/// The values of a heat map, row by row; several steps in one column show the one of largest size.
struct Cells {
    std::vector<float> values;
    int rows;
    int columns;
    Span span;
};

Cells cells_of(const Frame& frame, QuantityId quantity, const TimeAxis& axis) {
    const Span span = visible(frame, quantity, axis);
    const int steps = std::max(span.last - span.first + 1, 0);
    const int a_column = std::max(1, steps / 2048);
    Cells cells{{}, frame.trace().layout().size(quantity), (steps + a_column - 1) / a_column, span};
    cells.values.assign(static_cast<std::size_t>(cells.rows) * cells.columns, 0.0F);
    for (int t = span.first; t <= span.last; ++t) {
        const VectorView vector = frame.trace().vector(quantity, t);
        for (int row = 0; row < cells.rows; ++row) {
            float& cell = cells.values[static_cast<std::size_t>(row) * cells.columns + (t - span.first) / a_column];
            const auto value = static_cast<float>(vector[row]);
            if (!(std::abs(value) <= std::abs(cell))) cell = value;  // NaN wins too
        }
    }
    return cells;
}

void draw_heat(Frame& frame, const Lane& lane, const TimeAxis& axis) {
    const Cells cells = cells_of(frame, lane.heat, axis);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lane.area.min, lane.area.max, packed(frame.theme->sunken));
    if (cells.columns == 0) return;
    const ImVec2 min{axis.x_at(cells.span.first - 0.5), lane.area.min.y};
    const ImVec2 max{axis.x_at(cells.span.last + 0.5), lane.area.max.y};
    const bool share = is_gate_share(frame.cell(), lane.heat);
    HeatMap map{};
    map.key = ImGui::GetID(lane.name.c_str());
    map.values = cells.values.data();
    map.rows = cells.rows;
    map.columns = cells.columns;
    map.limit = static_cast<float>(lane.most);
    map.negative = frame.theme->negative;
    map.zero = frame.theme->paper;
    map.positive = share ? frame.theme.quantity(frame.cell(), lane.heat) : frame.theme->positive;
    map.not_finite = frame.theme->bad;
    // The values depend on the document and on how much of the run is on show.
    map.revision = frame.session.revision() * 1'000'003ULL +
                   static_cast<std::uint64_t>(cells.span.first) * 8191ULL +
                   static_cast<std::uint64_t>(cells.span.last);
    const ImTextureID texture = frame.heat_maps.paint(map, static_cast<int>(std::ceil(max.x - min.x)),
                                                      static_cast<int>(std::ceil(max.y - min.y)));
    list.PushClipRect(lane.area.min, lane.area.max, true);
    list.AddImage(texture, min, max);
    const float row = (max.y - min.y) / static_cast<float>(cells.rows);
    const float top = min.y + row * static_cast<float>(frame.view.unit);
    if (frame.cell().quantities[lane.heat].extent == Extent::hidden && row >= 2)
        list.AddRect({lane.area.min.x, top}, {lane.area.max.x, top + row}, packed(faded(frame.theme->accent, 0.8F)));
    list.PopClipRect();
}

void draw_gutter(Frame& frame, const Lane& lane) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float right = lane.area.min.x - frame.px(8);
    const float left = lane.area.min.x - frame.px(60);
    const float middle = (lane.area.min.y + lane.area.max.y) / 2;
    list.AddLine({lane.area.min.x, lane.area.max.y}, {lane.area.max.x, lane.area.max.y},
                 packed(faded(frame.theme->rule, 0.8F)));
    // The gates of one unit are named in their colours, anything else by its one symbol.
    std::vector<QuantityId> named;
    for (const Element& e : lane.curves)
        if (std::find(named.begin(), named.end(), e.quantity) == named.end()) named.push_back(e.quantity);
    if (lane.heat != none) named = {lane.heat};
    float x = left;
    for (const QuantityId q : named) {
        const std::string& symbol = frame.cell().quantities[q].symbol;
        draw_text(list, frame.theme.fonts.bold, {x, middle}, frame.theme.quantity(frame.cell(), q), symbol);
        x += text_size(frame.theme.fonts.bold, symbol).x + frame.px(5);
    }
    if (lane.heat != none || lane.area.height() < frame.px(26)) return;
    const auto mark = [&](double value, float y) {
        draw_text(list, frame.theme.fonts.small, {right, y}, frame.theme->muted, format_value(value, 0),
                  Align::right);
    };
    mark(lane.most, lane.area.min.y + frame.px(7));
    mark(lane.least, lane.area.max.y - frame.px(7));
}

}  // namespace

TimeAxis time_axis(const Frame& frame, const Area& area) {
    TimeRange range = frame.view.range;
    if (range.last <= range.first) range = {-0.5, std::max(frame.document().steps(), 1) + 0.5};
    return {range.first, range.last, area.min.x, area.max.x};
}

std::optional<double> lane_value(const Frame& frame, Element element, int t) {
    if (t == 0) {
        for (const State& state : frame.cell().states)
            if (state.now == element.quantity) return frame.trace().value(element.quantity, element.element, 0);
        return {};
    }
    if (!frame.view.knows(frame.cell(), element.quantity, t)) return {};
    return frame.trace().value(element.quantity, element.element, t);
}

std::vector<Element> Lane::elements_at(const Frame& frame, float y) const {
    if (heat == none) return curves;
    const int rows = frame.trace().layout().size(heat);
    const int row = static_cast<int>((y - area.min.y) / area.height() * static_cast<float>(rows));
    return {{heat, std::clamp(row, 0, rows - 1)}};
}

std::vector<Lane> lay_out_lanes(const Frame& frame, const Area& area) {
    const Cell& cell = frame.cell();
    const QuantityId c = cell.at("c");
    const QuantityId h = cell.at("h");
    const double x_limit = round_up(frame.scales.input);
    const double c_limit = round_up(frame.scales.memory);
    const int unit = frame.view.unit;

    std::vector<Lane> lanes;
    const auto add_heat = [&](QuantityId q, double limit) {
        lanes.push_back({cell.quantities[q].name, {}, q, -limit, limit, {}});
    };
    if (frame.document().sizes().input <= most_curves) {
        lanes.push_back({"x", all_elements(frame, cell.input), none, -x_limit, x_limit, {}});
    } else {
        add_heat(cell.input, x_limit);
    }
    if (frame.document().sizes().hidden <= most_curves) {
        Lane gates{"gates", {}, none, 0, 1, {}};
        for (const Gate& gate : cell.gates) {
            if (gate.activation == Operation::sigmoid) gates.curves.push_back({gate.value, unit});
        }
        lanes.push_back(gates);
        for (const Gate& gate : cell.gates)
            if (gate.activation != Operation::sigmoid)
                lanes.push_back({gate.name, {{gate.value, unit}}, none, -1, 1, {}});
        lanes.push_back({"c", all_elements(frame, c), none, -c_limit, c_limit, {}});
        lanes.push_back({"h", all_elements(frame, h), none, -1, 1, {}});
    } else {
        for (const Gate& gate : cell.gates) add_heat(gate.value, 1);
        add_heat(c, c_limit);
        add_heat(h, 1);
    }
    const float gap = frame.px(3);
    const float height = (area.height() + gap) / static_cast<float>(lanes.size()) - gap;
    for (std::size_t n = 0; n < lanes.size(); ++n) {
        const float top = area.min.y + static_cast<float>(n) * (height + gap);
        lanes[n].area = {{area.min.x, top}, {area.max.x, top + std::max(height, 1.0F)}};
    }
    return lanes;
}

void draw_lane(Frame& frame, const Lane& lane, const TimeAxis& axis) {
    frame.regions.add("timeline/" + lane.name, lane.area.min, lane.area.max);
    if (lane.heat == none) {
        draw_curves(frame, lane, axis);
    } else {
        draw_heat(frame, lane, axis);
    }
    draw_gutter(frame, lane);
}

}  // namespace lstm
