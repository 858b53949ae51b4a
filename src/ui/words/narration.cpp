/// Sentences about a step.
#include "ui/words/narration.h"

#include "ui/words/numbers.h"

#include <cctype>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

/// "99.7 %"; "almost nothing" would hide that 0.04 % is something.
std::string percent(double share) {
    if (std::isnan(share)) return "NaN";
    const double value = 100 * share;
    const int decimals = value >= 99.95 || value == 0 ? 0 : value < 0.1 || value > 99.9 ? 3 : 1;
    return format_value(value, decimals) + " %";
}

/// What the output gate lets through: "tanh c".
std::string spoken_of(const Cell& cell) {
    return cell.quantities[cell.equation_of(cell.hidden().now).operands.back().id].symbol;
}

/// Whether one gate both keeps and admits, the one share being 1 − the other.
bool one_gate_for_both(const Cell& cell) {
    const QuantityId keep = cell.find(Role::keep), admit = cell.find(Role::admit);
    return keep != none && admit != none &&
           (cell.gate_of(keep) == nullptr || cell.gate_of(admit) == nullptr);
}

/// What such a gate does when `kept` of the memory stays.
std::string effect_on_both(double kept) {
    return kept == 1 ? "all is kept and nothing new is written"
           : kept == 0
               ? "all that was written before gives way to the idea"
               : percent(kept) + " of what was written before is kept, the idea fills the rest";
}

/// What a clerk does who says the same whatever he hears.
std::string effect_of(const Cell& cell, const Gate& gate, double value) {
    const std::string share = percent(value);
    if (one_gate_for_both(cell) && (gate.role == Role::keep || gate.role == Role::admit))
        return effect_on_both(gate.role == Role::keep ? value : 1 - value);
    switch (gate.role) {
        case Role::keep:
            return value == 1   ? "nothing is struck out"
                   : value == 0 ? "all that was written before is struck out"
                                : share + " of what was written before is kept";
        case Role::admit:
            return value == 1   ? "every idea is written down in full"
                   : value == 0 ? "nothing new is written"
                                : share + " of every idea is written down";
        case Role::expose:
            return value == 1   ? "all of " + spoken_of(cell) + " is spoken"
                   : value == 0 ? "nothing is spoken, and h is 0"
                                : share + " of " + spoken_of(cell) + " is spoken";
        case Role::reset:
            return value == 1   ? "the idea hears all of h₋"
                   : value == 0 ? "the idea hears nothing of h₋"
                                : "the idea hears " + share + " of h₋";
        default: break;
    }
    if (cell.is_state(gate.value)) return "h is always " + format_exact(value);
    return value == 0 ? "there is no idea to write down"
                      : "the idea is always " + format_exact(value);
}

/// The numbers of the chosen unit at the selected step.
class Slot {
public:
    explicit Slot(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] const Cell& cell() const { return frame_.cell(); }
    [[nodiscard]] Phase phase() const { return frame_.view.cursor.phase; }
    [[nodiscard]] std::string text(QuantityId id) const {
        return format_calm(value(id), frame_.view.look.decimals);
    }
    /// What the notebook said, and what it says.
    [[nodiscard]] std::string before() const { return text(cell().memory().previous); }
    [[nodiscard]] std::string now() const { return text(cell().memory().now); }
    [[nodiscard]] std::string change(Role role) const {
        return format_calm_change(value(cell().at(role)), frame_.view.look.decimals);
    }
    [[nodiscard]] std::string share(QuantityId id) const { return percent(value(id)); }
    [[nodiscard]] std::string share(Role role) const { return share(cell().at(role)); }

private:
    [[nodiscard]] double value(QuantityId id) const {
        return frame_.trace().value(id, frame_.view.cursor.unit, frame_.view.cursor.t);
    }

    const Frame& frame_;
};

