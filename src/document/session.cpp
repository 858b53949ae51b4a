/// Applying edits, undo and redo, and keeping the results in step.
#include "document/session.h"

#include "document/gradients_of.h"
#include "document/memory.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <stdexcept>
#include <utility>

namespace lstm {

Session::Session(Document document)
    : history_(std::move(document)), original_(history_.current()), results_(Results(*original_)) {}

namespace {

/// Does `act`; the sentence where it was refused.
template <class Act>
std::optional<std::string> refusal_of(const Act& act) {
    try {
        act();
    } catch (const std::logic_error& refusal) {
        return refusal.what();
    } catch (const std::bad_alloc&) {
        return "There is not enough memory for this: nothing was changed.";
    }
    return {};
}

}  // namespace

std::optional<std::string> Session::apply(const Edit& edit, Gesture gesture) {
    return refusal_of([&] {
        const Snapshot before = history_.current();
        Document after = edited(*before, edit);
        if (after == *before) return;
        History::Ready step = history_.ready(std::move(after), describe(*before, edit));
        compute(step.document());
        // From here on nothing fails.
        if (gesture != 0 && gesture == gesture_) {
            history_.amend(std::move(step));
        } else {
            end_gesture();
            history_.push(std::move(step));
        }
        gesture_ = gesture;
        move_on();
    });
}

const Results& Session::results_rounded_to(std::optional<int> decimals) const {
    const Snapshot& now = history_.current();
    if (decimals == now->rounding) return *results_;
    if (otherwise_ && otherwise_->asked == now && otherwise_->document.rounding == decimals)
        return otherwise_->results;
    Document document = *now;
    document.rounding = decimals;
    if (otherwise_) {
        otherwise_->results.update(otherwise_->document, document);
        otherwise_->document = std::move(document);
        otherwise_->asked = now;
    } else {
        Results results(document);
        otherwise_ = Otherwise{now, std::move(document), std::move(results)};
    }
    return otherwise_->results;
}

const Gradients& Session::gradients() const {
    if (!gradients_) gradients_ = gradients_of(document(), trace());
    return *gradients_;
}

double Session::gradient_scale() const {
    if (gradient_scale_) return *gradient_scale_;
    double most = 0;
    for (const State& state : document().cell().states)
        for (int t = 0; t <= document().steps(); ++t)
            for (const double each : gradients().vector(state.now, t))
                if (std::isfinite(each)) most = std::max(most, std::abs(each));
    gradient_scale_ = most > 0 ? most : 1;
    return *gradient_scale_;
}

const std::optional<Highway>& Session::highway() const {
    if (!highway_) highway_ = highway_of(document(), trace());
    return *highway_;
}

void Session::end_gesture() {
    if (std::exchange(gesture_, 0) != 0) history_.drop_if_unchanged();
}

std::optional<std::string> Session::undo() {
    end_gesture();
    if (!history_.can_undo()) return {};
    return refusal_of([&] {
        compute(*history_.before());
        history_.undo();
        move_on();
    });
}

std::optional<std::string> Session::redo() {
    end_gesture();
    if (!history_.can_redo()) return {};
    return refusal_of([&] {
        compute(*history_.after());
        history_.redo();
        move_on();
    });
}

void Session::mark_saved() {
    end_gesture();
    original_ = history_.current();
}

void Session::compute(const Document& after) {
    // Somebody else may hold the results; then these are a copy, which takes room of its own.
    if (results_.is_shared())
        require_memory(bytes_of_results(trace().layout(), document().steps()));
    results_.edit().update(document(), after);
}

void Session::move_on() {
    gradients_.reset();
    gradient_scale_.reset();
    highway_.reset();
    ++revision_;
}

}  // namespace lstm
