/// The bar on top: what is open, and the commands on it.
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/edit_names.h"

#include <algorithm>
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
        case ThemeName::light: return "○ Light";
        case ThemeName::dark: return "● Dark";
        case ThemeName::print: return "▤ Print";
    }
    return "";
}

std::vector<Command> commands(Frame& frame) {
    const History& history = frame.session.history();
    View& view = frame.view;
    Proposals& proposals = frame.proposals;
    const auto named = [](const char* verb, const EditSummary* what, const char* key) {
        return std::string(verb) + (what == nullptr ? "" : ": " + name_of(*what)) + "  (" + key +
               ")";
    };
    return {
        {"bar/examples", "Examples", "Worked examples and trained networks", true,
         [&] { view.dialogs.open = Dialog::gallery; }},
        {"bar/new", "New", "A new, empty scenario  (Ctrl+N)", true,
         [&] { proposals.request(NewRequest{}); }},
        {"bar/open", "Open", "Open a scenario file  (Ctrl+O)", true,
         [&] { view.dialogs.open = Dialog::open; }},
        {"bar/save", "Save", "Save  (Ctrl+S)", true, [&] { proposals.request(SaveRequest{}); }},
        {"bar/save_as", "Save as", "Save under another name  (Ctrl+Shift+S)", true,
         [&] { view.dialogs.open = Dialog::save_as; }},
        {"bar/export", "Export", "Take the run away: text, pictures, a film, a program  (Ctrl+E)",
         true, [&] { view.dialogs.open = Dialog::exporting; }},
        {"bar/undo", "Undo", named("Undo", history.undo_summary(), "Ctrl+Z"), history.can_undo(),
         [&] { proposals.request(UndoRequest{}); }},
        {"bar/redo", "Redo", named("Redo", history.redo_summary(), "Ctrl+Y"), history.can_redo(),
         [&] { proposals.request(RedoRequest{}); }},
        {"bar/reset", "Reset", "Back to the file as it was opened; undo brings the changes back",
         frame.session.unsaved(), [&] { proposals.edit(Replace{frame.session.original()}); }},
        {"bar/theme", theme_label(view.look.theme), "Theme: light, dark, or for print", true,
         [&] { view.look.theme = theme_after(view.look.theme); }},
        {"bar/help", "?", "Keys and help  (F1)", true, [&] { view.dialogs.open = Dialog::help; }},
    };
}

constexpr float line_height = 30;
constexpr float padding = 8;
constexpr float gap = 4;
/// The title stands beside the commands where it has this much room, else above them.
constexpr float least_title = 150;

/// Where the commands go: how many stand in each line of a bar of `width` pixels.
struct Lines {
    std::vector<std::size_t> counts;
    float widest = 0;  ///< in pixels
    bool title_above = false;
};

Lines lines_of(const Frame& frame, const std::vector<Command>& bar, float width) {
    Lines lines{{0}, 0, false};
    float x = 0;
    for (const Command& command : bar) {
        const float more = button_width(frame, command.label) + frame.px(gap);
        if (lines.counts.back() > 0 && x + more > width - frame.px(2 * padding)) {
            lines.counts.push_back(0);
            x = 0;
        }
        ++lines.counts.back();
        x += more;
        lines.widest = std::max(lines.widest, x);
    }
    lines.title_above = lines.counts.size() > 1 || width - lines.widest < frame.px(least_title);
    return lines;
}

/// Buttons that are narrower where that spares a line, while this lives.
class ButtonPadding {
public:
    ButtonPadding(const Frame& frame, const std::vector<Command>& bar, float width) {
        if (lines_of(frame, bar, width).counts.size() == 1) return;
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                            {frame.px(narrow), ImGui::GetStyle().FramePadding.y});
        pushed_ = 1;
    }
    ButtonPadding(const ButtonPadding&) = delete;
    ButtonPadding& operator=(const ButtonPadding&) = delete;
    ~ButtonPadding() { ImGui::PopStyleVar(pushed_); }

private:
    static constexpr float narrow = 5;
    int pushed_ = 0;
};

void draw_title(Frame& frame, ImVec2 at, float room) {
    const std::string mark = frame.session.unsaved() ? "● " : "";
    const std::string name = frame.document().title.empty() ? "Untitled" : frame.document().title;
    const float half = frame.px(line_height / 2);
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.title, at, frame.theme->ink,
              elided(frame.theme.fonts.title, mark + name, room));
    frame.regions.add("bar/title", {at.x, at.y - half}, {at.x + room, at.y + half}, mark + name);
}

}  // namespace

float top_bar_height(Frame& frame, float width) {
    const std::vector<Command> bar = commands(frame);
    const ButtonPadding buttons(frame, bar, width);
    const Lines lines = lines_of(frame, bar, width);
    const std::size_t count = lines.counts.size() + (lines.title_above ? 1 : 0);
    return frame.px(2 * padding + line_height * static_cast<float>(count));
}

void draw_top_bar(Frame& frame, const PanelArea& area) {
    const std::vector<Command> bar = commands(frame);
    const ButtonPadding buttons(frame, bar, area.width());
    const Lines lines = lines_of(frame, bar, area.width());
    const float line = frame.px(line_height);
    const float left = area.min.x + frame.px(12);
    float y = area.min.y + frame.px(padding);
    const float room = area.width() - frame.px(24) - (lines.title_above ? 0 : lines.widest);
    draw_title(frame, {left, y + line / 2}, room);
    if (lines.title_above) y += line;

    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    auto command = bar.begin();
    for (const std::size_t count : lines.counts) {
        const float x = lines.title_above
                            ? area.min.x + frame.px(gap)
                            : area.max.x - frame.px(padding) - lines.widest + frame.px(gap);
        ImGui::SetCursorScreenPos({x, y + (line - ImGui::GetFrameHeight()) / 2});
        for (std::size_t n = 0; n < count; ++n, ++command) {
            if (n > 0) ImGui::SameLine(0, frame.px(gap));
            if (button(frame, command->id, command->label, command->tooltip, command->enabled))
                command->act();
        }
        y += line;
    }
    ImGui::PopStyleColor();
}

}  // namespace lstm
