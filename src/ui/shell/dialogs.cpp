/// What lies over the window: the gallery, questions, messages and help.
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/shell/file_dialog.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/user_text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

void close(Frame& frame) {
    frame.view.dialogs.open = Dialog::closed;
}

/// How much of the window a dialog may take.
constexpr float most_of_window = 0.96F;

void draw_gallery(Frame& frame) {
    ImGui::BeginChild("examples", {dialog_width(frame, 720), frame.px(430)});
    for (const GalleryEntry& entry : frame.gallery) {
        const ImVec2 min = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x - frame.px(8);
        const float wrap = width - frame.px(24);
        const ImVec2 words = ImGui::CalcTextSize(entry.description.c_str(), nullptr, false, wrap);
        const ImVec2 size{width, words.y + frame.px(44)};
        const std::string id = "gallery/" + entry.name;
        if (press_area(frame, id, size, entry.title)) {
            frame.proposals.request(OpenExampleRequest{entry.name});
            close(frame);
        }
        const ImVec2 max = ImGui::GetItemRectMax();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool hovered = ImGui::IsItemHovered();
        list.AddRectFilled(min, max,
                           packed(hovered ? frame.theme->accent_soft : frame.theme->sunken),
                           frame.px(7));
        if (hovered) list.AddRect(min, max, packed(frame.theme->accent), frame.px(7));
        const std::string sizes = frame.words(
            "gallery.sizes", {{"inputs", std::to_string(entry.sizes.input)},
                              {"units", counted(frame.words, "units", entry.sizes.hidden)},
                              {"steps", counted(frame.words, "steps", entry.steps)}});
        const float line = min.y + frame.px(17);
        draw_text(list, frame.theme.fonts.small, {max.x - frame.px(12), line}, frame.theme->muted,
                  sizes, Align::right);
        const float room = width - frame.px(40) - text_size(frame.theme.fonts.small, sizes).x;
        draw_text(list, frame.theme.fonts.bold, {min.x + frame.px(12), line}, frame.theme->ink,
                  elided(frame.theme.fonts.bold, entry.title, room));
        list.AddText(frame.theme.fonts.text, frame.theme.fonts.text->FontSize,
                     {min.x + frame.px(12), min.y + frame.px(32)}, packed(frame.theme->muted),
                     entry.description.c_str(), nullptr, wrap);
        ImGui::Dummy({0, frame.px(2)});
    }
    ImGui::EndChild();
}

void draw_unsaved(Frame& frame) {
    ImFont* font = frame.theme.fonts.text;
    const std::string title = elided(font, frame.document().title, frame.px(360));
    ImGui::TextUnformatted(frame.words("unsaved.told", {{"title", title}}).c_str());
    ImGui::Dummy({0, frame.px(8)});
    using Choice = UnsavedAnswer::Choice;
    const auto answer = [&](const char* id, const std::string& label, Choice choice) {
        if (button(frame, id, label)) {
            close(frame);
            frame.proposals.request(UnsavedAnswer{choice});
        }
        ImGui::SameLine();
    };
    answer("unsaved/save", frame.words("unsaved.save"), Choice::save);
    answer("unsaved/discard", frame.words("unsaved.discard"), Choice::discard);
    answer("unsaved/cancel", frame.words("cancel"), Choice::cancel);
    ImGui::NewLine();
}

/// `text` on as many lines as it takes, within reason, with its region.
void draw_sentence(Frame& frame, const char* id, const std::string& text) {
    const float width =
        std::min(text_size(frame.theme.fonts.text, one_line(text)).x + 1, frame.px(560));
    paragraph(frame, id, text, width, 12);
}

void draw_conflict(Frame& frame) {
    const auto& [file, found] = frame.view.dialogs.conflict;
    const bool gone = found.empty();
    draw_sentence(frame, "conflict/text",
                  gone ? frame.words("conflict.gone", {{"file", file}})
                       : frame.words("conflict.changed", {{"file", file}, {"found", found}}));
    ImGui::Dummy({0, frame.px(8)});
    using Choice = ConflictAnswer::Choice;
    const auto answer = [&](const char* id, const std::string& label, const std::string& tooltip,
                            Choice choice) {
        if (button(frame, id, label, tooltip)) {
            close(frame);
            frame.proposals.request(ConflictAnswer{choice});
        }
        ImGui::SameLine();
    };
    answer("conflict/overwrite",
           gone ? frame.words("conflict.save_again") : frame.words("conflict.overwrite"), "",
           Choice::overwrite);
    answer("conflict/save_as", frame.words("conflict.save_as"),
           frame.words("conflict.save_as.help"), Choice::save_as);
    if (!gone)
        answer("conflict/reload", frame.words("conflict.reload"),
               frame.words("conflict.reload.help"), Choice::reload);
    if (button(frame, "conflict/cancel", frame.words("cancel"))) close(frame);
}

