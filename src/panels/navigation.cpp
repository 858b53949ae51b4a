/// Moving through the run, by key and by clock.
#include "panels/anatomy.h"
#include "panels/focus.h"
#include "panels/ghost.h"
#include "panels/going_back.h"
#include "panels/panels.h"
#include "panels/prediction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lstm {

void go_to(View& view, const Document& document, int t) {
    view.t = t;
    view.fit(document);
    view.played = 0;
    // A chosen number stays chosen from step to step.
    if (!view.chosen) return;
    if (auto* place = std::get_if<QuantityPlace>(&*view.chosen)) place->t = view.t;
    if (auto* gradient = std::get_if<GradientPlace>(&*view.chosen)) gradient->of.t = view.t;
}

namespace {

/// To where `place` stands.
void look_at(View& view, const Document& document, const QuantityPlace& place) {
    go_to(view, document, std::max(place.t, 1));
    if (document.cell().quantities[place.quantity].extent == Extent::hidden)
        view.unit = place.element;
}

}  // namespace

void choose(View& view, const Document& document, const Chosen& what) {
    if (view.chosen && *view.chosen != what) view.trail.push_back(*view.chosen);
    if (const auto* place = std::get_if<QuantityPlace>(&what)) {
        look_at(view, document, *place);
        view.phase = std::max(view.phase, document.cell().quantities[place->quantity].phase);
    } else if (const auto* gradient = std::get_if<GradientPlace>(&what)) {
        look_at(view, document, gradient->of);
        const Phase phase = document.cell().quantities[gradient->of.quantity].phase;
        if (view.back) view.back = std::min(*view.back, phase);
    } else {
        view.chosen_weight = std::get<ParameterGradientPlace>(what).of;
    }
    view.chosen = what;
}

void show_working(Frame& frame, Element element) {
    if (frame.view.t == 0) return;
    const Phase phase = frame.view.phase;
    choose(frame.view, frame.document(),
           QuantityPlace{element.quantity, element.element, frame.view.t});
    frame.view.phase = phase;  // looking at a number does not reveal it
    if (!frame.view.working_shown) frame.view.page = Page::working;
}

void show_gradient(Frame& frame, Element element) {
    if (frame.view.t == 0) return;
    const std::optional<Phase> back = frame.view.back;
    choose(frame.view, frame.document(),
           GradientPlace{{element.quantity, element.element, frame.view.t}});
    frame.view.back = back;  // nor does this
    if (!frame.view.working_shown) frame.view.page = Page::working;
}

Chosen what_is_chosen(const View& view, const Cell& cell) {
    if (view.chosen) return *view.chosen;
    const QuantityId quantity =
        view.back ? main_gradient(cell, *view.back) : main_result(cell, view.phase);
    const QuantityPlace place{
        quantity, cell.quantities[quantity].extent == Extent::hidden ? view.unit : 0, view.t};
    if (view.back) return GradientPlace{place};
    return place;
}

void walk_phase(View& view, const Document& document, int direction) {
    const std::vector<Phase> order = document.cell().phases();
    const auto phases = static_cast<int>(order.size());
    const auto here = std::find(order.begin(), order.end(), view.phase_now()) - order.begin();
    if (view.back) direction = -direction;
    const int at = view.t * phases + static_cast<int>(here) + direction;
    const int first = std::min(1, document.steps()) * phases;
    const int last = document.steps() * phases + phases - 1;
    const int next = std::clamp(at, first, last);
    go_to(view, document, next / phases);
    view.set_phase(order[static_cast<std::size_t>(next % phases)]);
}

void pass_time(View& view, double seconds) {
    const int place = view.t * phase_count + static_cast<int>(view.phase_now());
    // The first place is where the window opens: nothing has moved yet.
    if (view.moved_to != place) view.since_phase = view.moved_to < 0 ? flow_seconds : 0;
    view.moved_to = place;
    view.since_phase += seconds;
    view.notice.seconds -= seconds;
}

bool in_motion(const View& view) {
    return !view.reduced_motion && view.since_phase < flow_seconds;
}

void toggle_playing(View& view, const Document& document) {
    view.playing = !view.playing && document.steps() > 1;
    if (!view.playing) return;
    // From the end, start again.
    if (!view.back && view.t >= document.steps()) go_to(view, document, 1);
    if (view.back && view.t <= 1 && view.back == Phase::read)
        go_to(view, document, document.steps());
    if (view.back) view.back = Phase::read;  // whole steps are played
    view.played = 0;
}

void play(View& view, const Document& document, double seconds) {
    if (!view.playing) return;
    view.played += seconds;
    if (view.played < 1 / view.speed) return;
    if (view.back ? view.t <= 1 : view.t >= document.steps()) {
        view.playing = false;
        return;
    }
    go_to(view, document, view.back ? view.t - 1 : view.t + 1);
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
    view.set_phase(
        phase_beside(frame.cell(), view.phase_now(), view.back ? -direction : direction));
}

