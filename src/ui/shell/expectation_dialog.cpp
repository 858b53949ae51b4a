/// What a number should be, typed as it was published, and whether it is.
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/state/expecting.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <cmath>
#include <functional>
#include <string>
#include <string_view>

namespace lstm {
namespace {

constexpr float label_width = 92;

/// What stands in front of a line of the dialog.
void label(Frame& frame, const std::string& text) {
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(frame.theme->muted, "%s", text.c_str());
    ImGui::SameLine(left + frame.px(label_width));
}

/// The steps at which what was typed can be expected, and which of them it is.
void draw_step(Frame& frame, const TypedExpectation& typed) {
    using Subject = ExpectationSubject;
    const Expectation& e = typed.expectation;
    const bool named = typed.fault != TypedExpectation::Fault::name &&
                       typed.fault != TypedExpectation::Fault::element;
    if (!named || e.subject == Subject::updated_parameter) return;
    const Bounds steps = expectation_steps(frame.document(), e.subject, e.quantity);
    if (steps.empty()) return;
    ImGui::SameLine(0, frame.px(12));
    ExpectationWish& wish = frame.view.dialogs.expecting;
    if (const auto t = stepper(frame, "expecting/t", frame.words("expecting.step"), wish.t,
                               static_cast<int>(steps.least), static_cast<int>(steps.most)))
        wish.t = *t;
    if (wish.t != 0) return;
    ImGui::SameLine(0, frame.px(8));
    ImGui::TextColored(
        frame.theme->muted, "%s",
        frame.words(e.quantity == none ? "expecting.all_steps" : "expecting.initial").c_str());
}

/// How exact it has to be.
void draw_limit(Frame& frame, const TypedExpectation& typed, bool& entered) {
    ExpectationWish& wish = frame.view.dialogs.expecting;
    label(frame, frame.words("expecting.limit"));
    if (button(frame, "expecting/to_decimals", frame.words("expecting.to_decimals"),
               frame.words("expecting.to_decimals.help"), true, !wish.by_tolerance))
        wish.by_tolerance = false;
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "expecting/within", frame.words("expecting.within"),
               frame.words("expecting.within.help"), true, wish.by_tolerance))
        wish.by_tolerance = true;
    ImGui::SameLine(0, frame.px(12));
    if (wish.by_tolerance) {
        entered |= typed_field(frame, "expecting/tolerance", wish.tolerance, frame.px(90), "0.001");
    } else if (const auto decimals =
                   stepper(frame, "expecting/decimals", frame.words("published.decimals"),
                           typed.expectation.decimals.value_or(0), 0, max_decimals)) {
        wish.decimals = *decimals;
    }
}

/// Whether it comes out, or what is still missing.
void draw_result(Frame& frame, const TypedExpectation& typed, float width) {
    using Fault = TypedExpectation::Fault;
    const ExpectationWish& wish = frame.view.dialogs.expecting;
    const Expectation& e = typed.expectation;
    ImVec4 colour = frame.theme->muted;
    std::string words;
    switch (typed.fault) {
        case Fault::name: words = frame.words("expecting.no_name"); break;
        case Fault::element: words = frame.words("expecting.no_element"); break;
        case Fault::target: words = frame.words("expecting.no_target"); break;
        case Fault::step: words = frame.words("expecting.no_step"); break;
        case Fault::value:
        case Fault::tolerance:
        case Fault::fine: {
            const std::optional<double> number = number_now(frame, e);
            const std::string shown = number ? format_exact(*number) : "";
            const bool empty = std::string_view(wish.value.data()).empty();
            if (typed.fault == Fault::value && !empty)
                words = frame.words("predict.no_number");
            else if (typed.fault == Fault::tolerance)
                words = frame.words("expecting.no_tolerance");
            else if (!number)
                words = frame.words("expecting.unknown");
            else if (typed.fault == Fault::value)
                words = frame.words("expecting.computed", {{"computed", shown}});
            else if (agrees(e, *number))
                words = frame.words("expecting.agrees", {{"computed", shown}}),
                colour = frame.theme->good;
            else
                words = frame.words(
                    "expecting.differs",
                    {{"computed", shown},
                     {"difference", format_significant(std::abs(*number - e.value), 2)}}),
                colour = frame.theme->bad;
        }
    }
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    const ImVec2 at = ImGui::GetCursorPos();
    paragraph(frame, "expecting/result", words, width, 2);
    ImGui::PopStyleColor();
    // Two lines high, so that the buttons below stand still while one types.
    ImGui::SetCursorPos({at.x, at.y + 2 * ImGui::GetTextLineHeightWithSpacing()});
    ImGui::Dummy({width, 0});
}

