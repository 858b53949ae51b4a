/// How the chosen number came about: symbols, numbers put in, products, sum, and the activation on
/// its curve. Every term leads to where it came from.
#include "maths/derivation.h"
#include "document/gradient_check.h"
#include "model/engine/equation_result.h"
#include "ui/look/formula_layout.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"
#include "ui/words/phases.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace lstm {
namespace {

/// What an activation does to its argument.
std::string title_of(const Words& words, Activation activation) {
    const ActivationFacts& facts = facts_of(activation);
    const bool bounded = std::isfinite(facts.least) && std::isfinite(facts.most);
    return words(bounded ? "derivation.squashed" : "derivation.activated",
                 {{"function", facts.symbol},
                  {"least", format_value(facts.least, 0)},
                  {"most", format_value(facts.most, 0)}});
}

std::string title_of(const Words& words, const Cell& cell, const DerivationLine& line) {
    switch (line.role) {
        case DerivationLine::Role::origin: return words("derivation.origin");
        case DerivationLine::Role::symbols: return words("derivation.symbols");
        case DerivationLine::Role::element: return words("derivation.element");
        case DerivationLine::Role::numbers: return words("derivation.numbers");
        case DerivationLine::Role::aside: return words("derivation.aside");
        case DerivationLine::Role::total: return words("derivation.total");
        case DerivationLine::Role::term: return capitalised(source_of(words, cell, *line.term));
        case DerivationLine::Role::step: break;
    }
    switch (line.operation) {
        case Operation::matrix_vector: return words("derivation.products");
        case Operation::add: return words("derivation.sum");
        case Operation::multiply: return words("derivation.multiply");
        case Operation::one_minus: return words("derivation.one_minus");
        case Operation::activate:
            return line.activation ? title_of(words, line.activation->function)
                                   : words("derivation.softmax");
    }
    return "";
}

std::string words_about(const Frame& frame, const DerivationLine& line) {
    switch (line.origin.value_or(ValueOrigin::input)) {
        case ValueOrigin::input: return frame.words("derivation.input");
        case ValueOrigin::previous_step:
            return frame.words("derivation.previous", {{"t", std::to_string(line.subject.t - 1)}});
        case ValueOrigin::initial_state: return frame.words("derivation.initial");
    }
    (void)frame;
    return "";
}

/// The curve of an activation with the point on it, its argument below and its value beside.
void draw_curve(Frame& frame, const ActivationPoint& activation, ImVec2 min, ImVec2 max) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ActivationFacts& facts = facts_of(activation.function);
    const double reach = std::max(4.0, std::min(std::abs(activation.argument) * 1.15, 40.0));
    const double least = std::max(facts.least, -reach), most = std::min(facts.most, reach);
    const auto at = [&](double z, double value) {
        const double x = (std::clamp(z, -reach, reach) + reach) / (2 * reach);
        const double y = (value - least) / (most - least);
        return ImVec2(min.x + static_cast<float>(x) * (max.x - min.x),
                      max.y - static_cast<float>(y) * (max.y - min.y));
    };
    list.AddRectFilled(min, max, packed(frame.theme->sunken), frame.px(4));
    const double middle = is_share(activation.function) ? 0.5 : 0;
    list.AddLine(at(-reach, middle), at(reach, middle), packed(frame.theme->rule));
    list.AddLine(at(0, least), at(0, most), packed(frame.theme->rule));
    std::vector<ImVec2> points;
    constexpr int samples = 160;  // so many that a kink looks like one
    for (int n = 0; n <= samples; ++n) {
        const double z = -reach + 2 * reach * n / samples;
        points.push_back(at(z, activated(activation.function, z)));
    }
    list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(frame.theme->muted), 0,
                     frame.px(1.8F));
    if (!std::isfinite(activation.argument) || !std::isfinite(activation.value)) return;
    const ImVec2 point = at(activation.argument, activation.value);
    const ImU32 accent = packed(frame.theme->accent);
    list.AddLine({point.x, max.y}, point, accent, frame.px(1));
    list.AddLine(point, {min.x, point.y}, accent, frame.px(1));
    list.AddCircleFilled(point, frame.px(4), accent);
    frame.regions.add("working/point", {point.x - 4, point.y - 4}, {point.x + 4, point.y + 4},
                      format_exact(activation.value));
    // The value read off stands where the curve leaves room: on the side away from the point.
    const bool right = point.x < (min.x + max.x) / 2;
    draw_text(list, frame.theme.fonts.bold,
              {right ? max.x - frame.px(5) : min.x + frame.px(5),
               right ? max.y - frame.px(10) : min.y + frame.px(10)},
              frame.theme->accent,
              format_value(activation.value, frame.view.look.notation.decimals),
              right ? Align::right : Align::left);
}

