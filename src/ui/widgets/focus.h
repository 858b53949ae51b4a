/// The keyboard's way through the window: Tab goes from control to control, and keys work the one
/// it is at.
#pragma once

#include "ui/state/frame.h"

#include <string>

namespace lstm {

/// Makes ImGui's last item a stop of Tab, by the name of its region. Returns whether Enter was
/// pressed on it, or Space where it was reached by Tab. A `number` is one that is typed into.
bool focus_stop(Frame& frame, const std::string& id, bool number = false);

/// Opens the text field that comes next.
void open_text();
/// Opens the text field `id`, which comes next, if Tab has just come to it.
void open_text_at_focus(const Frame& frame, const std::string& id);
/// `focus_stop` for a text field: it opens, and keeps its keys.
void focus_text(Frame& frame, const std::string& id);

/// Gives ↑ and ↓ to the control `id` where Tab is at it: +1 or −1 for each press, else 0.
[[nodiscard]] int focus_steps(Frame& frame, const std::string& id);

/// Whether a control of `size` at the cursor has to be drawn: it is in sight, or so near to the one
/// that Tab is at that it may go there next.
[[nodiscard]] bool within_reach(const Frame& frame, ImVec2 size);

/// Has `clipper` draw the rows next to the one that Tab is at too. Between its Begin and its first
/// Step.
void include_focused_rows(const Frame& frame, ImGuiListClipper& clipper);

/// What stands in a dialog that has just opened comes before all else; and back when it closes.
void focus_dialog(Frame& frame);
void leave_dialog(Frame& frame);

/// Before anything is drawn: what Tab has left takes what was typed into it.
void leave_behind(Frame& frame);
/// Once all is drawn: the ring, and Tab, Shift+Tab, F6 and Shift+F6.
void move_focus(Frame& frame);

/// Whether `id` was clicked or reached by Tab, and no text is being typed: characters are for it.
[[nodiscard]] bool focus_hears(const Frame& frame, const std::string& id);
/// Whether Tab is at `id`, and no text is being typed.
[[nodiscard]] bool focus_takes(const Frame& frame, const std::string& id);
/// Whether the control that Tab is at uses this key, so that it means nothing to the window.
[[nodiscard]] bool focus_takes(const Frame& frame, ImGuiKey key);

/// Whether the keyboard is on its way from one control to another: what is typed meanwhile would
/// reach neither.
[[nodiscard]] bool focus_moves(const View& view);

}  // namespace lstm
