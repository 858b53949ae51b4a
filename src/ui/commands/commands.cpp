/// The table of commands.
#include "document/history.h"
#include "document/sequences.h"
#include "ui/commands/command.h"
#include "ui/comparison/pinned_run.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/state/expecting.h"
#include "ui/state/prediction.h"
#include "ui/words/edit_names.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

/// One phase inside the step, as one walks: −1 back, +1 on.
void move_phase(Frame& frame, int direction) {
    Cursor& cursor = frame.view.cursor;
    cursor.set_phase(adjacent_phase(frame.cell(), cursor.phase_now(),
                                    cursor.backward_phase ? -direction : direction));
}

void play_or_pause(Frame& frame) {
    toggle_playing(frame.view, frame.document());
    if (frame.document().steps() < 2) frame.view.notify(frame.words("notice.playing_takes_two"));
}

/// Asks, shows, asks the next.
void predict(Frame& frame) {
    View& view = frame.view;
    if (view.cursor.backward_phase) {
        view.notify(frame.words("notice.predict_forward"));
    } else if (view.cursor.t == 0) {
        view.notify(frame.words("notice.predict_no_step"));
    } else if (view.prediction.asked && !revealed(view, frame.cell())) {
        stop_asking(view);
    } else {
        ask_next(view, frame.document());
    }
}

void one_unit_or_all(Frame& frame) {
    frame.view.cursor.all_units = !frame.view.cursor.all_units;
    if (frame.document().sizes().hidden == 1) frame.view.notify(frame.words("notice.one_unit"));
}

/// To the next of the sizes that are whole steps from 1, larger (+1) or smaller (−1); between the
/// last of them and the limit, the limit. So the way back passes where the way there did.
void zoom_by(Frame& frame, int direction) {
    constexpr float zoom_step = 1.1F;
    constexpr float slack = 0.01F;  // of powers and logarithms
    const float place = std::log(frame.view.look.zoom) / std::log(zoom_step);
    const float next = direction > 0 ? std::floor(place + slack) + 1 : std::ceil(place - slack) - 1;
    frame.view.look.zoom = std::clamp(std::pow(zoom_step, next), min_zoom, max_zoom);
}

/// In presenter mode only: else a point or a B that was meant for something else takes the picture
/// away.
void toggle_blank(Frame& frame) {
    frame.view.look.blank = !frame.view.look.blank && frame.view.look.presenter;
}

void toggle_presenter(Frame& frame) {
    frame.view.look.presenter = !frame.view.look.presenter;
    frame.view.look.blank = false;
}

void next_theme(Frame& frame) {
    ThemeName& theme = frame.view.look.theme;
    theme = theme_names[(static_cast<std::size_t>(theme) + 1) % theme_names.size()];
}

void next_language(Frame& frame) {
    Look& look = frame.view.look;
    const std::vector<Language> all = languages();
    look.language = all[(static_cast<std::size_t>(look.language) + 1) % all.size()];
    look.language_chosen = true;
}

void step_by(Frame& frame, int steps) {
    go_to(frame.view, frame.document(), frame.view.cursor.t + steps);
}

bool has_several_sequences(const Frame& frame) {
    return sequence_count(frame.document()) > 1;
}

/// The sequence behind the one that is shown, or before it; behind the last comes the first.
void show_sequence_beside(Frame& frame, int direction) {
    const int count = sequence_count(frame.document());
    frame.proposals.request(SequenceRequest{(frame.document().shown + count + direction) % count});
}

bool has_step_before(const Frame& frame) {
    return frame.view.cursor.t > std::min(1, frame.document().steps());
}

bool has_step_after(const Frame& frame) {
    return frame.view.cursor.t < frame.document().steps();
}

bool has_steps(const Frame& frame) {
    return frame.document().steps() > 0;
}

void expect_number(Frame& frame) {
    if (has_steps(frame))
        ask_what_to_expect(frame.view, frame.document(), number_at_hand(frame));
    else
        frame.view.notify(frame.words("inputs.empty"));
}

/// Numbers become the matrix that the keyboard is at.
void paste(Frame& frame) {
    const std::optional<ParameterPlace> weight = weight_in_focus(frame);
    frame.proposals.request(OpenCopiedRequest{weight ? weight->parameter : none});
}

/// "Undo: the weight forget.W[0][1]  (Ctrl+Z)", or without what, where nothing is to be undone.
std::string history_tooltip(const Frame& frame, const char* what, const EditSummary* edit) {
    const std::string key = std::string("command.") + what + ".help";
    return edit == nullptr ? frame.words(key)
                           : frame.words(key + "_of", {{"edit", name_of(frame.words, *edit)}});
}

