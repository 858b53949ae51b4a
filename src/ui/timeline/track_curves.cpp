/// Tracks of curves: the run as it is, and the pinned one behind it.
#include "ui/comparison/pinned_run.h"
#include "ui/state/backward.h"
#include "ui/timeline/outlines.h"
#include "ui/timeline/tracks.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"

#include <implot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lstm {
namespace {

/// The points of a curve, apart as ImPlot takes them.
struct Curve {
    std::vector<double> t;
    std::vector<double>
        value;  ///< as a share of what the track ends with: ImPlot's axes end below 2^63
};

Curve curve_of(const Outline& outline, StepRange span, const TimeAxis& axis, double full) {
    span.first = std::max(span.first, outline.series.span.first);
    Curve curve;
    for (const CurvePoint& point : outline.points(span, axis.column_width())) {
        curve.t.push_back(point.t);
        curve.value.push_back(point.value / full);
    }
    return curve;
}

struct Stroke {
    ImVec4 colour;
    float weight;
    float dash = 0, gap = 0;  ///< 0: solid
};

/// Whether a line through the three turns by more than a right angle.
bool turns_back(ImVec2 a, ImVec2 b, ImVec2 c) {
    return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

/// The line through the points from `first` up to `end`, open where a value is not finite.
void draw_line(const Curve& curve, int first, int end, const Stroke& stroke) {
    ImDrawList& list = *ImPlot::GetPlotDrawList();
    std::vector<ImVec2> points;
    const auto draw = [&] {
        if (stroke.dash > 0) {
            dashed_line(list, points, packed(stroke.colour), stroke.weight, stroke.dash,
                        stroke.gap);
        } else {
            list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(stroke.colour),
                             ImDrawFlags_None, stroke.weight);
        }
        points.clear();
    };
    ImPlot::PushPlotClipRect();
    for (int n = first; n < end; ++n) {
        if (std::isnan(curve.value[n])) {
            draw();
            continue;
        }
        const ImVec2 point = ImPlot::PlotToPixels(curve.t[n], curve.value[n]);
        // The point of a sharp corner would reach far beyond the value: the line begins anew there.
        if (const std::size_t count = points.size();
            count > 1 && stroke.dash == 0 && turns_back(points[count - 2], points.back(), point)) {
            const ImVec2 corner = points.back();
            draw();
            points.push_back(corner);
        }
        points.push_back(point);
    }
    draw();
    ImPlot::PopPlotClipRect();
}

ImPlotMarker marker_of(Shape shape) {
    switch (shape) {
        case Shape::circle: return ImPlotMarker_Circle;
        case Shape::square: return ImPlotMarker_Square;
        case Shape::triangle: return ImPlotMarker_Up;
        case Shape::diamond: return ImPlotMarker_Diamond;
    }
    return ImPlotMarker_Circle;
}

/// The shape and dashes of an element's curve: those of its gate, if it is a gate's value.
CurveMark mark_of(const Frame& frame, Element element) {
    const Gate* gate = gate_of_value(frame.cell(), element.quantity);
    return gate == nullptr ? CurveMark{Shape::circle} : frame.theme.mark(*gate);
}

void draw_curve(Frame& frame, Element element, const TimeAxis& axis, double full) {
    const Curve curve = curve_of(outline_of(frame, element),
                                 visible_steps(frame, element.quantity, axis), axis, full);
    const auto count = static_cast<int>(curve.t.size());
    // One unit's gates need no telling apart; of many units the chosen one stands out.
    const bool chosen = frame.cell().quantities[element.quantity].extent != Extent::hidden ||
                        element.element == frame.view.cursor.unit;
    const bool lit = frame.view.input.hovered == element;
    const ImVec4 colour =
        lit ? frame.theme->accent : frame.theme.quantity(frame.cell(), element.quantity);
    const CurveMark mark = mark_of(frame, element);
    const std::string label = "##" + element_name(frame.cell(), element.quantity, element.element);
    // Behind the cursor a curve is what happened, before it what is to come.
    const auto split = static_cast<int>(
        std::upper_bound(curve.t.begin(), curve.t.end(), frame.view.cursor.t) - curve.t.begin());
    const float opacity = chosen || lit ? 1.0F : 0.40F;
    const float weight = frame.px(lit ? 3.0F : chosen ? 2.0F : 1.3F);
    const auto draw = [&](int first, int end, float strength, const char* part) {
        if (first >= end) return;
        const ImVec4 ink = faded(colour, opacity * strength);
        draw_line(curve, first, end, {ink, weight, frame.px(mark.dash), frame.px(mark.gap)});
        const bool points = axis.column_width() > frame.px(9);
        if (!points && end - first > 1) return;
        ImPlot::SetNextMarkerStyle(marker_of(mark.shape), frame.px(chosen ? 3.2F : 2.2F), ink, 0);
        ImPlot::PlotScatter((label + part).c_str(), curve.t.data() + first,
                            curve.value.data() + first, end - first, ImPlotScatterFlags_NoClip);
    };
    draw(std::max(split - 1, 0), count, 0.42F, "ahead");
    draw(0, split, 1.0F, "behind");
}

/// The same element of the pinned run, thin and dashed.
void draw_pinned_curve(Frame& frame, Element element, const TimeAxis& axis, double full) {
    const Trace& trace = frame.view.comparison.pinned->results->trace();
    const std::optional<Element> pinned = in_pinned_run(frame.view, element);
    if (!pinned || pinned->element >= trace.plan().size(pinned->quantity)) return;
    StepRange span = visible_steps(frame, element.quantity, axis);
    span.last = std::min(span.last, trace.steps());
    Curve curve = curve_of(outline_of_pinned(frame, *pinned), span, axis, full);
    const auto count = static_cast<int>(curve.t.size());
    // Only where the two part: a dashed line on top of a solid one says nothing.
    std::vector<bool> parts(curve.t.size() + 2);
    for (int n = 0; n < count; ++n)
        parts[n + 1] =
            frame.trace().value(element.quantity, element.element, static_cast<int>(curve.t[n])) /
                full !=
            curve.value[n];
    for (int n = 0; n < count; ++n)
        if (!parts[n] && !parts[n + 1] && !parts[n + 2])
            curve.value[n] = std::numeric_limits<double>::quiet_NaN();
    const ImVec4 colour =
        blended(frame.theme.quantity(frame.cell(), element.quantity), frame.theme->muted, 0.35F);
    draw_line(curve, 0, count, {colour, frame.px(1.3F), frame.px(4), frame.px(3)});
}

/// The points of `curve` that no line reaches: gaps are on both sides.
Curve lonely_points(const Curve& curve) {
    Curve lonely;
    const auto is_gap = [&](std::size_t n) {
        return n >= curve.value.size() || std::isnan(curve.value[n]);
    };
    for (std::size_t n = 0; n < curve.value.size(); ++n) {
        if (is_gap(n) || !is_gap(n - 1) || !is_gap(n + 1)) continue;
        lonely.t.push_back(curve.t[n]);
        lonely.value.push_back(curve.value[n]);
    }
    return lonely;
}

/// The first timestep of which the way back has come to what a track of gradients shows.
int first_known(const Frame& frame, const Track& track, Element element) {
    if (track.loss) return 1;
    if (track.weight) return first_known_gradient(frame, result_with(frame.cell(), *track.weight));
    return first_known_gradient(frame, element.quantity);
}

/// A derivative of the loss, or the loss itself, with gaps at the steps that have none: going back,
/// what is behind lies to the right.
void draw_backward_curve(Frame& frame, const Track& track, Element element, const TimeAxis& axis) {
    const StepRange span{
        std::max(first_known(frame, track, element), static_cast<int>(std::floor(axis.first))),
        std::min(frame.document().steps(), static_cast<int>(std::ceil(axis.last)))};
    if (span.last < span.first) return;
    Curve curve = curve_of(outline_of_gradient(frame, track, element), span, axis, track.most);
    const auto count = static_cast<int>(curve.t.size());
    const auto split = static_cast<int>(
        std::lower_bound(curve.t.begin(), curve.t.end(), frame.view.cursor.t) - curve.t.begin());
    const bool nameless = track.loss || track.weight;
    const ImVec4 colour =
        nameless ? frame.theme->ink : frame.theme.quantity(frame.cell(), element.quantity);
    const bool chosen = nameless || element.element == frame.view.cursor.unit;
    const float weight = frame.px(chosen ? 2.0F : 1.3F);
    const float opacity = chosen ? 1.0F : 0.4F;
    draw_line(curve, 0, std::min(split + 1, count), {faded(colour, 0.42F * opacity), weight});
    draw_line(curve, split, count, {faded(colour, opacity), weight});
    // In narrow columns only what no line shows has a mark.
    if (axis.column_width() <= frame.px(9)) curve = lonely_points(curve);
    ImPlot::SetNextMarkerStyle(ImPlotMarker_Circle, frame.px(chosen ? 3.2F : 2.2F),
                               faded(colour, opacity), 0);
    const std::string label =
        "##d" + std::to_string(element.quantity) + "/" + std::to_string(element.element);
    ImPlot::PlotScatter(label.c_str(), curve.t.data(), curve.value.data(),
                        static_cast<int>(curve.t.size()), ImPlotScatterFlags_NoClip);
}

}  // namespace

