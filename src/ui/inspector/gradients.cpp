/// Going back: the gradients of the selected step, the flow of gradients, and the check of one.
#include "document/gradient_flow.h"
#include "document/gradients_of.h"
#include "document/results.h"
#include "document/sequences.h"
#include "ui/inspector/gradient_flow_look.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/timeline/outlines.h"
#include "ui/timeline/tracks.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/gradient_flow.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// One line: what, and its number. Returns whether it was pressed, where it can be.
bool draw_number(Frame& frame, const std::string& id, const std::string& what,
                 std::optional<double> value, ImVec4 colour, const std::string& press = "") {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{frame.px(206), frame.px(20)};
    const float middle = at.y + size.y / 2;
    const std::string text = value ? format_significant(*value, 4) : "?";
    bool pressed = false;
    if (!press.empty()) {
        pressed = press_area(frame, id, size, text);
        if (ImGui::IsItemHovered())
            ImGui::GetWindowDrawList()->AddRectFilled(
                at, {at.x + size.x, at.y + size.y}, packed(frame.theme->accent_soft), frame.px(4));
    } else {
        ImGui::Dummy(size);
        frame.regions.add(id, at, {at.x + size.x, at.y + size.y}, text);
    }
    ImGui::SetItemTooltip("%s = %s%s%s", what.c_str(), value ? format_exact(*value).c_str() : "?",
                          press.empty() ? "" : "\n", press.c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(list, frame.theme.fonts.text, {at.x + frame.px(6), middle}, colour, what);
    draw_text(list, frame.theme.fonts.bold, {at.x + frame.px(200), middle}, frame.theme->ink, text,
              Align::right);
    return pressed;
}

/// dL by the states, the input, and δ of each gate.
void draw_step(Frame& frame) {
    const int unit = frame.view.cursor.unit;
    const Cell& cell = frame.cell();
    const bool one = frame.document().sizes().hidden == 1;
    heading(frame, frame.words(one ? "gradients.of_step" : "gradients.of_step_and_unit",
                               {{"t", std::to_string(frame.view.cursor.t)},
                                {"unit", std::to_string(unit)}}));
    const auto number = [&](QuantityId q, const std::string& id, const std::string& what) {
        if (draw_number(frame, "gradients/" + id, what, gradient_value(frame, {q, unit}),
                        frame.theme.quantity(cell, q), frame.words("click_for_working")))
            show_gradient(frame, {q, unit});
    };
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {frame.px(8), 0});
    const ImVec2 top = ImGui::GetCursorScreenPos();
    for (const State& state : cell.states)
        for (const QuantityId q : {state.now, state.previous})
            number(q, cell.quantities[q].name, gradient_label(cell, q));
    const ImVec2 bottom = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({top.x + frame.px(216), top.y});
    ImGui::BeginGroup();
    for (const Gate& gate : cell.gates)
        if (gate.z != none)
            number(gate.z, "delta/" + gate.name,
                   "δ " + cell.quantities[gate.value].symbol + "  (dL/dz)");
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({top.x, std::max(bottom.y, ImGui::GetCursorScreenPos().y)});
    ImGui::PopStyleVar();
}

/// One curve of the gradient flow.
struct Track {
    const char* id;
    std::string label;
    const std::vector<double>* sizes;
    CurveLook look;
};

void draw_line(Frame& frame, std::span<const ImVec2> points, const CurveLook& look) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ink = packed(frame.theme.palette->*look.ink);
    const float weight = frame.px(look.weight);
    if (look.dash > 0)
        dashed_line(list, points, ink, weight, frame.px(look.dash), frame.px(look.gap));
    else
        list.AddPolyline(points.data(), static_cast<int>(points.size()), ink, 0, weight);
}

/// Powers of ten that all tracks lie between.
struct Decades {
    double least = -1, most = 1;