void draw_recover(Frame& frame) {
    draw_sentence(frame, "recover/text", frame.words("recover.told"));
    ImGui::Dummy({0, frame.px(4)});
    const float width = frame.px(600);
    const float row = 2 * ImGui::GetTextLineHeightWithSpacing() + frame.px(8);
    const std::size_t count = frame.view.dialogs.recoverable.size();
    ImGui::BeginChild(
        "works", {width, row * static_cast<float>(std::min<std::size_t>(count, 6)) + frame.px(20)},
        ImGuiChildFlags_Border);
    for (std::size_t n = 0; n < count; ++n) {
        const Recoverable& work = frame.view.dialogs.recoverable[n];
        const std::string id = "recover/" + std::to_string(n);
        const ImVec2 at = ImGui::GetCursorPos();
        const float room = ImGui::GetContentRegionAvail().x -
                           button_width(frame, frame.words("recover.recover")) -
                           button_width(frame, frame.words("recover.discard")) -
                           3 * ImGui::GetStyle().ItemSpacing.x;
        const std::string title =
            elided(frame.theme.fonts.text,
                   work.title.empty() ? frame.words("bar.untitled") : work.title, room);
        const std::string when = work.file.empty() ? work.when : work.when + " · " + work.file;
        ImGui::TextUnformatted(title.c_str());
        ImGui::TextColored(frame.theme->muted, "%s",
                           elided(frame.theme.fonts.text, when, room).c_str());
        frame.regions.add(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                          work.title + " · " + when);
        ImGui::SetCursorPos({at.x + room + ImGui::GetStyle().ItemSpacing.x, at.y});
        if (button(frame, id + "/recover", frame.words("recover.recover"))) {
            close(frame);
            frame.proposals.request(RecoverRequest{n});
        }
        ImGui::SameLine();
        if (button(frame, id + "/discard", frame.words("recover.discard")))
            frame.proposals.request(ForgetRecoverableRequest{n});
        ImGui::SetCursorPos({at.x, at.y + row});
        ImGui::Dummy({0, 0});
    }
    ImGui::EndChild();
    ImGui::Dummy({0, frame.px(4)});
    if (button(frame, "recover/later", frame.words("recover.later"),
               frame.words("recover.later.help")))
        close(frame);
}

void draw_message(Frame& frame) {
    draw_sentence(frame, "message/text", frame.view.dialogs.message);
    ImGui::Dummy({0, frame.px(8)});
    if (button(frame, "message/close", frame.words("close"))) close(frame);
}

struct Kind {
    Dialog dialog;
    const char* title;  ///< among the words
    void (*draw)(Frame&);
    bool at_mouse = false;  ///< a menu: it has no title and dims nothing
};

constexpr std::array kinds{
    Kind{Dialog::gallery, "dialog.gallery", draw_gallery},
    Kind{Dialog::open, "dialog.open", draw_open_dialog},
    Kind{Dialog::save_as, "dialog.save_as", draw_save_dialog},
    Kind{Dialog::exporting, "dialog.exporting", draw_export_dialog},
    Kind{Dialog::menu, "dialog.menu", draw_menu},
    Kind{Dialog::share, "dialog.share", draw_share_dialog},
    Kind{Dialog::expecting, "dialog.expecting", draw_expectation_dialog},
    Kind{Dialog::pasting, "dialog.pasting", draw_paste_dialog},
    Kind{Dialog::table, "dialog.table", draw_table_dialog},
    Kind{Dialog::context, "dialog.context", draw_context_menu, true},
    Kind{Dialog::unsaved, "dialog.unsaved", draw_unsaved},
    Kind{Dialog::conflict, "dialog.conflict", draw_conflict},
    Kind{Dialog::recover, "dialog.recover", draw_recover},
    Kind{Dialog::help, "dialog.help", draw_help},
    Kind{Dialog::message, "dialog.message", draw_message},
};

