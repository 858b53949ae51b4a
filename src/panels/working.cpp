/// How the chosen number came about: symbols, numbers put in, products, sum, and the activation on
/// its curve. Every term leads to where it came from.
#include "model/working.h"
#include "document/gradient_check.h"
#include "panels/going_back.h"
#include "panels/maths.h"
#include "panels/narration.h"
#include "panels/numbers.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace lstm {
namespace {

std::string title_of(const Cell& cell, const Line& line) {
    switch (line.role) {
        case Line::Role::origin: return "Where it comes from";
        case Line::Role::symbols: return "In symbols";
        case Line::Role::element: return "For this unit";
        case Line::Role::numbers: return "With the numbers put in";
        case Line::Role::aside: return "The shares that softmax gives";
        case Line::Role::total: return "All together";
        case Line::Role::path: {
            std::string words = words_for(cell, *line.path);
            words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
            return words;
        }
        case Line::Role::step: break;
    }
    switch (line.operation) {
        case Operation::matrix_vector: return "Product by product";
        case Operation::add: return "The sum";
        case Operation::multiply: return "Share by share";
        case Operation::one_minus: return "What is left of 1";
        case Operation::sigmoid: return "Squashed by σ to between 0 and 1";
        case Operation::tanh: return "Squashed by tanh to between −1 and 1";
    }
    return "";
}

std::string words_about(const Frame& frame, const Line& line) {
    switch (line.origin.value_or(Origin::input)) {
        case Origin::input:
            return "It is an input: the sequence says so. Change it on the Inputs page.";
        case Origin::previous_step:
            return "It is the state that step " + std::to_string(line.subject.t - 1) +
                   " left behind. Click it to see how that came about.";
        case Origin::initial_state:
            return "It is where the run starts: an initial state, on the Inputs page.";
    }
    (void)frame;
    return "";
}

/// The curve of σ or tanh with the point on it, its argument below and its value beside.
void draw_curve(Frame& frame, const Activation& activation, ImVec2 min, ImVec2 max) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool squashes_to_share = activation.function == Operation::sigmoid;
    const double reach = std::max(4.0, std::min(std::abs(activation.argument) * 1.15, 40.0));
    const double least = squashes_to_share ? 0 : -1;
    const auto at = [&](double z, double value) {
        const double x = (std::clamp(z, -reach, reach) + reach) / (2 * reach);
        const double y = (value - least) / (1 - least);
        return ImVec2(min.x + static_cast<float>(x) * (max.x - min.x),
                      max.y - static_cast<float>(y) * (max.y - min.y));
    };
    const auto curve = [&](double z) {
        return squashes_to_share ? 1 / (1 + std::exp(-z)) : std::tanh(z);
    };
    list.AddRectFilled(min, max, packed(frame.theme->sunken), frame.px(4));
    list.AddLine(at(-reach, squashes_to_share ? 0.5 : 0), at(reach, squashes_to_share ? 0.5 : 0),
                 packed(frame.theme->rule));
    list.AddLine(at(0, least), at(0, 1), packed(frame.theme->rule));
    std::vector<ImVec2> points;
    constexpr int samples = 64;
    for (int n = 0; n <= samples; ++n) {
        const double z = -reach + 2 * reach * n / samples;
        points.push_back(at(z, curve(z)));
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
              frame.theme->accent, format_value(activation.value, frame.view.notation.decimals),
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
        frame.view.chosen_weight = *weight;
        frame.view.page = Page::weights;
    }
}

/// One line of the working: its title above, or where lines stand `close`, beside.
void draw_line(Frame& frame, const Line& line, int number, bool close) {
    std::string title = title_of(frame.cell(), line);
    if (!close) heading(frame, title);
    const float indent = close ? frame.px(136) : 0;
    ImVec2 at = ImGui::GetCursorScreenPos();
    if (close) {
        title = title.substr(0, title.find(" to between"));
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
        draw_curve(frame, *line.activation, {at.x + room - curve, at.y - frame.px(12)},
                   {at.x + room, at.y - frame.px(12) + tall});
        height = std::max(height, tall - frame.px(10));
    }
    ImGui::Dummy({room + indent, height});
    if (line.role == Line::Role::origin) paragraph(words_about(frame, line));
    const auto [quantity, element, t] = line.subject;
    if (line.path) {
        if (line.held) paragraph("It is held: whatever is behind it changes nothing.");
    } else if (line.held)
        paragraph("What comes out is not used: it is " +
                  held_words(*force_on(*frame.document().forces, quantity, element, t)) + ".");
    else if (line.unrounded != line.value && line.role == Line::Role::step)
        ImGui::TextColored(frame.theme->muted, "exactly %s, rounded before it is used",
                           format_exact(line.unrounded).c_str());
    if (!close) ImGui::Dummy({0, frame.px(3)});
}