using enum CommandGroup;
using C = Command;
template <Dialog dialog>
void open_dialog(Frame& frame) {
    frame.view.dialogs.open = dialog;
}
/// For dialogs about files: what is being typed is taken first.
template <Dialog dialog>
void ask_for_dialog(Frame& frame) {
    frame.proposals.request(ShowRequest{dialog});
}
template <class Request>
void request(Frame& frame) {
    frame.proposals.request(Request{});
}

const std::vector<Command>& table() {
    static const std::vector<Command> all{
        C{.id = "previous",
          .group = run,
          .keys = {{ImGuiKey_LeftArrow}},
          .act = [](Frame& f) { step_by(f, -1); },
          .enabled = has_step_before},
        C{.id = "next",
          .group = run,
          .keys = {{ImGuiKey_RightArrow}},
          .act = [](Frame& f) { step_by(f, +1); },
          .enabled = has_step_after},
        C{.id = "phase_before",
          .group = run,
          .keys = {{ImGuiKey_UpArrow}},
          .act = [](Frame& f) { move_phase(f, -1); }},
        C{.id = "phase_after",
          .group = run,
          .keys = {{ImGuiKey_DownArrow}},
          .act = [](Frame& f) { move_phase(f, +1); }},
        C{.id = "walk_back",
          .group = run,
          .keys = {{ImGuiKey_PageUp}},
          .act = [](Frame& f) { walk_phase(f.view, f.document(), -1); }},
        C{.id = "walk_on",
          .group = run,
          .keys = {{ImGuiKey_PageDown}},
          .act = [](Frame& f) { walk_phase(f.view, f.document(), +1); }},
        C{.id = "first",
          .group = run,
          .keys = {{ImGuiKey_Home}},
          .act = [](Frame& f) { go_to(f.view, f.document(), 1); },
          .enabled = has_step_before},
        C{.id = "last",
          .group = run,
          .keys = {{ImGuiKey_End}},
          .act = [](Frame& f) { go_to(f.view, f.document(), f.document().steps()); },
          .enabled = has_step_after},
        C{.id = "play",
          .group = run,
          .keys = {{ImGuiKey_Space}},
          .act = play_or_pause,
          .enabled = [](const Frame& f) { return f.document().steps() > 1; },
          .tooltip =
              [](const Frame& f) {
                  return f.words(f.view.playback.playing ? "command.play.pause"
                                                         : "command.play.label");
              }},
        C{.id = "predict",
          .group = run,
          .keys = {{ImGuiKey_P}},
          .act = predict,
          .enabled =
              [](const Frame& f) { return f.view.cursor.t > 0 && !f.view.cursor.backward_phase; }},
        C{.id = "backward",
          .group = run,
          .keys = {{ImGuiKey_R}},
          .act = [](Frame& f) { turn_round(f.words, f.view, f.document()); }},

        C{.id = "pin",
          .group = compare,
          .keys = {{ImGuiKey_G}},
          .act = [](Frame& f) { toggle_pinned_run(f.view, f.session); }},
        C{.id = "second_cell",
          .group = compare,
          .keys = {{ImGuiKey_C}},
          .act = [](Frame& f) { f.view.comparison.on = !f.view.comparison.on; }},
        C{.id = "all_units", .group = compare, .keys = {{ImGuiKey_U}}, .act = one_unit_or_all},
        C{.id = "next_sequence",
          .group = compare,
          .keys = {{ImGuiKey_S}},
          .act = [](Frame& f) { show_sequence_beside(f, +1); },
          .enabled = has_several_sequences},
        C{.id = "previous_sequence",
          .group = compare,
          .keys = {{ImGuiKey_S, false, true}},
          .act = [](Frame& f) { show_sequence_beside(f, -1); },
          .enabled = has_several_sequences},

        C{.id = "examples", .group = file, .keys = {}, .act = open_dialog<Dialog::gallery>},
        C{.id = "new",
          .group = file,
          .keys = {{ImGuiKey_N, true}},
          .act = request<NewRequest>,
          .while_typing = true,
          .browser_keys = {{ImGuiKey_N}}},
        C{.id = "open",
          .group = file,
          .keys = {{ImGuiKey_O, true}},
          .act = ask_for_dialog<Dialog::open>,
          .while_typing = true},
        C{.id = "save",
          .group = file,
          .keys = {{ImGuiKey_S, true}},
          .act = request<SaveRequest>,
          .while_typing = true},
        C{.id = "save_as",
          .group = file,
          .keys = {{ImGuiKey_S, true, true}},
          .act = ask_for_dialog<Dialog::save_as>,
          .while_typing = true},
        C{.id = "export",
          .group = file,
          .keys = {{ImGuiKey_E, true}},
          .act = ask_for_dialog<Dialog::exporting>,
          .while_typing = true},
        C{.id = "share",
          .group = file,
          .keys = {{ImGuiKey_K, true}},
          .act = ask_for_dialog<Dialog::share>,
          .while_typing = true},
        C{.id = "paste", .group = file, .keys = {{ImGuiKey_V, true}}, .act = paste},

        C{.id = "undo",
          .group = edit,
          .keys = {{ImGuiKey_Z, true}},
          .act = request<UndoRequest>,
          .enabled = [](const Frame& f) { return f.session.history().can_undo(); },
          .tooltip =
              [](const Frame& f) {
                  return history_tooltip(f, "undo", f.session.history().undo_summary());
              }},
        C{.id = "redo",
          .group = edit,
          .keys = {{ImGuiKey_Y, true}, {ImGuiKey_Z, true, true}},
          .act = request<RedoRequest>,
          .enabled = [](const Frame& f) { return f.session.history().can_redo(); },
          .tooltip =
              [](const Frame& f) {
                  return history_tooltip(f, "redo", f.session.history().redo_summary());
              }},
        C{.id = "expect",
          .group = edit,
          .keys = {{ImGuiKey_E}},
          .act = expect_number,
          .enabled = has_steps},
        C{.id = "number_menu",
          .group = edit,
          .keys = {{ImGuiKey_W}},
          .act = [](Frame& f) { open_context_menu(f); },
          .enabled = has_steps},
        C{.id = "reset",
          .group = edit,
          .keys = {},
          .act = [](Frame& f) { f.proposals.edit(Replace{f.session.original()}); },
          .enabled = [](const Frame& f) { return f.session.unsaved(); }},

        C{.id = "theme",
          .group = look,
          .keys = {},
          .act = next_theme,
          .label =
              [](const Frame& f) {
                  return f.words("theme." + std::string(name_of(f.view.look.theme)));
              }},
        C{.id = "larger",
          .group = look,
          .keys = {{ImGuiKey_Equal, true},
                   {ImGuiKey_Equal, true, true, false},
                   {ImGuiKey_KeypadAdd, true, false, false}},
          .act = [](Frame& f) { zoom_by(f, +1); },
          .while_typing = false},
        C{.id = "smaller",
          .group = look,
          .keys = {{ImGuiKey_Minus, true}, {ImGuiKey_KeypadSubtract, true, false, false}},
          .act = [](Frame& f) { zoom_by(f, -1); }},
        C{.id = "usual_size",
          .group = look,
          .keys = {{ImGuiKey_0, true}},
          .act = [](Frame& f) { f.view.look.zoom = 1; }},
        C{.id = "presenter",
          .group = look,
          .keys = {{ImGuiKey_F5}},
          .act = toggle_presenter,
          .browser_keys = {{ImGuiKey_L}}},
        C{.id = "full_screen",
          .group = look,
          .keys = {{ImGuiKey_F11}},
          .act = [](Frame& f) { f.view.look.full_screen = !f.view.look.full_screen; }},
        C{.id = "blank",
          .group = look,
          .keys = {{ImGuiKey_Period}, {ImGuiKey_B}},
          .act = toggle_blank},
        C{.id = "motion",
          .group = look,
          .keys = {{ImGuiKey_M}},
          .act = [](Frame& f) { f.view.look.reduced_motion = !f.view.look.reduced_motion; },
          .label =
              [](const Frame& f) {
                  return f.words(f.view.look.reduced_motion ? "command.motion.off"
                                                            : "command.motion.on");
              }},
        C{.id = "language",
          .group = look,
          .keys = {},
          .act = next_language,
          .label =
              [](const Frame& f) {
                  return f.words("command.language.label",
                                 {{"language", f.words("language.name")}});
              }},
        C{.id = "menu", .group = look, .keys = {}, .act = open_dialog<Dialog::menu>},
        C{.id = "help",
          .group = look,
          .keys = {{ImGuiKey_F1}},
          .act = open_dialog<Dialog::help>,
          .character = '?'},
    };
    return all;
}

}  // namespace

std::span<const Command> commands() {
    return table();
}

}  // namespace lstm
