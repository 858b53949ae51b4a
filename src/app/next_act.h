/// What the user did, given to Dear ImGui one act after the other.
#pragma once

#include <imgui_internal.h>

namespace lstm {

/// Dear ImGui takes what was done between two frames as if it had been done at once: of two keys
/// a control sees one, and what is typed into a field that is only about to open is lost. While
/// this lives, its queue holds the next act alone, for NewFrame to take: a key with its character,
/// a button of the mouse, or a run of moves or turns of the wheel.
class NextAct {
public:
    /// With `none`, not even that: a frame for what the last act set off.
    explicit NextAct(bool none);
    NextAct(const NextAct&) = delete;
    NextAct& operator=(const NextAct&) = delete;
    /// Puts the others back, behind what NewFrame left over.
    ~NextAct();

private:
    ImVector<ImGuiInputEvent> later_;
};

/// Whether acts wait to be taken.
[[nodiscard]] bool acts_wait();

/// Whether Dear ImGui is about to give the keyboard to a text field, or to take it from one: keys
/// would be lost on the way.
[[nodiscard]] bool keyboard_changes_hands();

}  // namespace lstm
