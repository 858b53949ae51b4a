/// What the user looks at: never saved with the document, never undone.
#pragma once

#include "document/document.h"
#include "document/gradient_check.h"
#include "document/history.h"
#include "document/results.h"
#include "model/cell.h"
#include "model/working.h"
#include "panels/file_chooser.h"
#include "panels/page.h"
#include "panels/scales.h"
#include "panels/theme_name.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lstm {

/// One number on the screen: an element of a quantity. Its timestep is that of the place it stands
/// in.
struct Element {
    QuantityId quantity = none;
    int element = 0;

    friend bool operator==(const Element&, const Element&) = default;
};

/// The one panel that a picture shows, or all of the window.
enum class Alone { no, diagram, notebook, working };

/// What lies over the window and has to be answered or closed first.
enum class Dialog {
    closed,
    gallery,
    open,
    save_as,
    unsaved,
    conflict,
    recover,
    help,
    message,
    take_away
};

/// The number that is being typed into, and what has been typed.
struct NumberEntry {
    std::string id;  ///< of the field; empty: none
    std::array<char, 64> text{};
    bool just_opened = false;
    bool active = false;   ///< the keyboard has come to it
    bool refused = false;  ///< the text was no number when Enter was pressed
    bool begun = false;    ///< a digit opened it, and stands in it
};

/// The words that are being typed into a field of text.
struct TextEntry {
    std::string id;
    std::string text;
};

/// The state of dragging a number.
struct NumberDrag {
    std::string id;
    double start = 0;  ///< value when the mouse went down
    bool moved = false;
};

/// The control that Tab is at. See focus.h.
struct Focus {
    std::string id;        ///< its region; empty: none
    bool visible = false;  ///< it was reached by a key: a ring is drawn around it
    bool arriving = false,
         arrived = false;  ///< Tab comes to it in the next frame; it does in this one
    bool adjusts = false;  ///< it is changed by ↑ and ↓
    bool clicked = false;  ///< the mouse took a control in this frame
    bool entered = false;  ///< Enter is done with a number: the one below it comes next
    bool leaving = false;  ///< Tab left what was being worked; in the next frame it is done with it
    bool drawn = false;    ///< it is part of this frame, in this window and these rectangles
    ImGuiID window = 0;
    ImVec2 min, max, clip_min, clip_max;
    int place = 0;       ///< among all stops
    std::string behind;  ///< where it was before a dialog opened
};

/// What a working is about: a number, its gradient, or that of a weight.
using Chosen = std::variant<QuantityPlace, GradientPlace, ParameterGradientPlace>;

/// A gradient that is held against a central difference, and what that gave at a revision of the
/// session.
struct Checked {
    Chosen what;
    std::uint64_t revision = 0;  ///< 0: not computed yet
    GradientCheck result;
};

/// The part of the time axis on show, in timesteps; last ≤ first: all of it.
struct TimeRange {
    double first = 0;
    double last = 0;
};

/// The file to be saved to that is not as it was read: see Dialog::conflict.
struct Conflict {
    std::string file;
    std::string found;  ///< "written on …"; empty: the file is gone
};

/// Work that an earlier run of the program did not get to save: see Dialog::recover.
struct Recoverable {
    std::string title;
    std::string file;  ///< that it belongs to; empty: none
    std::string when;  ///< it was last changed
};

/// What the page "What if" is about to hold, or is changing.
struct WhatIf {
    Force draft;
    int chosen = none;  ///< the force of the document that its controls change; none: the draft
};

/// An earlier run that stays in sight, so that one sees what an edit changes.
struct Ghost {
    Snapshot document;
    Shared<Results> results;
    Scales scales;
};

/// A second kind of cell on the same sequence. See beside.h.
struct Beside {
    bool on = false;
    std::string kind;  ///< of the second cell; empty: the natural one
};

/// A guess and what it was about.
struct Score {
    double guess;
    double truth;
};

/// A sentence that stands on the screen for a moment: why a key did nothing, say.
struct Notice {
    std::string text;
    double seconds = 0;  ///< that are left of the moment
};

/// A number that is asked for before it is shown. See prediction.h.
struct Prediction {
    std::optional<QuantityPlace> asked;  ///< nothing: no question is on the screen
    std::array<char, 32> text{};         ///< the guess as it is typed
    std::optional<Score> score;          ///< of this question, once it is answered
    bool settled = false;                ///< the truth has been seen
    std::vector<Score> tally;            ///< the last few, oldest first
};

/// What is being taken away as a file, see Dialog::take_away.
struct TakeAway {
    int kind = 0;   ///< of Frame::export_choices
    int first = 1;  ///< timesteps
    int last = 0;
    bool by_phase = true;   ///< a film has a picture a phase, not only one a step
    bool backward = false;  ///< gradients too; of pictures, on the way back
    std::string path;
    std::string in_the_way;  ///< the file at `path` that the user was asked about
    int done = 0;            ///< pieces, of
    int pieces = 0;          ///< 0: nothing is being written
    std::string told;        ///< how it ended
    bool failed = false;
};

