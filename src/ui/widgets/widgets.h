/// The few controls that the window is made of. Each enters its rectangle into the frame's regions.
#pragma once

#include "ui/state/frame.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lstm {

enum class Align { left, centre, right };

/// Text with its anchor at `at`: its left end, middle or right end, vertically centred.
void draw_text(ImDrawList& list, ImFont* font, ImVec2 at, ImVec4 colour, std::string_view text,
               Align align = Align::left);

/// The size of `text` in `font`, in pixels.
[[nodiscard]] ImVec2 text_size(ImFont* font, std::string_view text);

/// `text` on one line and cut to `width` pixels, with an ellipsis where something is missing.
[[nodiscard]] std::string elided(ImFont* font, std::string_view text, float width);

/// `text` in lines of at most `width` pixels, broken at blanks and nowhere else: Dear ImGui would
/// break a number behind its point.
[[nodiscard]] std::string in_lines(ImFont* font, std::string_view text, float width);

/// A paragraph in the current font and colour, as wide as there is room.
void paragraph(std::string_view text);

/// A sheet of paper on the desk; its contents go between construction and destruction.
class Card {
public:
    /// `min` and `max` in screen pixels. `padding` is at scale 1. With `scrolls`, what does not fit
    /// can be scrolled to.
    Card(Frame& frame, const char* id, ImVec2 min, ImVec2 max, float padding = 12,
         bool scrolls = false);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
};

/// Begins a new line, instead of going on in the same, where `width` more pixels do not fit into
/// it. Buttons and steppers do so by themselves.
void wrap_before(float width);

/// How wide a button with this label is, in pixels.
[[nodiscard]] float button_width(const Frame& frame, std::string_view label);

/// A push button. `id` is its region; `label` what it says. A tooltip says more.
bool button(Frame& frame, const std::string& id, const std::string& label,
            const std::string& tooltip = {}, bool enabled = true, bool selected = false);

/// Pictures on buttons that need no words.
enum class Icon {
    first,
    previous,
    play,
    pause,
    next,
    last,
    minus,
    plus,
    up,
    down,
    copy,
    bin,
    add,
    locked,
    unlocked
};
/// Draws one of them, `size` pixels high and wide.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);
bool icon_button(Frame& frame, const std::string& id, Icon icon, const std::string& tooltip,
                 bool enabled = true);

/// A place of `size` at the cursor that can be pressed; what is drawn on it is the caller's.
bool press_area(Frame& frame, const std::string& id, ImVec2 size, std::string shown = {});

/// A line of a list, `label` on one line as ImGui reads it ("text###id"). Returns whether it was
/// chosen.
bool list_line(Frame& frame, const std::string& id, const std::string& label, bool selected = false,
               int flags = 0, ImVec2 size = {});

/// A sentence that can be clicked, over as many lines as it takes.
bool text_link(Frame& frame, const std::string& id, const std::string& sentence);

/// A small heading in muted ink.
void heading(Frame& frame, std::string_view text);

/// Says that the last item, or a rectangle, shows `element`: it lights up with all other places
/// that show it, and lights them when the mouse is over it. Returns whether it is lit.
bool link(Frame& frame, ImVec2 min, ImVec2 max, Element element);

/// A number that can be changed in place: dragged, typed (double click or Enter), reset (right
/// click; a weight's opens the menu of its matrix).
struct NumberField {
    std::string id;  ///< its region
    double value = 0;
    std::optional<double> original;  ///< what a right click brings back; a difference is marked
    double limit = 1;                ///< full colour at ±limit
    std::string tooltip;
    std::string about;  ///< a line more of the tooltip
    std::optional<Element> element;        ///< what it lights up with, if it is one of the trace's
    std::optional<ParameterPlace> weight;  ///< what it lights up with, if it is a parameter's
    bool whole = false;  ///< only whole numbers: a click begins to type, and dragging does nothing
};

/// What the user made of it.
struct NumberChange {
    double value;
    Gesture gesture;  ///< 0 where it is one act
};

/// `value` with as many digits as `room` pixels hold, at most all of them; "…" where none fits.
[[nodiscard]] std::string fitted(ImFont* font, double value, float room);

/// Draws `field` with the given size at the cursor and returns a change to it.
std::optional<NumberChange> number_field(Frame& frame, const NumberField& field, ImVec2 size);

/// How wide the stepper is, in pixels.
[[nodiscard]] float stepper_width(const Frame& frame, const std::string& label, int value);

/// A whole number that can be typed, with − and + beside it; returns the new one. `cost` says what
/// another number would come to, for the tooltips.
std::optional<int> stepper(Frame& frame, const std::string& id, const std::string& label, int value,
                           int least, int most, const std::function<std::string(int)>& cost = {});

/// A line that is read while it is typed; returns whether Enter was pressed.
bool typed_field(Frame& frame, const std::string& id, std::span<char> text, float width,
                 const std::string& hint = "");

/// One line of text that can be edited; returns the new text when the user is done with it.
std::optional<std::string> text_field(Frame& frame, const std::string& id, const std::string& text,
                                      float width, const std::string& hint = "", int lines = 1);

}  // namespace lstm
