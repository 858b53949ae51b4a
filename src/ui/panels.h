/// All panels of the window, one function each. A panel draws into the rectangle it is given.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// Where a panel goes, in screen pixels.
struct PanelArea {
    ImVec2 min;
    ImVec2 max;

    [[nodiscard]] float width() const { return max.x - min.x; }
    [[nodiscard]] float height() const { return max.y - min.y; }
};

/// The whole window: lays out the panels and draws them. Between ImGui::NewFrame and Render.
void draw_screen(Frame& frame);

/// Title of the scenario, file and undo commands, look.
void draw_top_bar(Frame& frame, const PanelArea& area);
[[nodiscard]] float top_bar_height(Frame& frame, float width);
/// The cell of one unit as a diagram with its values.
void draw_diagram(Frame& frame, const PanelArea& area);
/// The notebook: every memory slot of the selected step, a line each.
void draw_notebook(Frame& frame, const PanelArea& area);
/// The height in which `slots` lines fit without scrolling.
[[nodiscard]] float notebook_height(const Frame& frame, int slots);
/// The same at scale 1, with no run pinned.
[[nodiscard]] float usual_notebook_height(int slots);
/// Steps, phases, play.
void draw_transport(Frame& frame, const PanelArea& area);
[[nodiscard]] float transport_height(const Frame& frame, float width);
/// All sequences of the document, small: which is shown, and what comes out at the end of each.
void draw_sequences(Frame& frame, const PanelArea& area);
/// 0 where there is only one.
[[nodiscard]] float sequences_height(const Frame& frame);
/// The name of the sequence that is shown, to be changed; another one, fewer, in another order.
void draw_sequence_list(Frame& frame);
/// "step 2 of 4  ·  day 2"
[[nodiscard]] std::string place_in_run(const Frame& frame);
/// The window for the back row: the cell, the notebook, and little else.
void draw_presenter(Frame& frame, PanelArea area);
/// The question that is asked, a place for a guess, and how it was answered.
void draw_predict(Frame& frame, const PanelArea& area);
[[nodiscard]] float predict_height(const Frame& frame, float width);
/// Everything that has time on it, on one axis.
void draw_timeline(Frame& frame, const PanelArea& area);
/// The pages on the right.
void draw_inspector(Frame& frame, const PanelArea& area);
void draw_weights(Frame& frame);
/// The height in which all weights fit without scrolling, `width` pixels wide.
[[nodiscard]] float weights_height(const Frame& frame, float width);
void draw_inputs(Frame& frame);
/// How the chosen number came about, from symbols to digits.
void draw_derivation(Frame& frame);
/// The gradients of the selected step, the gradient flow, and the check of one gradient.
void draw_gradients(Frame& frame);
/// Gates held at a value for some steps, and the pinned run.
void draw_what_if(Frame& frame);
void draw_published(Frame& frame);
/// How the network learns, and the loss as it does.
void draw_training(Frame& frame);
/// The loss of each step so far, of which there are two at least.
void draw_loss_curve(Frame& frame);
/// The seed of random weights, and the button that makes them, which says `label`. `page` begins
/// the names of their regions. Returns whether new weights were asked for.
bool draw_seed(Frame& frame, const std::string& page, const std::string& label);
void draw_about(Frame& frame);
/// What lies over the window: gallery, file chooser, questions, help.
void draw_dialogs(Frame& frame);
/// Every kind of dialog that there is.
[[nodiscard]] std::vector<Dialog> all_dialogs();

/// What to export the run as, and how far that is.
void draw_export_dialog(Frame& frame);

/// Every command as a button, for those who have no keys, and where the bar is short.
void draw_menu(Frame& frame);

/// A link to what is open.
void draw_share_dialog(Frame& frame);

/// What a number should be.
void draw_expectation_dialog(Frame& frame);

/// What becomes of a copied matrix that does not fit as it is.
void draw_paste_dialog(Frame& frame);
/// The steps that a table has, and where they shall go.
void draw_table_dialog(Frame& frame);

/// What can be done with a number, or a weight and its matrix.
void draw_context_menu(Frame& frame);
/// Opens it at the mouse; or without a subject of that which the keyboard is at, and there.
void open_context_menu(Frame& frame, const ParameterPlace& weight);
void open_context_menu(Frame& frame, const Expectation& subject);
void open_context_menu(Frame& frame);
/// The same for what was clicked with the right button in this frame.
void follow_right_click(Frame& frame);
/// The number that the mouse is over, as what could be expected; and that, or else the one that the
/// keyboard is at, or was chosen.
[[nodiscard]] std::optional<Expectation> number_pointed_at(const Frame& frame);
[[nodiscard]] Expectation number_at_hand(const Frame& frame);
/// The weight that the keyboard is at, in a table or the diagram.
[[nodiscard]] std::optional<ParameterPlace> weight_in_focus(const Frame& frame);

/// Every command with its keys, and what the mouse does.
void draw_help(Frame& frame);

/// The keys of the window; off while typing into a field or answering a dialog.
void handle_keys(Frame& frame);

/// Moves one phase on or back, over the border of a step.
void walk_phase(View& view, const Document& document, int direction);
/// Starts playing (from the beginning where the run has ended) or stops.
void toggle_playing(View& view, const Document& document);
/// Lets `seconds` pass: while playing, the next timestep is selected when its time has come.
void play(View& view, const Document& document, double seconds);
/// Lets `seconds` pass for what moves on its own: starts anew where step or phase changed.
void pass_time(View& view, double seconds);
/// Seconds for which the wires of a phase flow once it is reached.
inline constexpr double flow_seconds = 1.4;
/// Whether something on the screen is in motion.
[[nodiscard]] bool in_motion(const View& view);
/// Chooses `what`: goes to its step, unit and phase, and shows its working.
void choose(View& view, const Document& document, const DerivationSubject& what);
/// Chooses an element at the selected step, and opens its working where that is not on show yet.
void show_derivation(Frame& frame, Element element);
/// The same for its gradient.
void show_gradient(Frame& frame, Element element);
/// What the working is about.
[[nodiscard]] DerivationSubject what_is_chosen(const View& view, const Cell& cell);
/// Selects timestep `t`, as near as there is one.
void go_to(View& view, const Document& document, int t);

}  // namespace lstm
