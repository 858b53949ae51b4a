/// The bar on top: what is open, and the commands on it.
#include "panels/panels.h"
#include "panels/widgets.h"

#include <functional>
#include <vector>

namespace lstm {
namespace {

struct Command {
    std::string id;
    std::string label;
    std::string tooltip;
    bool enabled;
    std::function<void()> act;
};

ThemeName theme_after(ThemeName theme) {
    return theme_names[(static_cast<std::size_t>(theme) + 1) % theme_names.size()];
}

/// The theme that there is: a sign for it, and its name.
const char* theme_label(ThemeName theme) {
    switch (theme) {
        case ThemeName::light: return "◐ Light";
        case ThemeName::dark: return "● Dark";
        case ThemeName::print: return "○ Print";
    }
    return "";
}

std::vector<Command> commands(Frame& frame) {
    const History& history = frame.session.history();
    View& view = frame.view;
    Proposals& proposals = frame.proposals;
    const auto named = [](const char* verb, const std::string& what, const char* key) {
        return std::string(verb) + (what.empty() ? "" : ": " + what) + "  (" + key + ")";
    };
    return {
        {"bar/examples", "Examples", "Published worked examples", true,
         [&] { view.dialog = Dialog::gallery; }},
        {"bar/new", "New", "A new, empty scenario  (Ctrl+N)", true,
         [&] { proposals.request(NewRequest{}); }},
        {"bar/open", "Open", "Open a scenario file  (Ctrl+O)", true, [&] { view.dialog = Dialog::open; }},
        {"bar/save", "Save", "Save  (Ctrl+S)", true, [&] { proposals.request(SaveRequest{}); }},
        {"bar/save_as", "Save as", "Save under another name  (Ctrl+Shift+S)", true,
         [&] { view.dialog = Dialog::save_as; }},
        {"bar/undo", "Undo", named("Undo", history.undo_name(), "Ctrl+Z"), history.can_undo(),
         [&] { proposals.request(UndoRequest{}); }},
        {"bar/redo", "Redo", named("Redo", history.redo_name(), "Ctrl+Y"), history.can_redo(),
         [&] { proposals.request(RedoRequest{}); }},
        {"bar/reset", "Reset", "Back to the file as it was opened; undo brings the changes back",
         frame.session.unsaved(), [&] { proposals.edit(Replace{frame.session.original()}); }},
        {"bar/theme", theme_label(view.theme), "Theme: light, dark, or for print", true,
         [&] { view.theme = theme_after(view.theme); }},
        {"bar/help", "?", "Keys and help  (F1)", true, [&] { view.dialog = Dialog::help; }},
    };
}

float width_of(const Frame& frame, const Command& command) {
    return text_size(frame.theme.fonts.text, command.label).x + 2 * ImGui::GetStyle().FramePadding.x;
}

}  // namespace

void draw_top_bar(Frame& frame, const Area& area) {
    const float spacing = frame.px(4);
    const std::vector<Command> all = commands(frame);
    float width = frame.px(8);
    for (const Command& command : all) width += width_of(frame, command) + spacing;

    const float middle = (area.min.y + area.max.y) / 2;
    // In a narrow window the commands take a scrollable strip, and the title gives way to them.
    const float title_room = std::max(area.width() - width - frame.px(24), 0.0F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string mark = frame.session.unsaved() ? "● " : "";
    const std::string name = frame.document().title.empty() ? "Untitled" : frame.document().title;
    if (title_room > frame.px(60)) {
        const std::string title = elided(frame.theme.fonts.title, mark + name, title_room);
        draw_text(list, frame.theme.fonts.title, {area.min.x + frame.px(12), middle}, frame.theme->ink, title);
        frame.regions.add("bar/title", {area.min.x, area.min.y}, {area.min.x + title_room, area.max.y},
                          mark + name);
    }
    const float height = ImGui::GetFrameHeight();
    const float left = std::max(area.max.x - width, area.min.x + frame.px(4));
    ImGui::SetCursorScreenPos({left, middle - height / 2});
    ImGui::BeginChild("bar", {std::max(area.max.x - left, 1.0F), height + frame.px(8)}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollbar);
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    for (const Command& command : all) {
        if (&command != &all.front()) ImGui::SameLine(0, spacing);
        if (button(frame, command.id, command.label, command.tooltip, command.enabled)) command.act();
    }
    ImGui::PopStyleColor();
    ImGui::EndChild();
}

}  // namespace lstm