void close(Frame& frame) {
    frame.view.dialogs.open = Dialog::closed;
}

void take(Frame& frame, const Expectation& expectation) {
    ExpectationWish& wish = frame.view.dialogs.expecting;
    std::vector<Expectation> expected = *frame.document().expectations;
    if (wish.changed == none) {
        wish.changed = static_cast<int>(expected.size());
        expected.push_back(expectation);
    } else {
        expected[static_cast<std::size_t>(wish.changed)] = expectation;
    }
    wish.chosen = wish.changed;
    frame.proposals.edit(SetExpectations{std::move(expected)});
    close(frame);
}

}  // namespace

std::optional<double> number_now(Frame& frame, const Expectation& e) {
    if (e.subject == ExpectationSubject::quantity &&
        !frame.view.cursor.knows(frame.cell(), e.quantity, e.t))
        return {};
    const std::size_t name = std::hash<std::string>{}(name_of(frame.cell(), e));
    return frame.memo.at("number/now",
                         {frame.session.revision(), name, static_cast<std::uint64_t>(e.t)},
                         [&] { return computed_for(frame.document(), frame.trace(), e); });
}

void expect_no_more(Frame& frame, int n) {
    std::vector<Expectation> left = *frame.document().expectations;
    left.erase(left.begin() + n);
    frame.view.dialogs.expecting.chosen = std::min(n, static_cast<int>(left.size()) - 1);
    frame.proposals.edit(SetExpectations{std::move(left)});
}

void draw_expectation_dialog(Frame& frame) {
    ExpectationWish& wish = frame.view.dialogs.expecting;
    if (ImGui::IsWindowAppearing()) {
        frame.view.input.focus.id = "expecting/value";
        frame.view.input.focus.arriving = true;
    }
    const float width = dialog_width(frame, 460);
    ImGui::Dummy({width, 0});
    bool entered = false;
    label(frame, frame.words("expecting.name"));
    entered |= typed_field(frame, "expecting/name", wish.name, frame.px(170), "h[0]");
    draw_step(frame, typed_expectation(wish, frame.document()));
    label(frame, frame.words("expecting.value"));
    entered |= typed_field(frame, "expecting/value", wish.value, frame.px(170),
                           frame.words("expecting.value.hint"));
    const TypedExpectation typed = typed_expectation(wish, frame.document());
    draw_limit(frame, typed, entered);
    ImGui::Dummy({0, frame.px(2)});
    draw_result(frame, typed, width);
    ImGui::Dummy({0, frame.px(2)});
    const bool whole = typed.fault == TypedExpectation::Fault::fine;
    const bool is_new = wish.changed == none;
    if ((button(frame, "expecting/take", frame.words(is_new ? "expecting.add" : "expecting.change"),
                "", whole) ||
         entered) &&
        whole)
        return take(frame, typed.expectation);
    ImGui::SameLine();
    if (!is_new) {
        if (button(frame, "expecting/remove", frame.words("expecting.remove"))) {
            expect_no_more(frame, wish.changed);
            return close(frame);
        }
        ImGui::SameLine();
    }
    if (button(frame, "expecting/cancel", frame.words("cancel"))) close(frame);
}

}  // namespace lstm
