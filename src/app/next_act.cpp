/// Where one act ends and the next begins in Dear ImGui's queue of events.
#include "app/next_act.h"

namespace lstm {
namespace {

ImVector<ImGuiInputEvent>& queue() {
    return ImGui::GetCurrentContext()->InputEventsQueue;
}

bool is_modifier(ImGuiKey key) {
    return (key & ImGuiMod_Mask_) != 0 || (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
}

/// What does nothing by itself: keys let go, modifiers, and the window's own focus.
bool leads_up(const ImGuiInputEvent& event) {
    if (event.Type == ImGuiInputEventType_Focus) return true;
    return event.Type == ImGuiInputEventType_Key && (!event.Key.Down || is_modifier(event.Key.Key));
}

/// How many events belong to the first act.
int length_of_first(const ImVector<ImGuiInputEvent>& events) {
    int n = 0;
    while (n < events.Size && leads_up(events[n])) ++n;
    if (n == events.Size) return n;
    const ImGuiInputEventType type = events[n].Type;
    const auto follows = [&](ImGuiInputEventType next) {
        return n < events.Size && events[n].Type == next;
    };
    ++n;
    if (type == ImGuiInputEventType_Key && follows(ImGuiInputEventType_Text)) ++n;
    // A field that is being typed into takes any number of characters, in their order.
    const bool typing = ImGui::GetCurrentContext()->WantTextInputNextFrame == 1;
    if (type == ImGuiInputEventType_MousePos || type == ImGuiInputEventType_MouseWheel ||
        (type == ImGuiInputEventType_Text && typing))
        while (follows(type)) ++n;
    return n;
}

}  // namespace

NextAct::NextAct(bool none) {
    ImVector<ImGuiInputEvent>& events = queue();
    const int now = none ? 0 : length_of_first(events);
    for (int n = now; n < events.Size; ++n) later_.push_back(events[n]);
    events.resize(now);
}

NextAct::~NextAct() {
    for (const ImGuiInputEvent& event : later_) queue().push_back(event);
}

bool acts_wait() {
    return !queue().empty();
}

bool keyboard_changes_hands() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.NavMoveSubmitted || g.NavNextActivateId != 0) return true;
    const bool typing = g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID;
    // A field hears Esc, Ctrl+V and their like from its second frame on, and WantTextInput, which
    // keeps keys from the window, stays for a frame when it is left.
    return typing ? g.ActiveIdPreviousFrame != g.ActiveId : g.WantTextInputNextFrame == 1;
}

}  // namespace lstm
