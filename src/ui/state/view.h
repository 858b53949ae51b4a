/// What the user looks at: never saved with the document, never undone.
#pragma once

#include "document/document.h"
#include "document/gradient_check.h"
#include "document/history.h"
#include "document/results.h"
#include "maths/derivation.h"
#include "model/cells/cell.h"
#include "ui/look/theme_name.h"
#include "ui/state/file_chooser.h"
#include "ui/state/page.h"
#include "ui/state/scales.h"
#include "ui/words/words.h"

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
enum class Alone { no, diagram, notebook, derivation };

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
    exporting,
    share,
    menu,
    expecting,
    pasting,
    table,
    context
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
using DerivationSubject = std::variant<QuantityPlace, GradientPlace, ParameterGradientPlace>;

/// A gradient that is held against a central difference, and what that gave at a revision of the
/// session.
struct GradientComparison {
    DerivationSubject what;
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
    Clamp draft;
    int chosen = none;  ///< the force of the document that its controls change; none: the draft
};

/// An earlier run that stays in sight, so that one sees what an edit changes.
struct PinnedRun {
    Snapshot document;
    Shared<Results> results;
    Scales scales;
    std::uint64_t revision = 0;  ///< of the session that it was the document of
};

/// What the run is held against. See ui/comparison/.
struct Comparison {
    bool on = false;   ///< another kind of cell on the same sequence
    std::string kind;  ///< of that cell; empty: the natural one
    std::optional<PinnedRun> pinned;
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

/// What to export, as the dialog asks for it. How it goes: ExportStatus.
struct ExportWish {
    int kind = 0;   ///< of Frame::export_choices
    int first = 1;  ///< timesteps
    int last = 0;
    bool by_phase = true;   ///< a film has a picture a phase, not only one a step
    bool backward = false;  ///< gradients too; of pictures, going backward
    std::string path;       ///< of the file; empty: not yet proposed
};

/// Where a link shall lead, as the dialog asks for it. What it is then: SharedLink.
struct ShareWish {
    bool at_place = true;  ///< to the step, phase and page on show, not to the beginning
    std::string copied;    ///< the link that was copied last
};

/// What a right click was about, whose menu lies over the window.
struct ContextMenu {
    ImVec2 at;                             ///< where the mouse was
    std::optional<ParameterPlace> weight;  ///< a number of a table
    Expectation subject;                   ///< else what could be expected of it
};

/// What should be expected, as it is typed.
struct ExpectationWish {
    int chosen = none;   ///< the row of the page Expected that was clicked
    int changed = none;  ///< the expectation of the document that becomes another; none: new
    int t = 1;           ///< 0: the initial states, or the sum over all steps
    std::array<char, 96> name{};  ///< "h[0]"
    std::array<char, 64> value{};
    bool by_tolerance = false;
    std::array<char, 64> tolerance{};
    std::optional<int> decimals;  ///< chosen; nothing: as many as were typed
};

/// Numbers that were copied, and the parameter that they are to become.
struct PastedMatrix {
    ParameterId parameter = none;
    Matrix numbers;
};

/// Steps out of a table, and what each of its columns was taken for.
struct ReadTable {
    std::string name;  ///< of the sequence that it would become
    std::vector<Shared<Step>> steps;
    std::vector<std::string> inputs;
    std::vector<std::string> targets;
    std::string label;
    std::vector<std::string> unused;
};

/// What the page Training asks for. How it goes: TrainingStatus.
struct TrainingWish {
    int steps_per_frame = 10;
    double target_loss = 0;     ///< training stops there
    std::int64_t sequence = 0;  ///< of the task, on show
};

/// Where in the run one is, and which way one goes.
struct Cursor {
    int t = 1;                   ///< 1 to T; 0 only where T = 0
    Phase phase = Phase::speak;  ///< the last phase that is known at t
    /// Going backward: the last phase whose gradients are known at t, of phases that are walked
    /// from speak to read, of steps from T to 1. Nothing: going forward.
    std::optional<Phase> backward_phase;
    int unit = 0;            ///< the unit that the diagram shows
    bool all_units = false;  ///< it shows all of them, small
    TimeRange range;