/// Asks, shows, asks the next.
void predict(Frame& frame) {
    if (frame.view.back || frame.view.t == 0) {
        frame.view.notify(frame.view.back
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
    const float place = std::log(frame.view.zoom) / std::log(zoom_step);
    const float next = direction > 0 ? std::floor(place + slack) + 1 : std::ceil(place - slack) - 1;
    frame.view.zoom = std::clamp(std::pow(zoom_step, next), min_zoom, max_zoom);
}

/// In presenter mode only: else a point or a B that was meant for something else takes the picture
/// away.
void toggle_blank(Frame& frame) {
    frame.view.blank = !frame.view.blank && frame.view.presenter;
}

void toggle_presenter(Frame& frame) {
    frame.view.presenter = !frame.view.presenter;
    frame.view.blank = false;
}

void play_or_pause(Frame& frame) {
    toggle_playing(frame.view, frame.document());
    if (frame.document().steps() < 2) frame.view.notify("Playing takes two steps at least.");
}

void one_unit_or_all(Frame& frame) {
    frame.view.all_units = !frame.view.all_units;
    if (frame.document().sizes().hidden == 1) frame.view.notify("This cell has one unit only.");
}

const std::array keys{
    Key{ImGuiKey_Space, false, false, play_or_pause},
    Key{ImGuiKey_LeftArrow, false, false,
        [](Frame& f) { go_to(f.view, f.document(), f.view.t - 1); }},
    Key{ImGuiKey_RightArrow, false, false,
        [](Frame& f) { go_to(f.view, f.document(), f.view.t + 1); }},
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
        [](Frame& f) { f.proposals.request(ShowRequest{Dialog::take_away}); }, true},
    Key{ImGuiKey_N, true, false, [](Frame& f) { f.proposals.request(NewRequest{}); }, true},
    Key{ImGuiKey_F1, false, false, [](Frame& f) { f.view.dialog = Dialog::help; }},
    Key{ImGuiKey_F5, false, false, toggle_presenter},
    Key{ImGuiKey_F11, false, false, [](Frame& f) { f.view.full_screen = !f.view.full_screen; }},
    Key{ImGuiKey_P, false, false, predict},
    Key{ImGuiKey_Period, false, false, toggle_blank},
    Key{ImGuiKey_B, false, false, toggle_blank},
    Key{ImGuiKey_G, false, false, [](Frame& f) { toggle_ghost(f.view, f.session); }},
    Key{ImGuiKey_C, false, false, [](Frame& f) { f.view.beside.on = !f.view.beside.on; }},
    Key{ImGuiKey_R, false, false, [](Frame& f) { turn_round(f.view, f.document()); }},
    Key{ImGuiKey_U, false, false, one_unit_or_all},
    Key{ImGuiKey_M, false, false, [](Frame& f) { f.view.reduced_motion = !f.view.reduced_motion; }},
    Key{ImGuiKey_Equal, true, false, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_Equal, true, true, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_KeypadAdd, true, false, [](Frame& f) { zoom_by(f, +1); }},
    Key{ImGuiKey_Minus, true, false, [](Frame& f) { zoom_by(f, -1); }},
    Key{ImGuiKey_KeypadSubtract, true, false, [](Frame& f) { zoom_by(f, -1); }},
    Key{ImGuiKey_0, true, false, [](Frame& f) { f.view.zoom = 1; }},
};

/// Whether a guess is being typed. What moves the window or works on all of it goes on meanwhile;
/// what is undone then is the typing.
bool guessing(const Frame& frame) {
    return ImGui::GetIO().WantTextInput && frame.view.focus.id == "predict/guess";
}

bool works_while_guessing(const Key& key) {
    if (key.key >= ImGuiKey_F1 && key.key <= ImGuiKey_F12) return true;
    return key.control && key.key != ImGuiKey_Z && key.key != ImGuiKey_Y;
}

void act_on_keys(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    // What is typed into, but was scrolled away, is typed into no more.
    if (frame.regions.find(frame.view.entry.id) == nullptr) frame.view.entry = {};
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) && ImGui::IsAnyItemActive())
        return;  // something is in hand
    if (frame.view.dialog != Dialog::closed) return;
    if (frame.regions.find("dialog") != nullptr)
        return;  // the key that closes a dialog was meant for it
    const bool typing = io.WantTextInput || !frame.view.entry.id.empty();
    const bool guess = guessing(frame);
    for (const Key& key : keys)
        if ((!typing || (guess ? works_while_guessing(key) : key.about_files)) &&
            key.control == io.KeyCtrl && key.shift == io.KeyShift && !io.KeyAlt &&
            ImGui::IsKeyPressed(key.key) && !focus_takes(frame, key.key))
            key.act(frame);
    if (typing) return;
    // Where the question mark stands differs from keyboard to keyboard; the character does not.
    for (const ImWchar character : io.InputQueueCharacters)
        if (character == '?') frame.view.dialog = Dialog::help;
    if (!ImGui::IsKeyPressed(ImGuiKey_Escape)) return;
    if (std::exchange(frame.view.blank, false)) return;
    if (std::exchange(frame.view.choosing_cell, false)) return;
    if (frame.view.prediction.asked) {
        stop_asking(frame.view);
        return;
    }
    if (frame.view.focus.visible) {
        frame.view.focus = {};
        return;
    }
    frame.view.presenter = false;
    frame.view.full_screen = false;
}

}  // namespace

void handle_keys(Frame& frame) {
    act_on_keys(frame);
    move_focus(frame);
}

}  // namespace lstm