void follow(Frame& frame, const Link& target) {
    if (const auto* place = std::get_if<QuantityPlace>(&target)) {
        if (place->element != all)
            choose(frame.view, frame.document(), source_of(frame.cell(), *place));
    } else if (const auto* gradient = std::get_if<GradientPlace>(&target)) {
        if (gradient->of.element != all) choose(frame.view, frame.document(), *gradient);
    } else if (const auto* of_weight = std::get_if<ParameterGradientPlace>(&target)) {
        if (of_weight->of.row != all) choose(frame.view, frame.document(), *of_weight);
    } else if (const auto* weight = std::get_if<ParameterPlace>(&target)) {
        if (weight->row == all) return;
        frame.view.selection.weight = *weight;
        frame.view.look.page = Page::weights;
    }
}

/// One line of the working: its title above, or where lines stand `close`, beside.
void draw_line(Frame& frame, const DerivationLine& line, int number, bool close) {
    std::string title = title_of(frame.words, frame.cell(), line);
    if (!close) heading(frame, title);
    const float indent = close ? frame.px(136) : 0;
    ImVec2 at = ImGui::GetCursorScreenPos();
    if (close) {
        if (line.activation)
            title = frame.words("derivation.activated.short",
                                {{"function", facts_of(line.activation->function).symbol}});
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small, {at.x, at.y + frame.px(13)},
                  frame.theme->muted, elided(frame.theme.fonts.small, title, indent - frame.px(6)));
        at.x += indent;
    }
    const float room = ImGui::GetContentRegionAvail().x - indent;
    const float curve = line.activation ? frame.px(128) : 0;
    const SetFormula set =
        set_formula(frame, line.expression, {at.x + frame.px(6), at.y}, room - curve - frame.px(10),
                    "working/" + std::to_string(number));
    if (set.clicked) follow(frame, *set.clicked);
    float height = set.height;
    if (line.activation) {
        const float tall = frame.px(66);
        // Beside a title above it there is room; close to the line before there is none.
        const float top = close ? at.y + frame.px(3) : at.y - frame.px(12);
        draw_curve(frame, *line.activation, {at.x + room - curve, top}, {at.x + room, top + tall});
        height = std::max(height, top + tall + frame.px(2) - at.y);
    }
    ImGui::Dummy({room + indent, height});
    if (line.role == DerivationLine::Role::origin) paragraph(words_about(frame, line));
    const auto [quantity, element, t] = line.subject;
    if (line.term) {
        if (line.clamped) paragraph(frame.words("derivation.clamped_gradient"));
    } else if (line.clamped)
        paragraph(frame.words(
            "derivation.clamped",
            {{"clamped", clamp_words(frame.words,
                                     *clamp_on(*frame.document().clamps, quantity, element, t))}}));
    else if (line.unrounded != line.value && line.role == DerivationLine::Role::step)
        ImGui::TextColored(
            frame.theme->muted, "%s",
            frame.words("derivation.unrounded", {{"value", format_exact(line.unrounded)}}).c_str());
    if (!close) ImGui::Dummy({0, frame.px(3)});
}

/// The number that it is about, or whose gradient; nullptr where it is about a weight.
const QuantityPlace* place_of(const DerivationSubject& what) {
    if (const auto* gradient = std::get_if<GradientPlace>(&what)) return &gradient->of;
    return std::get_if<QuantityPlace>(&what);
}

