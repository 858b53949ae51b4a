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

}  // namespace lstm
