/// Taking the run away as a file: the kind, the steps, the place; then how far it is.
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/widgets/widgets.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace lstm {
namespace {

namespace fs = std::filesystem;

/// The place of a file of kind `choice`: as it was, with the ending of the kind; at first, after
/// the scenario.
std::string place_of(const Frame& frame, const ExportChoice& choice) {
    const std::string& path = frame.view.dialogs.exporting.path;
    std::error_code ignored;
    fs::path place = path;
    if (path.empty()) place = frame.file_name;
    if (place.empty()) place = fs::current_path(ignored) / frame.proposed_name;
    place.replace_extension(choice.ending);
    return place.string();
}

void forget_answer(Frame& frame) {
    frame.proposals.request(ForgetExportAnswerRequest{});
}

void choose_kind(Frame& frame) {
    ExportWish& wish = frame.view.dialogs.exporting;
    const auto& choices = frame.export_choices;
    const float height = static_cast<float>(choices.size()) * ImGui::GetTextLineHeightWithSpacing();
    ImGui::BeginChild("kinds", {frame.px(480), height + frame.px(12)}, ImGuiChildFlags_Border);
    for (int k = 0; k < static_cast<int>(choices.size()); ++k) {
        const ExportChoice& choice = choices[static_cast<std::size_t>(k)];
        if (list_line(frame, "export/" + std::to_string(k), choice.title, k == wish.kind)) {
            wish.kind = k;
            wish.path = place_of(frame, choice);
            forget_answer(frame);
        }
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                  {ImGui::GetItemRectMax().x - frame.px(6),
                   (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2},
                  frame.theme->muted, choice.ending, Align::right);
    }
    ImGui::EndChild();
}

/// A timestep to be typed or dragged, from `least` to `most`.
void step_field(Frame& frame, const char* id, const std::string& label, int& step, int least,
                int most) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(label.c_str());
    ImGui::SameLine(0, frame.px(6));
    NumberField field;
    field.id = id;
    field.value = step;
    field.limit = 1e9;  // a place in time is neither good nor bad: no colour
    field.tooltip = frame.words("export.timestep");
    if (const auto change = number_field(frame, field, {frame.px(64), ImGui::GetFrameHeight()}))
        step = static_cast<int>(std::lround(change->value));
    step = std::clamp(step, least, most);
    ImGui::SameLine(0, frame.px(14));
}

void choose_steps(Frame& frame, const ExportChoice& choice) {
    ExportWish& wish = frame.view.dialogs.exporting;
    const int steps = frame.document().steps();
    // As high for every kind, so that nothing jumps where another is chosen.
    const float below = ImGui::GetCursorPosY() + ImGui::GetFrameHeightWithSpacing();
    if (!choice.of_steps) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextColored(frame.theme->muted, "%s", frame.words("export.moment").c_str());
    } else if (steps > 0) {
        step_field(frame, "export/first", frame.words("export.first"), wish.first, 1, steps);
        step_field(frame, "export/last", frame.words("export.last"), wish.last, wish.first, steps);
    }
    if (choice.backward && can_go_backward(frame.session) &&
        button(frame, "export/backward", frame.words("export.backward"),
               frame.words("export.backward.help"), true, wish.backward))
        wish.backward = !wish.backward;
    if (choice.backward) ImGui::SameLine(0, frame.px(12));
    if (choice.film && steps > 0) {
        if (button(frame, "export/by_phase", frame.words("export.by_phase"),
                   frame.words("export.by_phase.help"), true, wish.by_phase))
            wish.by_phase = true;
        ImGui::SameLine(0, frame.px(4));
        if (button(frame, "export/by_step", frame.words("export.by_step"),
                   frame.words("export.by_step.help"), true, !wish.by_phase))
            wish.by_phase = false;
    }
    ImGui::SetCursorPosY(below);
}

void draw_progress(Frame& frame) {
    const ExportStatus& status = frame.exporting;
    const auto kind = static_cast<std::size_t>(frame.view.dialogs.exporting.kind);
    const bool film = frame.export_choices[kind].film;
    const std::string text =
        film ? frame.words("export.pictures_done", {{"done", std::to_string(status.done)},
                                                    {"all", std::to_string(status.pieces)}})
             : std::to_string(100 * status.done / status.pieces) + " %";
    ImGui::PushStyleColor(ImGuiCol_PlotHistogram, frame.theme->accent_soft);
    ImGui::ProgressBar(static_cast<float>(status.done) / static_cast<float>(status.pieces),
                       {frame.px(480), 0}, text.c_str());
    ImGui::PopStyleColor();
    frame.regions.add("export/progress", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), text);
    ImGui::Dummy({0, frame.px(4)});
    if (button(frame, "export/cancel", frame.words("cancel")))
        frame.proposals.request(CancelExportRequest{});
}

}  // namespace

void draw_export_dialog(Frame& frame) {
    ExportWish& wish = frame.view.dialogs.exporting;
    const ExportStatus& status = frame.exporting;
    if (status.pieces > 0) {
        draw_progress(frame);
        return;
    }
    const int steps = frame.document().steps();
    if (ImGui::IsWindowAppearing()) {
        forget_answer(frame);
        wish.backward = frame.view.cursor.backward_phase.has_value();
        wish.first = std::min(1, steps);
        wish.last = steps;
    }
    choose_kind(frame);
    const ExportChoice& choice = frame.export_choices[static_cast<std::size_t>(wish.kind)];
    if (wish.path.empty()) wish.path = place_of(frame, choice);
    choose_steps(frame, choice);
    ImGui::Dummy({0, 0});
    if (const auto path = text_field(frame, "export/path", wish.path, frame.px(480),
                                     frame.words("export.path").c_str())) {
        wish.path = *path;
        forget_answer(frame);
    }
    if (!status.told.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, status.failed ? frame.theme->bad : frame.theme->good);
        paragraph(frame, "export/told", status.told, frame.px(480), 6);
        ImGui::PopStyleColor();
    }
    ImGui::Dummy({0, frame.px(4)});
    if (button(frame, "export/go", frame.words("command.export.label"), "", !wish.path.empty()))
        frame.proposals.request(ExportRequest{});
    ImGui::SameLine();
    if (button(frame, "export/close", frame.words("close")))
        frame.view.dialogs.open = Dialog::closed;
    if (status.in_the_way.empty()) return;
    ImGui::SameLine();
    if (button(frame, "export/replace", frame.words("export.replace")))
        frame.proposals.request(ExportRequest{true});
}

}  // namespace lstm
