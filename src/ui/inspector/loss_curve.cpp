/// The loss by step of training, on a log axis.
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <implot.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// From the least to the most.
struct Span {
    double least;
    double most;
};

/// Where numbers stand on a log axis: 1, 2 and 5 of each decade, or decades alone, or every other,
/// until there are at most `room` of them; where hardly any fit between the ends, the ends.
std::vector<double> ticks_between(Span span, std::size_t room) {
    const int first = static_cast<int>(std::floor(std::log10(span.least)));
    const int last = static_cast<int>(std::ceil(std::log10(span.most)));
    const auto every = [&](int decades, std::initializer_list<double> digits) {
        std::vector<double> ticks;
        for (int k = first; k <= last; ++k)
            for (const double digit : digits)
                if (const double tick = digit * std::pow(10, k);
                    k % decades == 0 && tick >= span.least && tick <= span.most)
                    ticks.push_back(tick);
        return ticks;
    };
    std::vector<double> ticks = every(1, {1, 2, 5});
    if (ticks.size() > room) ticks = every(1, {1});
    for (int decades = 2; ticks.size() > room; ++decades) ticks = every(decades, {1});
    if (ticks.size() < 2) ticks = {span.least, span.most};
    return ticks;
}

/// "0.02", and "1e−5" of what is very small or large.
std::string tick_label(double tick) {
    const double exponent = std::floor(std::log10(tick));
    if (exponent < -4 || exponent > 5) return format_power(tick);
    return exponent < 2 ? format_significant(tick, 2) : format_value(tick, 0);
}

/// The curve: of steps that share a pixel, their mean.
struct Points {
    std::vector<double> x, y;
};

Points points_of(const std::vector<double>& losses, std::int64_t before, std::size_t most) {
    const std::size_t share = std::max<std::size_t>(1, losses.size() / most);
    Points points;
    for (std::size_t k = 0; k < losses.size(); k += share) {
        const std::size_t end = std::min(k + share, losses.size());
        double sum = 0;
        for (std::size_t n = k; n < end; ++n) sum += losses[n];
        points.x.push_back(static_cast<double>(before) + static_cast<double>(end));
        points.y.push_back(sum / static_cast<double>(end - k));
    }
    return points;
}

/// The ends of the axis; twelve decades at most, as a log axis has no 0.
Span span_of(std::vector<double>& y) {
    const double most = std::max(*std::max_element(y.begin(), y.end()), 1e-300);
    double least = most;
    for (double& value : y) {
        value = std::max(value, most * 1e-12);
        least = std::min(least, value);
    }
    return {least / 1.3, most * 1.3};
}

}  // namespace

void draw_loss_curve(Frame& frame) {
    const std::vector<double>& losses = frame.training.losses;
    const std::int64_t before =
        frame.document().trained->steps - static_cast<std::int64_t>(losses.size());
    const ImVec2 size{ImGui::GetContentRegionAvail().x,
                      std::max(ImGui::GetContentRegionAvail().y - frame.px(4), frame.px(120))};
    Points points = points_of(losses, before, static_cast<std::size_t>(std::max(size.x / 2, 2.0F)));
    const Span span = span_of(points.y);
    const std::vector<double> ticks =
        ticks_between(span, static_cast<std::size_t>(std::max(size.y / frame.px(26), 2.0F)));
    std::vector<std::string> labels;
    std::vector<const char*> words;
    std::transform(ticks.begin(), ticks.end(), std::back_inserter(labels), tick_label);
    std::transform(labels.begin(), labels.end(), std::back_inserter(words),
                   [](const std::string& label) { return label.c_str(); });

    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImPlot::PushStyleVar(ImPlotStyleVar_PlotPadding, {frame.px(4), frame.px(6)});
    ImPlot::PushStyleVar(ImPlotStyleVar_LabelPadding, {frame.px(5), frame.px(4)});
    ImPlot::PushStyleColor(ImPlotCol_AxisText, frame.theme->ink);
    if (ImPlot::BeginPlot("###loss", size, ImPlotFlags_CanvasOnly | ImPlotFlags_NoInputs)) {
        ImPlot::SetupAxes(
            frame.words("training.axis.step").c_str(),
            frame.words(frame.document().task ? "training.axis.task" : "training.axis.loss")
                .c_str());
        ImPlot::SetupAxisScale(ImAxis_Y1, ImPlotScale_Log10);
        // Behind the end there is room for half a number.
        const double more = (points.x.back() - points.x.front()) * frame.px(24) / size.x;
        ImPlot::SetupAxisLimits(ImAxis_X1, points.x.front(), points.x.back() + more,
                                ImPlotCond_Always);
        ImPlot::SetupAxisLimits(ImAxis_Y1, span.least, span.most, ImPlotCond_Always);
        ImPlot::SetupAxisTicks(ImAxis_Y1, ticks.data(), static_cast<int>(ticks.size()),
                               words.data());
        ImPlot::SetNextLineStyle(frame.theme->accent, frame.px(1.6F));
        ImPlot::PlotLine("loss", points.x.data(), points.y.data(),
                         static_cast<int>(points.x.size()));
        ImPlot::EndPlot();
    }
    ImPlot::PopStyleColor();
    ImPlot::PopStyleVar(2);
    frame.regions.add("training/losses", at, {at.x + size.x, at.y + size.y},
                      std::to_string(losses.size()));
}

}  // namespace lstm