    /// Whether `quantity` at timestep `at` is known: computed by a phase that has been reached.
    /// Once a step is whole, the rest of the run may be seen too; in the middle of one it stays
    /// ahead.
    [[nodiscard]] bool knows(const Cell& cell, QuantityId quantity, int at) const {
        if (at == t) return cell.quantities[quantity].phase <= phase;
        return at < t || phase == Phase::speak;
    }
    /// The phase on show, forward or backward.
    [[nodiscard]] Phase phase_now() const { return backward_phase.value_or(phase); }
    void set_phase(Phase now) { (backward_phase ? *backward_phase : phase) = now; }
    /// Whether `which` has been reached at t, forward or backward.
    [[nodiscard]] bool reached(Phase which) const {
        return t > 0 && (backward_phase ? which >= *backward_phase : which <= phase);
    }
    /// Whether the gradient of `quantity` at timestep `at` is known. The mirror of `knows`: a
    /// gradient comes with its quantity's phase; once a step is whole, all may be seen.
    [[nodiscard]] bool knows_gradient(const Cell& cell, QuantityId quantity, int at) const {
        if (!backward_phase || at > t) return true;
        if (at == t) return cell.quantities[quantity].phase >= *backward_phase;
        return *backward_phase == Phase::read;
    }
};

/// What was chosen to be looked at closely.
struct Selection {
    /// Whose derivation is shown: what was clicked, else the main result of the phase.
    std::optional<DerivationSubject> subject;
    std::vector<DerivationSubject> trail;  ///< what was chosen before, to go back to
    std::optional<ParameterPlace> weight;
    std::optional<GradientComparison> checked;  ///< held against a central difference
};

/// Whose keys the window has: a browser keeps some of them to itself.
enum class Keyboard { desktop, browser };

/// How the window looks, and what of it.
struct Look {
    ThemeName theme = ThemeName::light;
    Language language = Language::english;
    bool language_chosen = false;  ///< by the user, so that it is to be remembered
    float zoom = 1;                ///< 0.5 to 3
    int decimals = 3;
    bool reduced_motion = false;
    bool full_screen = false;
    bool presenter = false;
    bool blank = false;
    bool embedded = false;  ///< in a page about something else, which has its own files
    bool touch = false;     ///< fingers point, so that all they meet is larger
    Keyboard keyboard = Keyboard::desktop;
    Page page = Page::weights;
    Alone alone = Alone::no;
    Notation notation;
    bool choosing_cell = false;     ///< the kinds of cells are on show, in the place of the weights
    bool choosing_form = false;     ///< there, what this cell has of its own instead of the kinds
    bool derivation_shown = false;  ///< whether the derivation is on the screen
};

/// Playing, one timestep every 1 / speed seconds; and motion: what a phase uses flows for a moment
/// after it was reached.
struct Playback {
    bool playing = false;
    double speed = 2;
    double elapsed = 0;        ///< seconds since the last step
    double since_phase = 1e9;  ///< seconds since the phase or the step changed
    int moved_to = -1;         ///< step and phase that `since_phase` counts from
};

/// What the mouse and keyboard are at.
struct InputState {
    std::optional<Element> hovered;       ///< lights up everywhere in this frame
    std::optional<Element> hovered_next;  ///< collected while drawing, for the next frame
    std::optional<ParameterPlace> hovered_weight, hovered_weight_next;  ///< likewise
    std::optional<Element>
        pointed;  ///< the number under the mouse, which no field of its own takes
    Focus focus;
    NumberEntry number_entry;
    TextEntry text_entry;
    NumberDrag drag;
};

/// What lies over the window, and what the dialogs hold.
struct DialogState {
    Dialog open = Dialog::closed;
    Dialog drawn = Dialog::closed;  ///< the dialog that was drawn last
    std::string message;            ///< of Dialog::message
    Notice notice;
    FileChooser chooser;
    Conflict conflict;
    std::vector<Recoverable> recoverable;
    ExportWish exporting;
    ShareWish sharing;
    ContextMenu context;
    ExpectationWish expecting;
    PastedMatrix pasted;
    ReadTable table;

    /// Forgets what is about numbers of a document that is another now.
    void let_go_of_numbers();
};

/// All of it. Each part is let go of, or copied for a picture, as a whole.
struct View {
    const Cell* cell = nullptr;  ///< whose quantities the rest is about, once it has been drawn
    Cursor cursor;
    Selection selection;
    Look look;
    Comparison comparison;
    WhatIf what_if;
    Prediction prediction;
    TrainingWish training;
    Playback playback;
    InputState input;
    DialogState dialogs;
    std::uint64_t seed = 1;  ///< of random weights

    /// Says why nothing happens, or what did, near what was asked for it.
    void notify(const std::string& sentence) { dialogs.notice = {sentence, 6}; }

    /// Keeps everything inside `document`: lets go of what it has no longer, and of all numbers of
    /// another kind of cell.
    void clamp_to(const Document& document);
    /// For another document: back to its first step, with nothing chosen, asked, typed or pinned.
    /// How the window looks stays.
    void start_over();
    /// What of it belongs into a picture: no dialog, nothing under the mouse or in hand, nothing
    /// that goes on by itself.
    [[nodiscard]] View for_picture() const;
};

inline constexpr float min_zoom = 0.5F;
inline constexpr float max_zoom = 3.0F;

}  // namespace lstm
