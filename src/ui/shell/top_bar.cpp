/// The bar on top: what is open, and the commands on it.
#include "ui/commands/command.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace lstm {
namespace {

constexpr float line_height = 30;
constexpr float padding = 8;
constexpr float gap = 4;

/// What stands in the bar, from left to right.
constexpr std::array whole_bar{"examples", "new",  "open", "save",  "save_as", "export",
                               "share",    "undo", "redo", "reset", "theme",   "help"};
/// Inside another page, whose files are not ours.
constexpr std::array embedded_bar{"undo", "redo", "reset", "share", "help"};

/// Where fingers need them large, the rest is in the menu.
constexpr std::array touch_bar{"menu", "undo", "redo", "share"};

std::span<const char* const> bar_ids(const Frame& frame) {
    if (frame.view.look.embedded) return embedded_bar;
    if (frame.view.look.touch) return touch_bar;
    return whole_bar;
}

/// The height of a line of commands, in pixels.
float line_of(const Frame& frame) {
    return std::max(frame.px(line_height), ImGui::GetFrameHeight() + frame.px(gap));
}

/// The title stands beside the commands where it has this much room, else above them.
constexpr float least_title = 150;

/// Where the commands go: how many stand in each line of a bar of `width` pixels.
struct Lines {
    std::vector<std::size_t> counts;
    float widest = 0;  ///< in pixels
    bool title_above = false;
};

Lines lines_of(const Frame& frame, float width) {
    Lines lines{{0}, 0, false};
    float x = 0;
    for (const char* id : bar_ids(frame)) {
        const float more = button_width(frame, label_of(frame, command(id))) + frame.px(gap);
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
    ButtonPadding(const Frame& frame, float width) {
        if (lines_of(frame, width).counts.size() == 1) return;
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
    const std::string name =
        frame.document().title.empty() ? frame.words("bar.untitled") : frame.document().title;
    const float half = frame.px(line_height / 2);
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.title, at, frame.theme->ink,
              elided(frame.theme.fonts.title, mark + name, room));
    frame.regions.add("bar/title", {at.x, at.y - half}, {at.x + room, at.y + half}, mark + name);
}

}  // namespace

float top_bar_height(Frame& frame, float width) {
    const ButtonPadding buttons(frame, width);
    const Lines lines = lines_of(frame, width);
    return frame.px(2 * padding + (lines.title_above ? line_height : 0)) +
           line_of(frame) * static_cast<float>(lines.counts.size());
}

void draw_top_bar(Frame& frame, const PanelArea& area) {
    const ButtonPadding buttons(frame, area.width());
    const Lines lines = lines_of(frame, area.width());
    const float line = line_of(frame);
    const float left = area.min.x + frame.px(12);
    float y = area.min.y + frame.px(padding);
    const float room = area.width() - frame.px(24) - (lines.title_above ? 0 : lines.widest);
    const float title = lines.title_above ? frame.px(line_height) : line;
    draw_title(frame, {left, y + title / 2}, room);
    if (lines.title_above) y += title;

    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    auto id = bar_ids(frame).begin();
    for (const std::size_t count : lines.counts) {
        const float x = lines.title_above
                            ? area.min.x + frame.px(gap)
                            : area.max.x - frame.px(padding) - lines.widest + frame.px(gap);
        ImGui::SetCursorScreenPos({x, y + (line - ImGui::GetFrameHeight()) / 2});
        for (std::size_t n = 0; n < count; ++n, ++id) {
            if (n > 0) ImGui::SameLine(0, frame.px(gap));
            command_button(frame, "bar/" + std::string(*id), command(*id));
        }
        y += line;
    }
    ImGui::PopStyleColor();
}

}  // namespace lstm