/// The number that it is about, or whose gradient; nullptr where it is about a weight.
const QuantityPlace* place_of(const Chosen& what) {
    if (const auto* gradient = std::get_if<GradientPlace>(&what)) return &gradient->of;
    return std::get_if<QuantityPlace>(&what);
}

std::string title_of(const Cell& cell, const Chosen& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr) {
        const ParameterPlace& weight = std::get<ParameterGradientPlace>(what).of;
        return "dL/d" + parameter_name(cell, weight.parameter, weight.row, weight.column);
    }
    const std::string name = std::holds_alternative<GradientPlace>(what)
                                 ? gradient_name(cell, {place->quantity, place->element})
                                 : element_name(cell, place->quantity, place->element);
    return name + (place->t == 0 ? " at the start" : " at step " + std::to_string(place->t));
}

/// From a number to its gradient, and the other way.
void draw_turn(Frame& frame, const Chosen& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr || place->t == 0 || !can_go_back(frame.document())) return;
    ImGui::SameLine();
    const bool of_gradient = std::holds_alternative<GradientPlace>(what);
    if (!button(frame, "working/gradient", of_gradient ? "Its value" : "Its gradient",
                of_gradient ? "How the number itself came about"
                            : "How dL by it comes about: the chain rule"))
        return;
    choose(frame.view, frame.document(),
           of_gradient ? Chosen(*place) : Chosen(GradientPlace{*place}));
}

/// A gradient against a central difference, at one click.
void draw_check(Frame& frame, const Chosen& what) {
    const QuantityPlace* place = place_of(what);
    if (std::holds_alternative<QuantityPlace>(what) || frame.view.alone != Alone::no) return;
    if (place != nullptr && !can_be_moved(frame.cell(), place->quantity)) return;
    if (button(frame, "working/check", "Is it true?",
               "Move it a little both ways, run again, and look at the loss: a central difference",
               true, is_checked(frame.view, what)))
        toggle_check(frame.view, what);
    if (!is_checked(frame.view, what)) return;
    const GradientCheck& check = checked_gradient(frame);
    const int digits = std::max(frame.view.notation.decimals, 7);
    const bool agree = std::abs(check.gradient - check.difference) <=
                       1e-6 * std::max(1.0, std::abs(check.gradient));
    const std::string words = std::string(agree ? "Yes: " : "No: ") + "going back " +
                              format_value(check.gradient, digits) + ", by moving it " +
                              format_value(check.difference, digits);
    ImGui::SameLine(0, frame.px(10));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
    frame.regions.add("working/checked", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), words);
}

void draw_title(Frame& frame, const Chosen& what) {
    View& view = frame.view;
    if (frame.view.alone == Alone::no &&
        button(frame, "working/back", "‹ Back", "To the number before", !view.trail.empty())) {
        const Chosen last = view.trail.back();
        view.trail.pop_back();
        view.chosen.reset();
        choose(view, frame.document(), last);
    }
    ImGui::SameLine();
    const std::string title = title_of(frame.cell(), what);
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
    if (frame.view.alone == Alone::no) draw_turn(frame, what);
    if (view.chosen) {
        ImGui::SameLine();
        if (button(frame, "working/follow", "Follow the phase",
                   "Show the main result of each phase again")) {
            view.chosen.reset();
            view.trail.clear();
        }
    }
}

void draw_notation(Frame& frame) {
    Notation& notation = frame.view.notation;
    if (const auto digits = stepper(frame, "working/digits", "digits", notation.decimals, 2, 17))
        notation.decimals = *digits;
    ImGui::SameLine(0, frame.px(10));
    using Candidate = Notation::Candidate;
    static constexpr std::pair<Candidate, const char*> letters[] = {
        {Candidate::c_tilde, "c̃"}, {Candidate::g, "g"}, {Candidate::z, "z"}, {Candidate::a, "a"}};
    for (const auto& [candidate, letter] : letters) {
        if (button(frame, std::string("working/candidate/") + letter, letter,
                   "The candidate's letter", true, notation.candidate == candidate))
            notation.candidate = candidate;
        ImGui::SameLine(0, frame.px(2));
    }
    ImGui::SameLine(0, frame.px(10));
    using Matrices = Notation::Matrices;
    const bool separate = notation.matrices == Matrices::separate;
    if (button(frame, "working/matrices", separate ? "W x + U h₋" : "W·[h₋, x]",
               "Two ways to write the same sum: two matrices, or one beside the other"))
        notation.matrices = separate ? Matrices::concatenated : Matrices::separate;
}

