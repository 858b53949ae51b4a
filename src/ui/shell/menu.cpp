/// The menu: the table of commands, as buttons in its groups.
#include "ui/commands/command.h"
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// What the window has at hand anyway, or makes no sense in here.
bool belongs_into_menu(const Command& command) {
    return command.group != CommandGroup::run && command.id != "menu" && command.id != "blank";
}

void draw_group(Frame& frame, CommandGroup group, float width) {
    heading(frame, frame.words("help." + std::string(name_of(group))));
    const float right = ImGui::GetCursorScreenPos().x + width;
    bool first = true;
    for (const Command& each : commands()) {
        if (each.group != group || !belongs_into_menu(each)) continue;
        const float needed = button_width(frame, label_of(frame, each));
        if (!std::exchange(first, false)) {
            ImGui::SameLine();
            if (ImGui::GetCursorScreenPos().x + needed > right) ImGui::NewLine();
        }
        if (command_button(frame, "menu/" + std::string(each.id), each) &&
            frame.view.dialogs.open == Dialog::menu)
            frame.view.dialogs.open = Dialog::closed;
    }
}

}  // namespace

void draw_menu(Frame& frame) {
    const float width = dialog_width(frame, 420);
    ImGui::Dummy({width, 0});
    for (const CommandGroup group : command_groups)
        if (std::ranges::any_of(commands(), [&](const Command& each) {
                return each.group == group && belongs_into_menu(each);
            }))
            draw_group(frame, group, width);
    ImGui::Dummy({0, frame.px(4)});
    if (button(frame, "menu/close", frame.words("close"))) frame.view.dialogs.open = Dialog::closed;
}

}  // namespace lstm
