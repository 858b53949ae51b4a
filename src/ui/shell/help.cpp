/// The help page: every command with its keys, and what the mouse does.
#include "ui/commands/command.h"
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// A list of the page: a heading, and lines of what to press and what that does.
struct HelpList {
    std::string title;
    std::vector<std::pair<std::string, std::string>> lines;
};

HelpList list_of(CommandGroup group, const Frame& frame) {
    const Words& words = frame.words;
    HelpList list{words("help." + std::string(name_of(group))), {}};
    for (const Command& command : commands())
        if (command.group == group && !command.keys.empty())
            list.lines.emplace_back(keys_in_words(command, frame.view.look.keyboard, words),
                                    words("command." + std::string(command.id) + ".help"));
    return list;
}

HelpList list_of_mouse(const Words& words) {
    HelpList list{words("help.mouse"), {}};
    for (const std::string key :
         {"help.drag", "help.menu", "help.type", "help.numbers", "help.time"})
        list.lines.emplace_back(words(key + ".what"), words(key));
    return list;
}

/// The widest of what is to be pressed, in pixels.
float keys_width(const Frame& frame, const std::vector<HelpList>& lists) {
    float width = 0;
    for (const HelpList& list : lists)
        for (const auto& [keys, does] : list.lines)
            width = std::max(width, text_size(frame.theme.fonts.bold, keys).x);
    return width;
}

/// `lists` below each other, `width` pixels wide.
void draw_lists(Frame& frame, const std::vector<HelpList>& lists, float width) {
    ImGui::BeginGroup();
    const float keys = keys_width(frame, lists);
    const float room = width - keys - frame.px(12);
    for (const HelpList& list : lists) {
        heading(frame, list.title);
        for (const auto& [key, does] : list.lines) {
            ImGui::PushFont(frame.theme.fonts.bold);
            ImGui::TextUnformatted(key.c_str());
            ImGui::PopFont();
            ImGui::SameLine(keys + frame.px(12));
            ImGui::TextUnformatted(in_lines(frame.theme.fonts.text, does, room).c_str());
        }
        ImGui::Dummy({0, frame.px(4)});
    }
    ImGui::EndGroup();
}

}  // namespace

void draw_help(Frame& frame) {
    const Words& words = frame.words;
    const std::vector<HelpList> left{list_of(CommandGroup::run, frame),
                                     list_of(CommandGroup::compare, frame), list_of_mouse(words)};
    const std::vector<HelpList> right{list_of(CommandGroup::file, frame),
                                      list_of(CommandGroup::edit, frame),
                                      list_of(CommandGroup::look, frame)};
    const float gap = frame.px(28);
    const float room = dialog_width(frame, 980);
    if (room >= frame.px(760)) {  // two columns, as a book has them
        const float column = (room - gap) / 2;
        const float x = ImGui::GetCursorPosX();
        draw_lists(frame, left, column);
        ImGui::SameLine(x + column + gap);
        draw_lists(frame, right, column);
    } else {
        draw_lists(frame, left, room);
        draw_lists(frame, right, room);
    }
    for (const char* id : {"motion", "language"}) {
        command_button(frame, "help/" + std::string(id), command(id));
        ImGui::SameLine();
    }
    if (button(frame, "help/close", words("help.close"))) frame.view.dialogs.open = Dialog::closed;
}

}  // namespace lstm