    void see(double size) {
        // What is smaller than this is as good as gone.
        const double power = size > 0 ? std::clamp(std::log10(size), -20.0, 20.0) : -20.0;
        least = std::min(least, std::floor(power));
        most = std::max(most, std::ceil(power));
    }
    [[nodiscard]] float y(double size, ImVec2 min, ImVec2 max) const {
        const double power = size > 0 ? std::clamp(std::log10(size), least, most) : least;
        return max.y - static_cast<float>((power - least) / (most - least)) * (max.y - min.y);
    }
};

Outline outline_of(const Frame& frame, const Track& track) {
    return outline_of(frame, "gradient_flow/" + std::string(track.id), *track.sizes);
}

void draw_track(Frame& frame, const Track& track, const Decades& decades, ImVec2 min, ImVec2 max) {
    const Outline outline = outline_of(frame, track);
    const auto steps = static_cast<float>(std::max(outline.series.span.last, 1));
    std::vector<ImVec2> points;
    for (const auto& [t, size] : outline.points(outline.series.span, (max.x - min.x) / steps))
        if (!std::isnan(size))
            points.push_back({min.x + static_cast<float>(t) / steps * (max.x - min.x),
                              decades.y(size, min, max)});
    draw_line(frame, points, track.look);
}

/// The axes: powers of ten, timesteps, and where the selected step is.
void draw_axes(Frame& frame, const Decades& decades, int steps, ImVec2 min, ImVec2 max) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(min, max, packed(frame.theme->sunken), frame.px(4));
    const double span = decades.most - decades.least;
    const double every = std::max(1.0, std::ceil(span / 6));
    for (double power = decades.most; power >= decades.least; power -= every) {
        const float y = decades.y(std::pow(10.0, power), min, max);
        list.AddLine({min.x, y}, {max.x, y}, packed(frame.theme->rule));
        draw_text(list, frame.theme.fonts.small, {min.x - frame.px(5), y}, frame.theme->muted,
                  power == 0 ? "1" : "1e" + std::to_string(static_cast<int>(power)), Align::right);
    }
    const auto x_at = [&](int t) {
        return min.x +
               static_cast<float>(t) / static_cast<float>(std::max(steps, 1)) * (max.x - min.x);
    };
    const float x = x_at(frame.view.cursor.t);
    list.AddLine({x, min.y}, {x, max.y}, packed(faded(frame.theme->accent, 0.75F)), frame.px(1.2F));
    const float y = max.y + frame.px(9);
    draw_text(list, frame.theme.fonts.small, {min.x, y}, frame.theme->muted,
              frame.words("gradients.start"));
    draw_text(list, frame.theme.fonts.small, {(min.x + max.x) / 2, y}, frame.theme->muted,
              frame.words("gradients.backward"), Align::centre);
    draw_text(list, frame.theme.fonts.small, {max.x, y}, frame.theme->muted,
              "T = " + std::to_string(steps), Align::right);
}