Working work_out(const Frame& frame, const Chosen& what) {
    if (const auto* gradient = std::get_if<GradientPlace>(&what))
        return gradient_working(frame, *gradient);
    if (const auto* weight = std::get_if<ParameterGradientPlace>(&what))
        return gradient_working(frame, *weight);
    const auto& place = std::get<QuantityPlace>(what);
    return working_of(frame.document().network, frame.trace(), frame.document().rounding,
                      place.quantity, place.element, place.t, frame.view.notation,
                      *frame.document().forces);
}

bool is_known(const Frame& frame, const Chosen& what) {
    const QuantityPlace* place = place_of(what);
    if (place == nullptr) return knows_share(frame, std::get<ParameterGradientPlace>(what).of, 1);
    if (std::holds_alternative<GradientPlace>(what))
        return frame.view.knows_gradient(frame.cell(), place->quantity, place->t);
    return place->t != frame.view.t || frame.view.knows(frame.cell(), place->quantity, place->t);
}

/// Of what many timesteps add, that of the largest few, and of the others together.
void draw_largest_steps(Frame& frame, const Working& working, int first_number) {
    constexpr std::size_t most = 12;
    std::vector<const Line*> steps;
    for (const Line& line : working.lines)
        if (line.role == Line::Role::path) steps.push_back(&line);
    std::stable_sort(steps.begin(), steps.end(), [](const Line* a, const Line* b) {
        return std::abs(a->value) > std::abs(b->value);
    });
    const std::size_t count = std::min(most, steps.size());
    std::sort(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(count),
              [](const Line* a, const Line* b) { return a->path->through.t < b->path->through.t; });
    for (std::size_t k = 0; k < count; ++k) draw_line(frame, *steps[k], first_number++, false);
    double rest = 0;
    for (std::size_t k = count; k < steps.size(); ++k) rest += steps[k]->value;
    const int decimals = frame.view.notation.decimals;
    paragraph("The other " + std::to_string(steps.size() - count) + " steps add " +
              format_value(rest, decimals) + ".");
    paragraph("All together: " + format_value(working.lines.back().value, decimals) + ".");
}

}  // namespace

void draw_working(Frame& frame) {
    frame.view.working_shown = true;
    const Chosen what = what_is_chosen(frame.view, frame.cell());
    draw_title(frame, what);
    if (frame.view.alone == Alone::no) draw_notation(frame);
    ImGui::Dummy({0, frame.px(4)});
    const QuantityPlace* place = place_of(what);
    if (frame.view.t == 0 && place != nullptr && place->quantity == frame.cell().input) {
        paragraph("The sequence is empty: there is nothing to work out yet.");
        return;
    }
    ImGui::BeginChild("lines");
    const Working working = work_out(frame, what);
    const bool known = is_known(frame, what);
    // What would not fit stands closer together.
    const float roomy = frame.px(60) * static_cast<float>(working.lines.size()) + frame.px(20);
    const bool close = known && roomy > ImGui::GetContentRegionAvail().y;
    constexpr std::size_t most_lines = 30;
    const bool crowded = place == nullptr && working.lines.size() > most_lines;
    int number = 0;
    for (const Line& line : working.lines) {
        const bool in_letters =
            line.role == Line::Role::symbols || line.role == Line::Role::element;
        const bool share = line.path && line.path->kind == Path::Kind::timestep;
        const bool line_known =
            known || (share && knows_share(frame, std::get<ParameterGradientPlace>(what).of,
                                           line.path->through.t));
        if (in_letters || (line_known && !crowded)) draw_line(frame, line, number++, close);
    }
    if (crowded && known) draw_largest_steps(frame, working, number);
    if (known) draw_check(frame, what);
    if (!known && place == nullptr)
        paragraph("The sum comes with the first step, where the way back ends.");
    if (!known && place != nullptr)
        paragraph("Its numbers come with the phase “" +
                  std::string(name_of(frame.cell().quantities[place->quantity].phase)) + "”.");
    ImGui::EndChild();
}

}  // namespace lstm
