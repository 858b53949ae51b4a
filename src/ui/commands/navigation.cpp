/// Moving through the run, by key and by clock.
#include "ui/comparison/pinned_run.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/state/prediction.h"
#include "ui/widgets/focus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lstm {

void go_to(View& view, const Document& document, int t) {
    view.cursor.t = t;
    view.clamp_to(document);
    view.playback.elapsed = 0;
    // A chosen number stays chosen from step to step.
    if (!view.selection.subject) return;
    if (auto* place = std::get_if<QuantityPlace>(&*view.selection.subject))
        place->t = view.cursor.t;
    if (auto* gradient = std::get_if<GradientPlace>(&*view.selection.subject))
        gradient->of.t = view.cursor.t;
}

namespace {

/// To where `place` stands.
void look_at(View& view, const Document& document, const QuantityPlace& place) {
    go_to(view, document, std::max(place.t, 1));
    if (document.cell().quantities[place.quantity].extent == Extent::hidden)
        view.cursor.unit = place.element;
}

}  // namespace

void choose(View& view, const Document& document, const DerivationSubject& what) {
    if (view.selection.subject && *view.selection.subject != what)
        view.selection.trail.push_back(*view.selection.subject);
    if (const auto* place = std::get_if<QuantityPlace>(&what)) {
        look_at(view, document, *place);
        view.cursor.phase =
            std::max(view.cursor.phase, document.cell().quantities[place->quantity].phase);
    } else if (const auto* gradient = std::get_if<GradientPlace>(&what)) {
        look_at(view, document, gradient->of);
        const Phase phase = document.cell().quantities[gradient->of.quantity].phase;
        if (view.cursor.backward_phase)
            view.cursor.backward_phase = std::min(*view.cursor.backward_phase, phase);
    } else {
        view.selection.weight = std::get<ParameterGradientPlace>(what).of;
    }
    view.selection.subject = what;
}

void show_derivation(Frame& frame, Element element) {
    if (frame.view.cursor.t == 0) return;
    const Phase phase = frame.view.cursor.phase;
    choose(frame.view, frame.document(),
           QuantityPlace{element.quantity, element.element, frame.view.cursor.t});
    frame.view.cursor.phase = phase;  // looking at a number does not reveal it
    if (!frame.view.look.derivation_shown) frame.view.look.page = Page::derivation;
}

void show_gradient(Frame& frame, Element element) {
    if (frame.view.cursor.t == 0) return;
    const std::optional<Phase> back = frame.view.cursor.backward_phase;
    choose(frame.view, frame.document(),
           GradientPlace{{element.quantity, element.element, frame.view.cursor.t}});
    frame.view.cursor.backward_phase = back;  // nor does this
    if (!frame.view.look.derivation_shown) frame.view.look.page = Page::derivation;
}

DerivationSubject what_is_chosen(const View& view, const Cell& cell) {
    if (view.selection.subject) return *view.selection.subject;
    const QuantityId quantity = view.cursor.backward_phase
                                    ? main_gradient(cell, *view.cursor.backward_phase)
                                    : main_result(cell, view.cursor.phase);
    const QuantityPlace place{
        quantity, cell.quantities[quantity].extent == Extent::hidden ? view.cursor.unit : 0,
        view.cursor.t};
    if (view.cursor.backward_phase) return GradientPlace{place};
    return place;
}

void walk_phase(View& view, const Document& document, int direction) {
    const std::vector<Phase> order = document.cell().phases();
    const auto phases = static_cast<int>(order.size());
    const auto here =
        std::find(order.begin(), order.end(), view.cursor.phase_now()) - order.begin();
    if (view.cursor.backward_phase) direction = -direction;
    const int at = view.cursor.t * phases + static_cast<int>(here) + direction;
    const int first = std::min(1, document.steps()) * phases;
    const int last = document.steps() * phases + phases - 1;
    const int next = std::clamp(at, first, last);
    go_to(view, document, next / phases);
    view.cursor.set_phase(order[static_cast<std::size_t>(next % phases)]);
}

