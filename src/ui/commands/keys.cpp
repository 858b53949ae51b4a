/// Keys: which command each one does, and Escape, which leaves whatever one is in.
#include "ui/commands/command.h"
#include "ui/panels.h"
#include "ui/state/prediction.h"
#include "ui/widgets/focus.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

/// Whether a guess is being typed. What moves the window or works on all of it goes on meanwhile;
/// what is undone then is the typing.
bool guessing(const Frame& frame) {
    return ImGui::GetIO().WantTextInput && frame.view.input.focus.id == "predict/guess";
}

bool works_while_guessing(const KeyChord& key) {
    if (key.key >= ImGuiKey_F1 && key.key <= ImGuiKey_F12) return true;
    return key.control && key.key != ImGuiKey_Z && key.key != ImGuiKey_Y;
}

bool is_pressed(const KeyChord& key) {
    const ImGuiIO& io = ImGui::GetIO();
    return key.control == io.KeyCtrl && key.shift == io.KeyShift && !io.KeyAlt &&
           ImGui::IsKeyPressed(key.key);
}

/// Leaves one thing: the one that came last.
void leave_on_escape(Frame& frame) {
    if (!ImGui::IsKeyPressed(ImGuiKey_Escape)) return;
    if (std::exchange(frame.view.look.blank, false)) return;
    if (std::exchange(frame.view.look.choosing_cell, false)) return;
    if (frame.view.prediction.asked) {
        stop_asking(frame.view);
        return;
    }
    if (frame.view.input.focus.visible) {
        frame.view.input.focus = {};
        return;
    }
    frame.view.look.presenter = false;
    frame.view.look.full_screen = false;
}

void act_on_keys(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    // What is typed into, but was scrolled away, is typed into no more.
    if (frame.regions.find(frame.view.input.number_entry.id) == nullptr)
        frame.view.input.number_entry = {};
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) && ImGui::IsAnyItemActive())
        return;  // something is in hand
    if (frame.view.dialogs.open != Dialog::closed) return;
    if (frame.regions.find("dialog") != nullptr)
        return;  // the key that closes a dialog was meant for it
    const bool typing = io.WantTextInput || !frame.view.input.number_entry.id.empty();
    const bool guess = guessing(frame);
    for (const Command& command : commands())
        for (const KeyChord& key : command.keys_in(frame.view.look.keyboard))
            if ((!typing ||
                 (guess ? works_while_guessing(key) : command.while_typing && key.control)) &&
                is_pressed(key) && !focus_takes(frame, key.key))
                command.act(frame);
    if (typing) return;
    for (const ImWchar character : io.InputQueueCharacters)
        for (const Command& command : commands())
            if (command.character != 0 && character == static_cast<ImWchar>(command.character))
                command.act(frame);
    leave_on_escape(frame);
}

}  // namespace

void handle_keys(Frame& frame) {
    act_on_keys(frame);
    move_focus(frame);
}

}  // namespace lstm