/// "of −0.570, 60.0 % is heard": what reset lets through, of h₋ or of the sum that is made of it.
std::string about_hearing(const Slot& step) {
    const QuantityId heard = step.cell().at(Role::heard);
    const std::vector<Operand>& factors = step.cell().equation_of(heard).operands;
    const QuantityId past = factors.back().id;
    const std::string share = step.share(factors.front().id);
    if (step.cell().is_previous(past))
        return ": the new ideas hear " + share + " of " + step.text(past) + ", which is " +
               step.text(heard) + ".";
    return ": of the sum " + step.text(past) + ", " + share +
           " goes into the idea: " + step.text(heard) + ".";
}

/// What became of the new idea in the phase in which it came up.
std::string about_writing(const Slot& step) {
    const Cell& cell = step.cell();
    const QuantityId written = cell.find(Role::written);
    const std::string idea = step.change(Role::candidate);
    if (written == none) return ": the idea " + idea + " is let in whole.";
    if (cell.quantities[written].phase != Phase::write) return ": the idea is " + idea + ".";
    return ": of the idea " + idea + ", " + step.share(Role::admit) +
           " is let in: " + step.change(Role::written) + ".";
}

/// A cell that keeps some of what it said and adds to it.
std::string about_keeping(const Slot& step) {
    const Cell& cell = step.cell();
    const Role written = cell.has(Role::written) ? Role::written : Role::candidate;
    const std::string kept =
        "kept " + (cell.has(Role::keep) ? step.share(Role::keep) : "all") + " of " + step.before();
    const std::string changed =
        ": " + kept + ", wrote " + step.change(written) + "; it says " + step.now();
    switch (step.phase()) {
        case Phase::read: return " says " + step.before() + ". The clerks have heard x and h₋.";
        case Phase::forget:
            if (cell.has(Role::heard)) return about_hearing(step);
            return ": " + kept + ", so " + step.text(cell.at(Role::kept)) + " stays.";
        case Phase::write: return about_writing(step);
        case Phase::update:
            if (cell.has_cell_state()) return changed + " now.";
            return ": of " + step.before() + ", " + step.share(Role::keep) +
                   " is kept; of the idea " + step.change(Role::candidate) + ", " +
                   step.share(Role::admit) + " is written.";
        case Phase::output:
            return " says " + step.now() + "; " + step.share(Role::expose) +
                   " of it will be read out.";
        case Phase::speak: break;
    }
    return changed + (cell.has_cell_state()
                          ? " and h = " + step.text(cell.hidden().now) + " is spoken."
                          : ", which is spoken too.");
}

/// A plain RNN: what was said is written over.
std::string about_rnn(const Slot& step) {
    if (step.phase() == Phase::read)
        return " says " + step.before() + ". The only clerk has heard x and h₋.";
    return ": it said " + step.before() + "; all of it is written over, and h = tanh(" +
           step.text(step.cell().at(Role::pre_activation)) + ") = " + step.now() + " is spoken.";
}

}  // namespace

std::string title_of(const Gate& gate) {
    return gate.name + (gate.activation == Operation::tanh ? "" : " gate");
}

std::string held_words(const Clamp& clamp) {
    const std::string from = std::to_string(clamp.from);
    return "held at " + format_exact(clamp.value) + " for " +
           (clamp.from == clamp.to ? "step " + from
                                   : "steps " + from + "–" + std::to_string(clamp.to));
}

std::string narrate(const Frame& frame, const Clamp& clamp) {
    const Gate& gate = *gate_of_value(frame.cell(), clamp.quantity);
    std::string who = title_of(gate);
    who.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(who.front())));
    if (clamp.element) who += " of unit " + std::to_string(*clamp.element);
    return who + " " + held_words(clamp) + ": " + effect_of(frame.cell(), gate, clamp.value) + ".";
}

std::string narrate(const Frame& frame) {
    const std::string slot = "Slot " + std::to_string(frame.view.cursor.unit);
    if (frame.view.cursor.t == 0) return slot + ": no step yet. Insert one on the Inputs page.";
    const Slot step(frame);
    return slot + (frame.cell().family == Family::rnn ? about_rnn(step) : about_keeping(step));
}

}  // namespace lstm