void draw_gradient_flow(Frame& frame) {
    heading(frame, frame.words("gradients.flow"));
    if (frame.session.in_gesture() && takes_a_moment(frame.document())) {
        paragraph(frame.words("gradients.flow_later"));
        return;
    }
    const std::optional<GradientFlow>& gradient_flow = frame.session.gradient_flow();
    if (!gradient_flow) {
        paragraph(frame.words("gradients.flow_never"));
        return;
    }
    const std::string sentence = sentence_about(frame.words, *gradient_flow);
    paragraph(sentence);
    frame.regions.add("gradients/sentence", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    const Cell& cell = frame.cell();
    const auto symbol = [&](Role role) {
        const QuantityId id = cell.find(role);
        return id == none ? "" : cell.quantities[id].symbol;
    };
    const std::string keep = symbol(Role::keep);
    std::vector<Track> tracks{
        {"plain_rnn", frame.words("gradients.plain_rnn", {{"gate", symbol(Role::candidate)}}),
         &gradient_flow->plain_rnn, gradient_flow_look::plain_rnn},
        {"hidden_state", "dh_T/dh_t", &gradient_flow->hidden_state,
         gradient_flow_look::hidden_state},
        {"cell_state", frame.words("gradients.cell_state"), &gradient_flow->cell_state,
         gradient_flow_look::cell_state},
        {"forget_product",
         keep.empty()
             ? frame.words("gradients.all_kept")
             : frame.words(
                   "gradients.product",
                   {{"keep", keep.find(' ') == std::string::npos ? keep : "(" + keep + ")"}}),
         &gradient_flow->forget_product, gradient_flow_look::forget_product}};
    const bool is_plain = cell.family == Family::rnn;  // and beside itself
    std::erase_if(tracks, [&](const Track& track) {
        return track.sizes->empty() || (is_plain && track.sizes == &gradient_flow->plain_rnn);
    });
    Decades decades;
    for (const Track& track : tracks) {
        const Outline outline = outline_of(frame, track);
        const auto ends = outline.envelope->ends(outline.series);
        if (!ends) continue;
        decades.see(ends->least);
        decades.see(ends->most);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 min{at.x + frame.px(40), at.y + frame.px(4)};
    const ImVec2 max{at.x + ImGui::GetContentRegionAvail().x - frame.px(10), min.y + frame.px(150)};
    draw_axes(frame, decades, gradient_flow->steps(), min, max);
    for (const Track& track : tracks) draw_track(frame, track, decades, min, max);
    frame.regions.add("gradients/gradient_flow", min, max);
    ImGui::Dummy({max.x - at.x, frame.px(176)});
    for (const Track& track : tracks) {
        const ImVec2 line = ImGui::GetCursorScreenPos();
        const float middle = line.y + frame.px(9);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const std::array ends{ImVec2(line.x + frame.px(6), middle),
                              ImVec2(line.x + frame.px(28), middle)};
        draw_line(frame, ends, track.look);
        const double here = (*track.sizes)[static_cast<std::size_t>(frame.view.cursor.t)];
        const std::string text = format_significant(here, 4);
        draw_text(list, frame.theme.fonts.text, {line.x + frame.px(36), middle}, frame.theme->ink,
                  track.label);
        draw_text(list, frame.theme.fonts.bold, {line.x + frame.px(290), middle}, frame.theme->ink,
                  text, Align::right);
        draw_text(list, frame.theme.fonts.small, {line.x + frame.px(298), middle},
                  frame.theme->muted,
                  frame.words("gradients.at", {{"t", std::to_string(frame.view.cursor.t)}}));
        ImGui::Dummy({frame.px(300), frame.px(17)});
        frame.regions.add("gradients/gradient_flow/" + std::string(track.id), line,
                          {line.x + frame.px(290), line.y + frame.px(18)}, text);
    }
}

/// The weight at `index` among all numbers of all parameters.
ParameterPlace weight_at(const Network& network, int index) {
    for (std::size_t p = 0; p < network.parameters.size(); ++p) {
        const Matrix& matrix = *network.parameters[p];
        const auto count = static_cast<int>(matrix.size());
        const auto columns = static_cast<int>(matrix.cols());
        if (index < count) return {static_cast<int>(p), index / columns, index % columns};
        index -= count;
    }
    return {0, 0, 0};
}

int index_of(const Network& network, const ParameterPlace& place) {
    int index = 0;
    for (int p = 0; p < place.parameter; ++p)
        index += static_cast<int>(network.parameters[static_cast<std::size_t>(p)]->size());
    const Matrix& matrix = *network.parameters[static_cast<std::size_t>(place.parameter)];
    return index + place.row * static_cast<int>(matrix.cols()) + place.column;
}

/// Of the loss of sequence `n`; nothing where it has no target, or would take long to compute.
const std::optional<Gradients>& gradients_of_sequence(Frame& frame, int n) {
    const Document& document = frame.document();
    const Memo::Version version{frame.session.revision(), 0, 0};
    return frame.memo.at("gradients/sequence/" + std::to_string(n), version,
                         [&]() -> std::optional<Gradients> {
                             const Document other = showing(document, n);
                             if (!other.has_targets() || takes_a_moment(other)) return {};
                             try {
                                 return gradients_of(other, Results(other).trace());
                             } catch (const NotEnoughMemory&) {
                                 return {};
                             }
                         });
}

/// The gradient of one weight in each of several sequences, and their sum, from which a batch
/// learns; in the order of the document.
void draw_sum(Frame& frame, const ParameterPlace& weight) {
    const int count = sequence_count(frame.document());
    std::vector<std::pair<int, double>> terms;  // of those sequences that have a loss
    for (int n = 0; n < count && count > 1; ++n)
        if (const std::optional<Gradients>& gradients = gradients_of_sequence(frame, n))
            terms.emplace_back(n,
                               gradients->parameter(weight.parameter)(weight.row, weight.column));
    if (terms.size() < 2) return;
    constexpr std::size_t most_listed = 6;
    double sum = 0;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {frame.px(8), 0});
    for (const auto& [n, term] : terms) {
        sum += term;
        if (terms.size() > most_listed) continue;
        const std::string name = elided(
            frame.theme.fonts.text, one_line(sequence_name(frame.document(), n)), frame.px(120));
        draw_number(frame, "gradients/sequence/" + std::to_string(n), name, term,
                    frame.theme->muted);
    }
    draw_number(frame, "gradients/sum",
                frame.words("gradients.sum", {{"count", std::to_string(terms.size())}}), sum,
                frame.theme->ink);
    ImGui::PopStyleVar();
}

/// One weight: its gradient, where that comes from, and what becomes of the loss when it is moved.
void draw_weight(Frame& frame) {
    heading(frame, frame.words("gradients.weight"));
    View& view = frame.view;
    const Network& network = frame.document().network;
    int count = 0;
    for (const auto& matrix : network.parameters) count += static_cast<int>(matrix->size());
    const ParameterPlace weight = weight_in_question(frame);
    if (const auto index =
            stepper(frame, "gradients/weight", frame.words("gradients.weight.number"),
                    index_of(network, weight), 0, count - 1))
        view.selection.weight = weight_at(network, *index);
    ImGui::SameLine(0, frame.px(10));
    ImGui::AlignTextToFramePadding();
    const std::string name =
        parameter_name(frame.cell(), weight.parameter, weight.row, weight.column);
    ImGui::TextUnformatted(name.c_str());
    ImGui::SameLine(0, frame.px(10));
    if (button(frame, "gradients/check", frame.words("gradients.check"),
               frame.words("gradients.check.help")))
        view.selection.checked = GradientComparison{ParameterGradientPlace{weight}, 0, {}};
    std::optional<double> gradient;
    if (knows_term(frame, weight, 1))
        gradient = frame.session.gradients().parameter(weight.parameter)(weight.row, weight.column);
    if (draw_number(frame, "gradients/of_weight", frame.words("gradients.going_back"), gradient,
                    frame.theme->ink, frame.words("gradients.click_for_steps"))) {
        choose(view, frame.document(), ParameterGradientPlace{weight});
        view.look.page = Page::derivation;
    }
    if (is_checked(view, ParameterGradientPlace{weight})) {
        const GradientCheck& check = checked_gradient(frame);
        ImGui::SameLine(0, frame.px(10));
        draw_number(frame, "gradients/difference", frame.words("gradients.by_moving"),
                    check.difference, frame.theme->accent);
    }
    if (gradient) draw_sum(frame, weight);
}

}  // namespace

void draw_gradients(Frame& frame) {
    if (frame.document().steps() == 0) {
        paragraph(frame.words("gradients.empty"));
        return;
    }
    ImGui::BeginChild("gradients");
    if (frame.session.has_targets()) {
        const std::string loss = format_significant(frame.session.loss(), 4);
        paragraph(frame.words("gradients.loss", {{"loss", loss}}));
        frame.regions.add("gradients/loss", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), loss);
        draw_step(frame);
        ImGui::Dummy({0, frame.px(2)});
        draw_weight(frame);
    } else {
        paragraph(frame.words("gradients.no_target"));
    }
    ImGui::Dummy({0, frame.px(4)});
    draw_gradient_flow(frame);
    ImGui::EndChild();
}

}  // namespace lstm
