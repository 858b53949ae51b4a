/// What can be done with a number: the menu of the right mouse button.
#include "document/subject_name.h"
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/state/expecting.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// A line of the menu; whether it was chosen, which closes it.
bool offer(Frame& frame, const std::string& id, const std::string& words, float width) {
    if (!list_line(frame, "context/" + id, words, false, 0, {width, ImGui::GetFrameHeight()}))
        return false;
    frame.view.dialogs.open = Dialog::closed;
    return true;
}

/// "This should be …", or what becomes of what is expected.
void offer_expectation(Frame& frame, const std::string& id, const std::string& words,
                       const Expectation& subject, float width) {
    const int place = place_of(frame.document(), subject);
    if (offer(frame, id, place == none ? words : frame.words("context.change_expected"), width))
        ask_what_to_expect(frame.view, frame.document(), subject);
    if (place != none && offer(frame, id + "_no_more", frame.words("context.no_more"), width))
        expect_no_more(frame, place);
}

void draw_of_weight(Frame& frame, const ParameterPlace& weight, float width) {
    const Cell& cell = frame.cell();
    const std::string whole = cell.parameters[weight.parameter].name();
    const double value =
        (*frame.document().network.parameters[weight.parameter])(weight.row, weight.column);
    heading(frame, value_in_words(frame.words,
                                  parameter_name(cell, weight.parameter, weight.row, weight.column),
                                  value));
    const std::optional<double> original = original_weight(frame.session, weight);
    if (original && *original != value &&
        offer(frame, "back", frame.words("context.reset", {{"value", format_exact(*original)}}),
              width))
        frame.proposals.edit(SetParameter{weight.parameter, weight.row, weight.column, *original});
    if (offer(frame, "paste", frame.words("context.paste", {{"name", whole}}), width))
        frame.proposals.request(OpenCopiedRequest{weight.parameter});
    if (frame.session.has_targets()) {
        offer_expectation(frame, "expect_gradient", frame.words("context.expect_gradient"),
                          subject_of(weight, false), width);
        offer_expectation(frame, "expect_updated", frame.words("context.expect_updated"),
                          subject_of(weight, true), width);
    }
    ImGui::Dummy({0, frame.px(2)});
    heading(frame, frame.words("context.copy", {{"name", whole}}));
    for (const std::string_view form : matrix_forms) {
        if (form != matrix_forms.front()) ImGui::SameLine(0, frame.px(3));
        const std::string id = "context/copy/" + std::string(form);
        if (button(frame, id, frame.words("matrix." + std::string(form)))) {
            frame.proposals.request(CopyMatrixRequest{weight.parameter, form});
            frame.view.dialogs.open = Dialog::closed;
        }
    }
}

void draw_of_number(Frame& frame, const Expectation& subject, float width) {
    const std::optional<double> value = number_now(frame, subject);
    const bool one_step = subject.t != 0 || subject.quantity != none;
    const std::string name = name_of(frame.cell(), subject);
    heading(frame, value_in_words(
                       frame.words,
                       one_step ? frame.words("context.at_step",
                                              {{"name", name}, {"t", std::to_string(subject.t)}})
                                : name,
                       value));
    offer_expectation(frame, "expect", frame.words("context.expect"), subject, width);
    if (value && offer(frame, "copy", frame.words("context.copy_number"), width))
        ImGui::SetClipboardText(format_plain(*value).c_str());
}

/// Whether it can be opened: of another document the number may be gone.
bool exists(const Document& document, const Expectation& subject) {
    Expectation one = subject;
    one.decimals = 0;
    one.tolerance.reset();
    return !validate(document, one, 0);
}

}  // namespace

void open_context_menu(Frame& frame, const ParameterPlace& weight) {
    frame.view.dialogs.context = {ImGui::GetIO().MousePos, weight, {}};
    frame.view.dialogs.open = Dialog::context;
}

void open_context_menu(Frame& frame, const Expectation& subject) {
    if (!exists(frame.document(), subject)) return;
    frame.view.dialogs.context = {ImGui::GetIO().MousePos, {}, subject};
    frame.view.dialogs.open = Dialog::context;
}

void open_context_menu(Frame& frame) {
    if (const auto weight = weight_in_focus(frame))
        open_context_menu(frame, *weight);
    else
        open_context_menu(frame, number_at_hand(frame));
    const Region* const focused = frame.regions.find(frame.view.input.focus.id);
    if (focused != nullptr && frame.view.input.focus.visible)
        frame.view.dialogs.context.at = {focused->min.x, focused->max.y};
}

std::optional<Expectation> number_pointed_at(const Frame& frame) {
    const std::optional<Element> pointed = frame.view.input.pointed;
    if (!pointed || frame.view.cursor.t == 0 || pointed->quantity == frame.cell().input) return {};
    return subject_of(frame.cell(), frame.view.cursor, *pointed);
}

Expectation number_at_hand(const Frame& frame) {
    if (const auto pointed = number_pointed_at(frame)) return *pointed;
    const auto weight = weight_in_focus(frame);
    if (weight && frame.session.has_targets()) return subject_of(*weight, false);
    return subject_of(frame.cell(), what_is_chosen(frame.view, frame.cell()));
}

void follow_right_click(Frame& frame) {
    const InputState& input = frame.view.input;
    if (frame.view.dialogs.open != Dialog::closed ||
        !ImGui::IsMouseReleased(ImGuiMouseButton_Right))
        return;
    if (input.hovered_weight_next && input.hovered_weight_next->row >= 0 &&
        input.hovered_weight_next->column >= 0)
        open_context_menu(frame, *input.hovered_weight_next);
    else if (const auto pointed = number_pointed_at(frame))
        open_context_menu(frame, *pointed);
}

std::optional<ParameterPlace> weight_in_focus(const Frame& frame) {
    const std::string& id = frame.view.input.focus.id;
    const std::size_t slash = id.rfind('/');
    if (slash == std::string::npos || !(id.starts_with("weights/") || id.starts_with("diagram/")))
        return {};
    const auto [subject, fault] =
        subject_named(frame.document(), "updated." + id.substr(slash + 1));
    if (fault != SubjectNamed::Fault::fine) return {};
    return ParameterPlace{subject.parameter, subject.element, subject.column};
}

void draw_context_menu(Frame& frame) {
    const float width = dialog_width(frame, 300);
    ImGui::Dummy({width, 0});
    const ContextMenu menu = frame.view.dialogs.context;
    if (menu.weight)
        draw_of_weight(frame, *menu.weight, width);
    else if (exists(frame.document(), menu.subject))
        draw_of_number(frame, menu.subject, width);
}

}  // namespace lstm