void draw_curves(Frame& frame, const Track& track, const TimeAxis& axis) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const PanelArea& area = track.area;
    ImGui::SetCursorScreenPos(area.min);
    const ImPlotFlags flags = ImPlotFlags_CanvasOnly | ImPlotFlags_NoInputs | ImPlotFlags_NoFrame;
    if (!ImPlot::BeginPlot(("##" + track.name).c_str(), {area.width(), area.height()}, flags))
        return;
    ImPlot::SetupAxes(nullptr, nullptr, ImPlotAxisFlags_NoDecorations,
                      ImPlotAxisFlags_NoDecorations);
    const double full = track.most;
    const double least = track.least / full;
    const double margin = 0.08 * (1 - least);
    ImPlot::SetupAxesLimits(axis.first, axis.last, least - margin, 1 + margin, ImPlotCond_Always);
    ImPlot::SetupFinish();
    if (track.least < 0) {
        const float zero = ImPlot::PlotToPixels(0, 0).y;
        list.AddLine({area.min.x, zero}, {area.max.x, zero}, packed(frame.theme->rule));
    }
    if (track.loss || track.weight) draw_backward_curve(frame, track, {}, axis);
    if (track.gradient)
        for (const Element& element : track.curves)
            draw_backward_curve(frame, track, element, axis);
    if (frame.view.comparison.pinned && !track.gradient)
        for (const Element& element : track.curves)
            if (element.element == frame.view.cursor.unit || track.curves.size() <= 4)
                draw_pinned_curve(frame, element, axis, full);
    // The chosen unit last, on top of the others.
    for (const bool top : {false, true}) {
        if (track.gradient) break;
        for (const Element& element : track.curves) {
            const bool chosen = element.element == frame.view.cursor.unit;
            if (chosen == top) draw_curve(frame, element, axis, full);
        }
    }
    ImPlot::EndPlot();
}

}  // namespace lstm
