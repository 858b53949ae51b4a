/// The sequence: every x_t with its label, and the initial states.
#include "document/gradients_of.h"
#include "ui/panels.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

constexpr float row_height = 25;
constexpr float gutter = 34;
constexpr float label_width = 92;

void draw_initial(Frame& frame) {
    const Document& document = frame.document();
    const Document& original = frame.session.original();
    heading(frame, frame.words("inputs.start"));
    const auto units = static_cast<float>(document.sizes().hidden);
    const float room = ImGui::GetContentRegionAvail().x - frame.px(gutter);
    const float width = std::clamp(room / units, frame.px(46), frame.px(92));
    const float height = frame.px(row_height);
    const auto rows = static_cast<float>(document.initial.size());
    const float bar = width * units > room + 1 ? ImGui::GetStyle().ScrollbarSize : 0;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::BeginChild("initial", {0, rows * height + bar}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t s = 0; s < document.initial.size(); ++s) {
        const QuantityId now = frame.cell().states[s].now;
        const float y = static_cast<float>(s) * height;
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.bold,
                  {top.x + frame.px(4) - ImGui::GetScrollX(), top.y + y + height / 2},
                  frame.theme.quantity(frame.cell(), now),
                  frame.cell().quantities[now].symbol + "₀");
        for (int k = 0; k < document.sizes().hidden; ++k) {
            ImGui::SetCursorPos({frame.px(gutter) + width * static_cast<float>(k), y});
            const ImVec2 size{width - frame.px(2), frame.px(row_height - 3)};
            if (!within_reach(frame, size)) {
                ImGui::Dummy(size);
                continue;
            }
            NumberField field;
            field.id = "inputs/" + element_name(frame.cell(), now, k) + "@0";
            field.value = document.initial[s][k];
            if (s < original.initial.size())
                field.original = k < original.initial[s].size() ? original.initial[s][k] : 0.0;
            field.tooltip =
                frame.words("inputs.initial", {{"state", element_name(frame.cell(), now, k)}});
            if (const auto change = number_field(frame, field, size))
                frame.proposals.edit(SetInitial{static_cast<int>(s), k, change->value},
                                     change->gesture);
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

/// Acts on the selected step.
void draw_commands(Frame& frame) {
    const int t = frame.view.cursor.t;
    const int steps = frame.document().steps();
    heading(frame, frame.words("inputs.sequence"));
    const float gap = frame.px(3);
    if (button(frame, "inputs/insert", frame.words("inputs.insert"),
               frame.words("inputs.insert.help"), steps < max_steps)) {
        frame.proposals.edit(InsertStep{t + 1});
        frame.proposals.select_step = t + 1;
    }
    ImGui::SameLine(0, gap);
    if (button(frame, "inputs/duplicate", frame.words("inputs.duplicate"),
               frame.words("inputs.duplicate.help"), t > 0)) {
        frame.proposals.edit(DuplicateStep{t});
        frame.proposals.select_step = t + 1;
    }
    ImGui::SameLine(0, gap);
    if (button(frame, "inputs/delete", frame.words("inputs.delete"),
               frame.words("inputs.delete.help"), t > 0))
        frame.proposals.edit(DeleteStep{t});
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "inputs/earlier", Icon::up, frame.words("inputs.earlier"), t > 1)) {
        frame.proposals.edit(MoveStep{t, t - 1});
        frame.proposals.select_step = t - 1;
    }
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "inputs/later", Icon::down, frame.words("inputs.later"),
                    t > 0 && t < steps)) {
        frame.proposals.edit(MoveStep{t, t + 1});
        frame.proposals.select_step = t + 1;
    }
}

/// One column a number of the target, one for a sign, one for the loss.
constexpr float target_width = 58;

bool shows_targets(const Frame& frame) {
    return target_size(frame.document().loss, frame.document().outputs()) <= 16;
}

/// Whether the class that a target means stands beside it by its name.
bool names_classes(const Frame& frame) {
    const Document& document = frame.document();
    return document.loss == LossKind::cross_entropy && document.has_targets() &&
           !document.output_labels.empty();
}