/// Training, see Page::training.
struct Learning {
    /// What a run began with.
    struct Start {
        std::vector<Shared<Matrix>> parameters;
        Shared<TrainingState> trained;
    };

    bool running = false;
    bool single_step = false;  ///< asked for
    int steps_per_frame = 10;
    double target_loss = 0;      ///< training stops there
    std::vector<double> losses;  ///< of the steps since the start
    std::string told;            ///< why it stopped
    std::optional<Start> start;
    std::int64_t lesson = 0;  ///< of the task, on show
};

struct View {
    const Cell* of = nullptr;  ///< whose quantities the rest is about, once it has been drawn

    // Where in the run.
    int t = 1;                   ///< 1 to T; 0 only where T = 0
    Phase phase = Phase::speak;  ///< the last phase that is known at t
    /// Going back through the run: the last phase whose gradients are known at t, of phases that
    /// are walked from speak to read, of steps from T to 1. Nothing: going forward.
    std::optional<Phase> back;
    int unit = 0;            ///< the unit that the diagram shows
    bool all_units = false;  ///< it shows all of them, small

    // Whose working is shown: what was clicked, else the main result of the phase.
    std::optional<Chosen> chosen;
    std::vector<Chosen> trail;  ///< what was chosen before, to go back to
    std::optional<ParameterPlace> chosen_weight;
    Notation notation;
    bool working_shown = false;  ///< whether the working is on the screen
    TimeRange range;

    WhatIf what_if;
    std::optional<Ghost> ghost;
    Beside beside;
    Prediction prediction;
    Learning learning;

    // Playing: one timestep every 1 / speed seconds.
    bool playing = false;
    double speed = 2;
    double played = 0;  ///< seconds since the last step

    // Motion: what a phase uses flows for a moment after it was reached.
    bool reduced_motion = false;
    double since_phase = 1e9;  ///< seconds since the phase or the step changed
    int moved_to = -1;         ///< step and phase that `since_phase` counts from

    // How it looks.
    ThemeName theme = ThemeName::light;
    float zoom = 1;  ///< 0.5 to 3
    int decimals = 3;
    bool full_screen = false;
    bool presenter = false;
    bool blank = false;
    Page page = Page::weights;
    Alone alone = Alone::no;
    Dialog dialog = Dialog::closed;
    std::string message;  ///< of Dialog::message
    Notice notice;

    // What the mouse and keyboard are at.
    std::optional<Element> hovered;       ///< lights up everywhere in this frame
    std::optional<Element> hovered_next;  ///< collected while drawing, for the next frame
    std::optional<ParameterPlace> hovered_weight, hovered_weight_next;  ///< likewise
    Focus focus;
    NumberEntry entry;
    TextEntry text_entry;
    NumberDrag drag;
    FileChooser chooser;
    Conflict conflict;
    std::vector<Recoverable> recoverable;
    TakeAway take_away;
    std::uint64_t seed = 1;
    bool choosing_cell = false;  ///< the kinds of cells are on show, in the place of the weights
    Dialog on_screen = Dialog::closed;  ///< the dialog that was drawn last
    std::optional<Checked> checked;     ///< the gradient that is held against a central difference

    /// Whether `quantity` at timestep `at` is known: computed by a phase that has been reached.
    /// Once a step is whole, the rest of the run may be seen too; in the middle of one it stays
    /// ahead.
    [[nodiscard]] bool knows(const Cell& cell, QuantityId quantity, int at) const {
        if (at == t) return cell.quantities[quantity].phase <= phase;
        return at < t || phase == Phase::speak;
    }

    /// The phase on show, forward or back.
    [[nodiscard]] Phase phase_now() const { return back.value_or(phase); }
    void set_phase(Phase now) { (back ? *back : phase) = now; }
    /// Whether `phase` has been reached at t, forward or back.
    [[nodiscard]] bool reached(Phase which) const {
        return t > 0 && (back ? which >= *back : which <= phase);
    }
    /// Whether the gradient of `quantity` at timestep `at` is known. The mirror of `knows`: a
    /// gradient comes with its quantity's phase; once a step is whole, all may be seen.
    [[nodiscard]] bool knows_gradient(const Cell& cell, QuantityId quantity, int at) const {
        if (!back || at > t) return true;
        if (at == t) return cell.quantities[quantity].phase >= *back;
        return *back == Phase::read;
    }

    /// Says why nothing happens, or what did, near what was asked for it.
    void notify(const std::string& sentence) { notice = {sentence, 6}; }

    /// Keeps everything inside `document`: lets go of what it has no longer, and of all numbers of
    /// another kind of cell.
    void fit(const Document& document);

    /// Chooses, asks for and holds nothing any more.
    void forget_numbers() {
        chosen.reset();
        trail.clear();
        chosen_weight.reset(), checked.reset();
        hovered.reset(), hovered_next.reset();
        hovered_weight.reset(), hovered_weight_next.reset();
        prediction.asked.reset();
        what_if = {};
    }
};

inline constexpr float min_zoom = 0.5F;
inline constexpr float max_zoom = 3.0F;

}  // namespace lstm