void pass_time(View& view, double seconds) {
    const int place = view.cursor.t * phase_count + static_cast<int>(view.cursor.phase_now());
    // The first place is where the window opens: nothing has moved yet.
    if (view.playback.moved_to != place)
        view.playback.since_phase = view.playback.moved_to < 0 ? flow_seconds : 0;
    view.playback.moved_to = place;
    view.playback.since_phase += seconds;
    view.dialogs.notice.seconds -= seconds;
}

bool in_motion(const View& view) {
    return !view.look.reduced_motion && view.playback.since_phase < flow_seconds;
}

void toggle_playing(View& view, const Document& document) {
    view.playback.playing = !view.playback.playing && document.steps() > 1;
    if (!view.playback.playing) return;
    // From the end, start again.
    if (!view.cursor.backward_phase && view.cursor.t >= document.steps()) go_to(view, document, 1);
    if (view.cursor.backward_phase && view.cursor.t <= 1 &&
        view.cursor.backward_phase == Phase::read)
        go_to(view, document, document.steps());
    if (view.cursor.backward_phase)
        view.cursor.backward_phase = Phase::read;  // whole steps are played
    view.playback.elapsed = 0;
}

void play(View& view, const Document& document, double seconds) {
    if (!view.playback.playing) return;
    view.playback.elapsed += seconds;
    if (view.playback.elapsed < 1 / view.playback.speed) return;
    if (view.cursor.backward_phase ? view.cursor.t <= 1 : view.cursor.t >= document.steps()) {
        view.playback.playing = false;
        return;
    }
    go_to(view, document, view.cursor.backward_phase ? view.cursor.t - 1 : view.cursor.t + 1);
}