/// What the output should be at step `t`, and the loss; a sign to begin with where there is none.
void draw_target(Frame& frame, int t, ImVec2 at) {
    const Document& document = frame.document();
    const Vector& target = document.step(t).target;
    const std::string id = "inputs/target[" + std::to_string(t) + "]";
    const ImVec2 size{frame.px(target_width - 2), frame.px(row_height - 3)};
    const int count = target_size(document.loss, document.outputs());
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {frame.px(5), frame.px(2.5F)});
    ImGui::SetCursorScreenPos(at);
    if (target.size() == 0) {
        if (button(frame, id, frame.words("inputs.add_target"),
                   frame.words("inputs.add_target.help"))) {
            frame.proposals.edit(SetTarget{t, Vector::Zero(count)});
            frame.view.input.focus.id = id + "[0]";  // what stands in its place
        }
        ImGui::PopStyleVar();
        return;
    }
    for (int k = 0; k < count; ++k) {
        ImGui::SetCursorScreenPos({at.x + frame.px(target_width) * static_cast<float>(k), at.y});
        NumberField field;
        field.id = id + "[" + std::to_string(k) + "]";
        field.value = target[k];
        field.limit = frame.scales.output;
        field.tooltip =
            document.loss == LossKind::cross_entropy
                ? frame.words("inputs.class_of", {{"t", std::to_string(t)}})
                : frame.words("inputs.of_step", {{"what", "target[" + std::to_string(k) + "]"},
                                                 {"t", std::to_string(t)}});
        if (const auto change = number_field(frame, field, size)) {
            Vector changed = target;
            changed[k] = document.loss == LossKind::cross_entropy
                             ? std::clamp(std::round(change->value), 0.0, document.outputs() - 1.0)
                             : change->value;
            frame.proposals.edit(SetTarget{t, changed}, change->gesture);
        }
        if (names_classes(frame) && !ImGui::IsItemActive())
            draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                      {at.x + frame.px(5), at.y + size.y / 2}, frame.theme->accent,
                      elided(frame.theme.fonts.small,
                             label_of(document, frame.cell().output(), static_cast<int>(target[k])),
                             size.x * 0.6F));
    }
    const float right = at.x + frame.px(target_width) * static_cast<float>(count);
    ImGui::SetCursorScreenPos({right, at.y});
    if (button(frame, id + "/remove", "×", frame.words("inputs.remove_target")))
        frame.proposals.edit(SetTarget{t, Vector()});
    ImGui::PopStyleVar();
    const std::string loss =
        format_value(loss_at(document, frame.trace(), t).value_or(0), frame.view.look.decimals);
    const ImVec2 place{right + frame.px(30), at.y + frame.px(row_height) / 2 - frame.px(1)};
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small, place, frame.theme->muted,
              "L " + loss);
    frame.regions.add("inputs/loss@" + std::to_string(t), {place.x, at.y},
                      {place.x + frame.px(54), at.y + frame.px(row_height)}, loss);
}

/// How targets are compared with the output.
void draw_loss(Frame& frame) {
    const Document& document = frame.document();
    heading(frame, frame.words("inputs.loss"));
    const auto choice = [&](LossKind kind, const std::string& label, const std::string& tooltip) {
        if (button(frame, "inputs/loss/" + std::string(name_of(kind)), label, tooltip, true,
                   document.loss == kind) &&
            document.loss != kind)
            frame.proposals.edit(SetLoss{kind});
        ImGui::SameLine(0, frame.px(3));
    };
    for (const LossKind kind : losses()) {
        const std::string key = "inputs." + std::string(name_of(kind));
        choice(kind, frame.words(key), frame.words(key + ".help"));
    }
    if (frame.session.has_targets()) {
        const std::string sum = format_value(frame.session.loss(), 4);
        ImGui::SameLine(0, frame.px(10));
        ImGui::AlignTextToFramePadding();
        ImGui::Text("L = %s", sum.c_str());
        frame.regions.add("inputs/loss", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), sum);
    } else {
        ImGui::NewLine();
    }
}