std::string title_of(const Words& words, const Cell& cell, const DerivationSubject& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr) {
        const ParameterPlace& weight = std::get<ParameterGradientPlace>(what).of;
        return "dL/d" + parameter_name(cell, weight.parameter, weight.row, weight.column);
    }
    const std::string name = std::holds_alternative<GradientPlace>(what)
                                 ? gradient_name(cell, {place->quantity, place->element})
                                 : element_name(cell, place->quantity, place->element);
    return words(place->t == 0 ? "derivation.at_start" : "derivation.at_step",
                 {{"name", name}, {"t", std::to_string(place->t)}});
}

/// From a number to its gradient, and the other way.
void draw_turn(Frame& frame, const DerivationSubject& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr || place->t == 0 || !can_go_backward(frame.session)) return;
    ImGui::SameLine();
    const bool of_gradient = std::holds_alternative<GradientPlace>(what);
    if (!button(frame, "working/gradient",
                of_gradient ? frame.words("derivation.value") : frame.words("derivation.gradient"),
                of_gradient ? frame.words("derivation.value.help")
                            : frame.words("derivation.gradient.help")))
        return;
    choose(frame.view, frame.document(),
           of_gradient ? DerivationSubject(*place) : DerivationSubject(GradientPlace{*place}));
}

/// A gradient against a central difference, at one click.
void draw_check(Frame& frame, const DerivationSubject& what) {
    const QuantityPlace* place = place_of(what);
    if (std::holds_alternative<QuantityPlace>(what) || frame.view.look.alone != Alone::no) return;
    if (place != nullptr && !can_be_moved(frame.cell(), place->quantity)) return;
    if (button(frame, "working/check", frame.words("derivation.check"),
               frame.words("derivation.check.help"), true, is_checked(frame.view, what)))
        toggle_check(frame.view, what);
    if (!is_checked(frame.view, what)) return;
    const GradientCheck& check = checked_gradient(frame);
    const int digits = std::max(frame.view.look.notation.decimals, 7);
    const bool agree = std::abs(check.gradient - check.difference) <=
                       1e-6 * std::max(1.0, std::abs(check.gradient));
    const std::string words = frame.words(agree ? "derivation.true" : "derivation.false",
                                          {{"gradient", format_value(check.gradient, digits)},
                                           {"difference", format_value(check.difference, digits)}});
    ImGui::SameLine(0, frame.px(10));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
    frame.regions.add("working/checked", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), words);
}

void draw_title(Frame& frame, const DerivationSubject& what) {
    View& view = frame.view;
    if (frame.view.look.alone == Alone::no &&
        button(frame, "working/back", frame.words("derivation.back"),
               frame.words("derivation.back.help"), !view.selection.trail.empty())) {
        const DerivationSubject last = view.selection.trail.back();
        view.selection.trail.pop_back();
        view.selection.subject.reset();
        choose(view, frame.document(), last);
    }
    ImGui::SameLine();
    const std::string title = title_of(frame.words, frame.cell(), what);
    const QuantityPlace* place = place_of(what);
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(frame.theme.fonts.bold);
    ImGui::PushStyleColor(ImGuiCol_Text, place == nullptr
                                             ? frame.theme->ink
                                             : frame.theme.quantity(frame.cell(), place->quantity));
    ImGui::TextUnformatted(title.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    frame.regions.add("working/title", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), title);
    if (frame.view.look.alone == Alone::no) draw_turn(frame, what);
    if (view.selection.subject) {
        ImGui::SameLine();
        if (button(frame, "working/follow", frame.words("derivation.follow"),
                   frame.words("derivation.follow.help"))) {
            view.selection.subject.reset();
            view.selection.trail.clear();
        }
    }
}

void draw_notation(Frame& frame) {
    Notation& notation = frame.view.look.notation;
    if (const auto digits = stepper(frame, "working/digits", frame.words("derivation.digits"),
                                    notation.decimals, 2, 17))
        notation.decimals = *digits;
    ImGui::SameLine(0, frame.px(10));
    using Candidate = Notation::Candidate;
    static constexpr std::pair<Candidate, const char*> letters[] = {
        {Candidate::c_tilde, "c̃"}, {Candidate::g, "g"}, {Candidate::z, "z"}, {Candidate::a, "a"}};
    for (const auto& [candidate, letter] : letters) {
        if (button(frame, std::string("working/candidate/") + letter, letter,
                   frame.words("derivation.letter.help"), true, notation.candidate == candidate))
            notation.candidate = candidate;
        ImGui::SameLine(0, frame.px(2));
    }
    ImGui::SameLine(0, frame.px(10));
    using Matrices = Notation::Matrices;
    const bool separate = notation.matrices == Matrices::separate;
    if (button(frame, "working/matrices", separate ? "W x + U h₋" : "W·[h₋, x]",
               frame.words("derivation.matrices.help")))
        notation.matrices = separate ? Matrices::concatenated : Matrices::separate;
}

