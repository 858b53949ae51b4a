/// Applying edits, undo and redo, and keeping the results in step.
#include "document/session.h"

#include "document/sequences.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <new>
#include <stdexcept>
#include <utility>

namespace lstm {
namespace {

/// No two states of documents are ever called the same.
std::uint64_t next_revision() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

}  // namespace

Session::Session(Document document)
    : history_(std::move(document)),
      original_(history_.current()),
      results_(Results(*original_)),
      changes_{Change{next_revision(), 0}} {}

namespace {

/// Does `act`; why, where it was refused.
template <class Act>
std::optional<Refusal> refusal_of(const Act& act) {
    try {
        act();
    } catch (const InvalidEdit& invalid) {
        return invalid.violation();
    } catch (const NotEnoughMemory& lack) {
        return lack;
    } catch (const std::bad_alloc&) {
        return NotEnoughMemory(0, 0);
    }
    return {};
}

}  // namespace

std::optional<Refusal> Session::apply(const Edit& edit, Gesture gesture) {
    return refusal_of([&] {
        const Snapshot before = history_.current();
        Document after = edited(*before, edit);
        if (after == *before) return;
        History::Ready step = history_.ready(std::move(after), summary_of(*before, edit));
        const int first = compute(step.document());
        // From here on nothing fails.
        if (gesture != 0 && gesture == gesture_) {
            history_.amend(std::move(step));
        } else {
            end_gesture();
            history_.push(std::move(step));
        }
        gesture_ = gesture;
        move_on(first);
    });
}

const Results& Session::results_rounded_to(const std::optional<Rounding>& rounding) const {
    const Snapshot& now = history_.current();
    if (rounding == now->rounding) return *results_;
    if (otherwise_ && otherwise_->asked == now && otherwise_->document.rounding == rounding)
        return otherwise_->results;
    Document document = *now;
    document.rounding = rounding;
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
    return derived_.gradients.get([&] { return gradients_of_(document(), trace()); });
}

double Session::gradient_scale() const {
    return derived_.gradient_scale.get([&] {
        double most = 0;
        for (const State& state : document().cell().states)
            for (int t = 0; t <= document().steps(); ++t)
                for (const double each : gradients().vector(state.now, t))
                    if (std::isfinite(each)) most = std::max(most, std::abs(each));
        return most > 0 ? most : 1;
    });
}

const std::optional<GradientFlow>& Session::gradient_flow() const {
    return derived_.gradient_flow.get([&] { return gradient_flow_of(document(), trace()); });
}

void Session::end_gesture() {
    if (std::exchange(gesture_, 0) != 0) history_.drop_if_unchanged();
}

std::optional<Refusal> Session::show_sequence(int n) {
    end_gesture();
    if (n == document().shown) return {};
    return refusal_of([&] {
        History::Ready step = history_.ready(showing(document(), n), {});
        compute(step.document());
        history_.amend(std::move(step));
        move_on(0);
    });
}

std::optional<Refusal> Session::undo() {
    end_gesture();
    if (!history_.can_undo()) return {};
    return refusal_of([&] {
        const int first = compute(*history_.before());
        history_.undo();
        move_on(first);
    });
}

std::optional<Refusal> Session::redo() {
    end_gesture();
    if (!history_.can_redo()) return {};
    return refusal_of([&] {
        const int first = compute(*history_.after());
        history_.redo();
        move_on(first);
    });
}

void Session::mark_saved() {
    end_gesture();
    original_ = history_.current();
    compared_ = {};
}

bool Session::has_targets() const {
    return derived_.has_targets.get([&] { return document().has_targets(); });
}

double Session::loss() const {
    return derived_.loss.get([&] { return loss_of(document(), trace()); });
}

bool Session::unsaved() const {
    return compared_.unsaved.get(
        [&] { return history_.current() != original_ && document() != original(); });
}

bool Session::computes_otherwise() const {
    return compared_.computes_otherwise.get(
        [&] { return first_difference(original(), document()).has_value(); });
}

int Session::first_changed_since(std::uint64_t revision) const {
    int first = document().steps() + 1;
    for (const Change& change : changes_) {
        if (change.revision == revision) return first;
        first = std::min(first, change.first);
    }
    return 0;
}

int Session::compute(const Document& after) {
    // Somebody else may hold the results; then these are a copy, which takes room of its own.
    if (results_.is_shared()) require_memory(bytes_of_results(trace().plan(), document().steps()));
    const int first = first_difference(document(), after).value_or(after.steps() + 1);
    results_.edit().update(document(), after);
    return first == 1 ? 0 : first;
}

/// The original is looked at in the same sequence, where it has that.
void Session::show_original() {
    const auto same = find_sequence(*original_, sequence_name(document(), document().shown));
    if (same && *same != original_->shown)
        original_ = std::make_shared<const Document>(showing(*original_, *same));
}

void Session::move_on(int first) {
    show_original();
    derived_ = {};
    compared_ = {};
    std::move_backward(changes_.begin(), changes_.end() - 1, changes_.end());
    changes_.front() = {next_revision(), first};
}

}  // namespace lstm