void draw_step(Frame& frame, int t, float width, double limit) {
    const Step& step = frame.document().step(t);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = frame.px(row_height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool selected = t == frame.view.cursor.t;
    const std::string id = "inputs/" + std::to_string(t);
    if (press_area(frame, id, {frame.px(gutter), height})) go_to(frame.view, frame.document(), t);
    if (selected)
        list.AddRectFilled(start, {start.x + frame.px(gutter - 4), start.y + height - frame.px(3)},
                           packed(frame.theme->accent_soft), frame.px(4));
    draw_text(list, selected ? frame.theme.fonts.bold : frame.theme.fonts.small,
              {start.x + frame.px(gutter - 9), start.y + height / 2 - frame.px(1)},
              selected ? frame.theme->accent : frame.theme->muted, std::to_string(t), Align::right);

    ImGui::SetCursorScreenPos({start.x + frame.px(gutter), start.y});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {frame.px(5), frame.px(2.5F)});
    if (auto label = text_field(frame, id + "/label", step.label, frame.px(label_width),
                                frame.words("inputs.label")))
        frame.proposals.edit(SetLabel{t, *label});
    ImGui::PopStyleVar();
    for (int k = 0; k < step.x.size(); ++k) {
        ImGui::SetCursorScreenPos(
            {start.x + frame.px(gutter + label_width + 6) + width * static_cast<float>(k),
             start.y});
        const ImVec2 size{width - frame.px(2), height - frame.px(3)};
        if (!within_reach(frame, size)) continue;
        NumberField field;
        field.id = "inputs/x[" + std::to_string(k) + "]@" + std::to_string(t);
        field.value = step.x[k];
        field.original = original_input(frame.session, t, k);
        field.limit = limit;
        if (selected) field.element = Element{frame.cell().input, k};
        field.tooltip = frame.words(
            "inputs.of_step", {{"what", "x[" + std::to_string(k) + "]"}, {"t", std::to_string(t)}});
        if (const auto change = number_field(frame, field, size))
            frame.proposals.edit(SetInput{t, k, change->value}, change->gesture);
    }
    if (shows_targets(frame))
        draw_target(frame, t,
                    {start.x + frame.px(gutter + label_width + 14) +
                         width * static_cast<float>(step.x.size()),
                     start.y});
    ImGui::SetCursorScreenPos({start.x, start.y + height});
}

void draw_column_titles(Frame& frame, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = at.y + frame.px(9);
    draw_text(list, frame.theme.fonts.small, {at.x + frame.px(gutter - 9), y}, frame.theme->muted,
              "t", Align::right);
    draw_text(list, frame.theme.fonts.small, {at.x + frame.px(gutter + 5), y}, frame.theme->muted,
              frame.words("inputs.label"));
    const int inputs = frame.document().sizes().input;
    for (int k = 0; k < inputs; ++k)
        draw_text(
            list, frame.theme.fonts.small,
            {at.x + frame.px(gutter + label_width + 6) + width * (static_cast<float>(k) + 0.5F), y},
            frame.theme->muted,
            elided(frame.theme.fonts.small, short_name(frame.document(), frame.cell().input, k),
                   width - frame.px(4)),
            Align::centre);
    ImGui::Dummy(
        {frame.px(gutter + label_width + 6) + width * static_cast<float>(inputs), frame.px(18)});
}

}  // namespace

void draw_inputs(Frame& frame) {
    draw_initial(frame);
    ImGui::Dummy({0, frame.px(4)});
    draw_loss(frame);
    ImGui::Dummy({0, frame.px(4)});
    draw_sequence_list(frame);
    ImGui::Dummy({0, frame.px(4)});
    draw_commands(frame);
    const int steps = frame.document().steps();
    if (steps == 0) {
        ImGui::Dummy({0, frame.px(6)});
        paragraph(frame.words("inputs.empty"));
        return;
    }
    ImGui::BeginChild("steps", {0, 0}, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
    const float room =
        ImGui::GetContentRegionAvail().x -
        frame.px(gutter + label_width + 8 + (shows_targets(frame) ? target_width + 90 : 0));
    const float width = std::clamp(room / static_cast<float>(frame.document().sizes().input),
                                   frame.px(46), frame.px(92));
    const double limit = frame.scales.input;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    draw_column_titles(frame, width);
    const std::size_t first_stop = frame.regions.stops().size();
    ImGuiListClipper clipper;
    clipper.Begin(steps, frame.px(row_height));
    include_focused_rows(frame, clipper);
    // Tab goes through all numbers first, and comes to the first label from the last number.
    if (frame.view.input.focus.id.starts_with("inputs/")) {
        clipper.IncludeItemByIndex(0);
        clipper.IncludeItemByIndex(steps - 1);
    }
    while (clipper.Step())
        for (int n = clipper.DisplayStart; n < clipper.DisplayEnd; ++n)
            draw_step(frame, n + 1, width, limit);
    frame.regions.put_numbers_first(first_stop);
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace lstm