WeightDerivation work_out(const Frame& frame, const DerivationSubject& what) {
    if (const auto* gradient = std::get_if<GradientPlace>(&what))
        return {gradient_derivation(frame, *gradient)};
    if (const auto* weight = std::get_if<ParameterGradientPlace>(&what))
        return gradient_derivation(frame, *weight);
    const auto& place = std::get<QuantityPlace>(what);
    return {derivation_of(frame.document().network, frame.trace(),
                          decimals_of(frame.document().rounding), place.quantity, place.element,
                          place.t, frame.view.look.notation, *frame.document().clamps)};
}

bool is_known(const Frame& frame, const DerivationSubject& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr) return knows_term(frame, std::get<ParameterGradientPlace>(what).of, 1);
    if (std::holds_alternative<GradientPlace>(what))
        return frame.view.cursor.knows_gradient(frame.cell(), place->quantity, place->t);
    return place->t != frame.view.cursor.t ||
           frame.view.cursor.knows(frame.cell(), place->quantity, place->t);
}

/// Of what many timesteps add, that of the largest few, and of the others together.
void draw_largest_steps(Frame& frame, const WeightDerivation& worked, int first_number) {
    for (const DerivationLine& line : worked.derivation.lines)
        if (line.role == DerivationLine::Role::term) draw_line(frame, line, first_number++, false);
    const int decimals = frame.view.look.notation.decimals;
    paragraph(frame.words(
        "derivation.other_steps",
        {{"n", std::to_string(worked.others)}, {"sum", format_value(worked.rest, decimals)}}));
    paragraph(frame.words("derivation.all_steps",
                          {{"sum", format_value(worked.derivation.lines.back().value, decimals)}}));
}

}  // namespace

void draw_derivation(Frame& frame) {
    frame.view.look.derivation_shown = true;
    const DerivationSubject what = what_is_chosen(frame.view, frame.cell());
    draw_title(frame, what);
    if (frame.view.look.alone == Alone::no) draw_notation(frame);
    ImGui::Dummy({0, frame.px(4)});
    const QuantityPlace* place = place_of(what);
    if (frame.view.cursor.t == 0 && place != nullptr && place->quantity == frame.cell().input) {
        paragraph(frame.words("derivation.empty"));
        return;
    }
    ImGui::BeginChild("lines");
    const WeightDerivation worked = work_out(frame, what);
    const bool known = is_known(frame, what);
    // What would not fit stands closer together.
    const float roomy =
        frame.px(60) * static_cast<float>(worked.derivation.lines.size()) + frame.px(20);
    const bool close = known && roomy > ImGui::GetContentRegionAvail().y;
    const bool crowded = worked.others > 0;
    int number = 0;
    for (const DerivationLine& line : worked.derivation.lines) {
        const bool in_letters = line.role == DerivationLine::Role::symbols ||
                                line.role == DerivationLine::Role::element;
        const bool one_step = line.term && line.term->kind == TermSource::Kind::timestep;
        const bool line_known =
            known || (one_step && knows_term(frame, std::get<ParameterGradientPlace>(what).of,
                                             line.term->quantity.t));
        if (in_letters || (line_known && !crowded)) draw_line(frame, line, number++, close);
    }
    if (crowded && known) draw_largest_steps(frame, worked, number);
    if (known) draw_check(frame, what);
    if (!known && place == nullptr) paragraph(frame.words("derivation.sum_later"));
    if (!known && place != nullptr)
        paragraph(frame.words(
            "derivation.later",
            {{"phase", phase_name(frame.words, frame.cell().quantities[place->quantity].phase)}}));
    ImGui::EndChild();
}

}  // namespace lstm