/// Where the next window comes: in the middle, or at the mouse, as far as there is room.
void place(const Frame& frame, const Kind& kind, const std::string& id) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    if (!kind.at_mouse) {
        ImGui::SetNextWindowPos(viewport.GetCenter(), ImGuiCond_Always, {0.5F, 0.5F});
        return;
    }
    const ImGuiWindow* const window = ImGui::FindWindowByName(id.c_str());
    const ImVec2 size = window == nullptr ? ImVec2{} : window->Size;
    const ImVec2& at = frame.view.dialogs.context.at;
    ImGui::SetNextWindowPos({std::max(std::min(at.x, viewport.Size.x - size.x), 0.0F),
                             std::max(std::min(at.y, viewport.Size.y - size.y), 0.0F)});
}

/// Takes the dialog off the screen that gave way to another, or to none, since it was drawn.
void put_away(Frame& frame) {
    if (std::exchange(frame.view.dialogs.drawn, frame.view.dialogs.open) == frame.view.dialogs.open)
        return;
    if (!ImGui::IsPopupOpen("###dialog")) return;
    leave_dialog(frame);
    ImGui::ClosePopupToLevel(0, true);
}

}  // namespace

float dialog_width(const Frame& frame, float most) {
    const float room = ImGui::GetMainViewport()->Size.x * most_of_window - 2 * frame.px(20);
    return std::min(frame.px(most), room);
}

std::vector<Dialog> all_dialogs() {
    std::vector<Dialog> dialogs;
    for (const Kind& kind : kinds) dialogs.push_back(kind.dialog);
    return dialogs;
}

void draw_dialogs(Frame& frame) {
    put_away(frame);
    for (const Kind& kind : kinds) {
        if (frame.view.dialogs.open != kind.dialog) continue;
        const std::string title = frame.words(kind.title);
        const std::string id = title + "###dialog";
        if (!ImGui::IsPopupOpen("###dialog")) ImGui::OpenPopup("###dialog");
        const ImGuiViewport& viewport = *ImGui::GetMainViewport();
        place(frame, kind, id);
        if (kind.at_mouse) ImGui::GetStyle().Colors[ImGuiCol_ModalWindowDimBg].w = 0;
        ImGui::SetNextWindowSizeConstraints(
            {0, 0}, {viewport.Size.x * most_of_window, viewport.Size.y * most_of_window});
        // Dear ImGui cuts windows to whole pixels; what is left of one would need a scrollbar.
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                            {std::round(frame.px(18)), std::round(frame.px(16))});
        ImGui::PushStyleColor(ImGuiCol_Border, frame.theme->rule);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize,
                            kind.at_mouse ? 1 : ImGui::GetStyle().WindowBorderSize);
        const bool open = ImGui::BeginPopupModal(
            id.c_str(), nullptr,
            ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoTitleBar);
        ImGui::PopStyleColor();
        ImGui::PopStyleVar(2);
        if (!open) return;
        focus_dialog(frame);
        if (!kind.at_mouse) {
            ImGui::PushFont(frame.theme.fonts.title);
            ImGui::TextUnformatted(title.c_str());
            ImGui::PopFont();
            ImGui::Dummy({0, frame.px(4)});
        }
        kind.draw(frame);
        const ImVec2 min = ImGui::GetWindowPos();
        frame.regions.add("dialog", min,
                          {min.x + ImGui::GetWindowWidth(), min.y + ImGui::GetWindowHeight()},
                          title);
        const bool outside =
            ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
            !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                    ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
        if ((ImGui::IsKeyPressed(ImGuiKey_Escape) || outside) &&
            frame.view.dialogs.open == kind.dialog && !ImGui::IsWindowAppearing()) {
            if (kind.dialog == Dialog::unsaved)
                frame.proposals.request(UnsavedAnswer{UnsavedAnswer::Choice::cancel});
            close(frame);
        }
        if (frame.view.dialogs.open != kind.dialog) {
            leave_dialog(frame);
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
        return;
    }
}

}  // namespace lstm
