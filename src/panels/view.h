/// What the user looks at: never saved with the document, never undone.
#pragma once

#include "document/document.h"
#include "model/cell.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace lstm {

/// One number on the screen: an element of a quantity. Its timestep is that of the place it stands in.
struct Element {
    QuantityId quantity = none;
    int element = 0;

    friend bool operator==(const Element&, const Element&) = default;
};

/// Pages of the inspector on the right.
enum class Page { weights, inputs, published, about };

/// What lies over the window and has to be answered or closed first.
enum class Dialog { closed, gallery, open, save_as, unsaved, help, message };

/// The number that is being typed into, and what has been typed.
struct NumberEntry {
    std::string id;  ///< of the field; empty: none
    std::array<char, 64> text{};
    bool just_opened = false;
    bool refused = false;  ///< the text was no number when Enter was pressed
};

/// The state of dragging a number.
struct NumberDrag {
    std::string id;
    double start = 0;  ///< value when the mouse went down
    bool moved = false;
};

/// The part of the time axis on show, in timesteps; last ≤ first: all of it.
struct TimeRange {
    double first = 0;
    double last = 0;
};

/// What the open and save dialogs show.
struct FileChooser {
    std::string folder;
    std::array<char, 1024> name{};
};

struct View {
    // Where in the run.
    int t = 1;                     ///< 1 to T; 0 only where T = 0
    Phase phase = Phase::speak;    ///< the last phase that is known at t
    int unit = 0;                  ///< the unit that the diagram shows
    TimeRange range;

    // Playing: one timestep every 1 / speed seconds.
    bool playing = false;
    double speed = 2;
    double played = 0;  ///< seconds since the last step

    // Motion: what a phase uses flows for a moment after it was reached.
    bool reduced_motion = false;
    double since_phase = 1e9;  ///< seconds since the phase or the step changed
    int moved_to = -1;         ///< step and phase that `since_phase` counts from

    // How it looks.
    bool dark = false;
    float zoom = 1;  ///< 0.5 to 3
    int decimals = 3;
    bool full_screen = false;
    bool presenter = false;
    bool blank = false;
    Page page = Page::weights;
    Dialog dialog = Dialog::closed;
    std::string message;  ///< of Dialog::message

    // What the mouse and keyboard are at.
    std::optional<Element> hovered;       ///< lights up everywhere in this frame
    std::optional<Element> hovered_next;  ///< collected while drawing, for the next frame
    NumberEntry entry;
    NumberDrag drag;
    FileChooser chooser;
    std::uint64_t seed = 1;

    /// Whether `quantity` at timestep `at` is known: computed by a phase that has been reached. Once a
    /// step is whole, the rest of the run may be seen too; in the middle of one it stays ahead.
    [[nodiscard]] bool knows(const Cell& cell, QuantityId quantity, int at) const {
        if (at == t) return cell.quantities[quantity].phase <= phase;
        return at < t || phase == Phase::speak;
    }

    /// Keeps t and unit inside `document`.
    void fit(const Document& document) {
        t = std::clamp(t, std::min(1, document.steps()), document.steps());
        unit = std::clamp(unit, 0, document.sizes().hidden - 1);
    }
};

inline constexpr float min_zoom = 0.5F;
inline constexpr float max_zoom = 3.0F;

}  // namespace lstm