namespace {

struct Key {
    ImGuiKey key;
    bool control;
    bool shift;
    void (*act)(Frame&);
    bool about_files = false;  ///< it acts while something is typed too, once that is taken
};

void move_phase(Frame& frame, int direction) {
    View& view = frame.view;
    view.cursor.set_phase(phase_beside(frame.cell(), view.cursor.phase_now(),
                                       view.cursor.backward_phase ? -direction : direction));
}

/// Asks, shows, asks the next.
void predict(Frame& frame) {
    if (frame.view.cursor.backward_phase || frame.view.cursor.t == 0) {
        frame.view.notify(frame.view.cursor.backward_phase
                              ? "Numbers are predicted on the way forward: R turns round."
                              : "There is no step whose numbers could be predicted.");
        return;
    }
    if (frame.view.prediction.asked && !revealed(frame.view, frame.cell())) {
        stop_asking(frame.view);
    } else {
        ask_next(frame.view, frame.document());
    }
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

void play_or_pause(Frame& frame) {
    toggle_playing(frame.view, frame.document());
    if (frame.document().steps() < 2) frame.view.notify("Playing takes two steps at least.");
}

void one_unit_or_all(Frame& frame) {
    frame.view.cursor.all_units = !frame.view.cursor.all_units;
    if (frame.document().sizes().hidden == 1) frame.view.notify("This cell has one unit only.");
}

const std::array keys{
    Key{ImGuiKey_Space, false, false, play_or_pause},
    Key{ImGuiKey_LeftArrow, false, false,
        [](Frame& f) { go_to(f.view, f.document(), f.view.cursor.t - 1); }},
    Key{ImGuiKey_RightArrow, false, false,
        [](Frame& f) { go_to(f.view, f.document(), f.view.cursor.t + 1); }},
    Key{ImGuiKey_UpArrow, false, false, [](Frame& f) { move_phase(f, -1); }},
    Key{ImGuiKey_DownArrow, false, false, [](Frame& f) { move_phase(f, +1); }},
    Key{ImGuiKey_PageUp, false, false, [](Frame& f) { walk_phase(f.view, f.document(), -1); }},
    Key{ImGuiKey_PageDown, false, false, [](Frame& f) { walk_phase(f.view, f.document(), +1); }},
    Key{ImGuiKey_Home, false, false, [](Frame& f) { go_to(f.view, f.document(), 1); }},
    Key{ImGuiKey_End, false, false,
        [](Frame& f) { go_to(f.view, f.document(), f.document().steps()); }},
    Key{ImGuiKey_Z, true, false, [](Frame& f) { f.proposals.request(UndoRequest{}); }},
    Key{ImGuiKey_Z, true, true, [](Frame& f) { f.proposals.request(RedoRequest{}); }},
    Key{ImGuiKey_Y, true, false, [](Frame& f) { f.proposals.request(RedoRequest{}); }},
    Key{ImGuiKey_S, true, false, [](Frame& f) { f.proposals.request(SaveRequest{}); }, true},
    Key{ImGuiKey_S, true, true, [](Frame& f) { f.proposals.request(ShowRequest{Dialog::save_as}); },
        true},
    Key{ImGuiKey_O, true, false, [](Frame& f) { f.proposals.request(ShowRequest{Dialog::open}); },
        true},
    Key{ImGuiKey_E, true, false,
        [](Frame& f) { f.proposals.request(ShowRequest{Dialog::exporting}); }, true},
    Key{ImGuiKey_N, true, false, [](Frame& f) { f.proposals.request(NewRequest{}); }, true},
    Key{ImGuiKey_F1, false, false, [](Frame& f) { f.view.dialogs.open = Dialog::help; }},
    Key{ImGuiKey_F5, false, false, toggle_presenter},
    Key{ImGuiKey_F11, false, false,
        [](Frame& f) { f.view.look.full_screen = !f.view.look.full_screen; }},
    Key{ImGuiKey_P, false, false, predict},
    Key{ImGuiKey_Period, false, false, toggle_blank},
    Key{ImGuiKey_B, false, false, toggle_blank},
    Key{ImGuiKey_G, false, false, [](Frame& f) { toggle_pinned_run(f.view, f.session); }},
    Key{ImGuiKey_C, false, false, [](Frame& f) { f.view.comparison.on = !f.view.comparison.on; }},
    Key{ImGuiKey_R, false, false, [](Frame& f) { turn_round(f.view, f.document()); }},
    Key{ImGuiKey_U, false, false, one_unit_or_all},
    Key{ImGuiKey_M, false, false,
        [](Frame& f) { f.view.look.reduced_motion = !f.view.look.reduced_motion; }},
    Key{ImGuiKey_Equal, true, false, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_Equal, true, true, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_KeypadAdd, true, false, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_Minus, true, false, [](Frame& f) { zoom_by(f, -1); }},
    Key{ImGuiKey_KeypadSubtract, true, false, [](Frame& f) { zoom_by(f, -1); }},
    Key{ImGuiKey_0, true, false, [](Frame& f) { f.view.look.zoom = 1; }},
};

/// Whether a guess is being typed. What moves the window or works on all of it goes on meanwhile;
/// what is undone then is the typing.
bool guessing(const Frame& frame) {
    return ImGui::GetIO().WantTextInput && frame.view.input.focus.id == "predict/guess";
}

bool works_while_guessing(const Key& key) {
    if (key.key >= ImGuiKey_F1 && key.key <= ImGuiKey_F12) return true;
    return key.control && key.key != ImGuiKey_Z && key.key != ImGuiKey_Y;
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
    for (const Key& key : keys)
        if ((!typing || (guess ? works_while_guessing(key) : key.about_files)) &&
            key.control == io.KeyCtrl && key.shift == io.KeyShift && !io.KeyAlt &&
            ImGui::IsKeyPressed(key.key) && !focus_takes(frame, key.key))
            key.act(frame);
    if (typing) return;
    // Where the question mark stands differs from keyboard to keyboard; the character does not.
    for (const ImWchar character : io.InputQueueCharacters)
        if (character == '?') frame.view.dialogs.open = Dialog::help;
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

}  // namespace

void handle_keys(Frame& frame) {
    act_on_keys(frame);
    move_focus(frame);
}

}  // namespace lstm
