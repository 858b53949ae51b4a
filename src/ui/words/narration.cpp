/// Sentences about a step.
#include "ui/words/narration.h"

#include "ui/words/numbers.h"

#include <cctype>
#include <cmath>

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
    const Quantity& h = cell.quantities[cell.states.front().now];
    return cell.quantities[cell.equations[h.equation].operands.back().id].symbol;
}

/// What a clerk does who says the same whatever he hears.
std::string effect_of(const Cell& cell, const Gate& gate, double value) {
    const std::string share = percent(value);
    if (gate.name == "forget")
        return value == 1   ? "nothing is struck out"
               : value == 0 ? "all that was written before is struck out"
                            : share + " of what was written before is kept";
    if (gate.name == "input")
        return value == 1   ? "every idea is written down in full"
               : value == 0 ? "nothing new is written"
                            : share + " of every idea is written down";
    if (gate.name == "candidate")
        return value == 0 ? "there is no idea to write down"
                          : "the idea is always " + format_exact(value);
    if (gate.name == "output")
        return value == 1   ? "all of " + spoken_of(cell) + " is spoken"
               : value == 0 ? "nothing is spoken, and h is 0"
                            : share + " of " + spoken_of(cell) + " is spoken";
    if (gate.name == "update")
        return value == 1 ? "all is kept and nothing new is written"
               : value == 0
                   ? "all that was written before gives way to the idea"
                   : share + " of what was written before is kept, the idea fills the rest";
    if (gate.name == "reset")
        return value == 1   ? "the idea hears all of h₋"
               : value == 0 ? "the idea hears nothing of h₋"
                            : "the idea hears " + share + " of h₋";
    return "h is always " + format_exact(value);
}

/// The numbers of the chosen unit at the selected step.
class Slot {
public:
    explicit Slot(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] Phase phase() const { return frame_.view.cursor.phase; }
    [[nodiscard]] bool has(const char* name) const { return frame_.cell().find(name) != none; }
    [[nodiscard]] double value(const char* name) const {
        return frame_.trace().value(frame_.cell().at(name), frame_.view.cursor.unit,
                                    frame_.view.cursor.t);
    }
    [[nodiscard]] std::string text(const char* name) const {
        return format_calm(value(name), frame_.view.look.decimals);
    }
    [[nodiscard]] std::string change(const char* name) const {
        return format_calm_change(value(name), frame_.view.look.decimals);
    }
    [[nodiscard]] std::string share(const char* name) const { return percent(value(name)); }

private:
    const Frame& frame_;
};

/// An LSTM, perhaps without one of its gates.
std::string about_lstm(const Slot& step) {
    const char* const written = step.has("written") ? "written" : "candidate.value";
    const std::string kept = "kept " +
                             (step.has("forget.value") ? step.share("forget.value") : "all") +
                             " of " + step.text("c_prev");
    const std::string changed =
        ": " + kept + ", wrote " + step.change(written) + "; it says " + step.text("c");
    switch (step.phase()) {
        case Phase::read:
            return " says " + step.text("c_prev") + ". The clerks have heard x and h₋.";
        case Phase::forget: return ": " + kept + ", so " + step.text("kept") + " stays.";
        case Phase::write:
            if (!step.has("written"))
                return ": the idea " + step.change("candidate.value") + " is let in whole.";
            return ": of the idea " + step.change("candidate.value") + ", " +
                   step.share("input.value") + " is let in: " + step.change("written") + ".";
        case Phase::update: return changed + " now.";
        case Phase::output:
            return " says " + step.text("c") + "; " + step.share("output.value") +
                   " of it will be read out.";
        case Phase::speak: return changed + " and h = " + step.text("h") + " is spoken.";
    }
    return "";
}

/// A GRU: one state is both notebook and voice.
std::string about_gru(const Slot& step) {
    switch (step.phase()) {
        case Phase::read:
            return " says " + step.text("h_prev") + ". The clerks have heard x and h₋.";
        case Phase::forget:
            return step.has("reset_h")
                       ? ": the new ideas hear " + step.share("reset.value") + " of " +
                             step.text("h_prev") + ", which is " + step.text("reset_h") + "."
                       : ": of the sum " + step.text("candidate.a") + ", " +
                             step.share("reset.value") +
                             " goes into the idea: " + step.text("candidate.ra") + ".";
        case Phase::write: return ": the idea is " + step.change("candidate.value") + ".";
        case Phase::update:
            return ": of " + step.text("h_prev") + ", " + step.share("update.value") +
                   " is kept; of the idea " + step.change("candidate.value") + ", " +
                   step.share("rest") + " is written.";
        default: break;
    }
    return ": kept " + step.share("update.value") + " of " + step.text("h_prev") + ", wrote " +
           step.change("written") + "; it says " + step.text("h") + ", which is spoken too.";
}

/// A plain RNN: what was said is written over.
std::string about_rnn(const Slot& step) {
    if (step.phase() == Phase::read)
        return " says " + step.text("h_prev") + ". The only clerk has heard x and h₋.";
    return ": it said " + step.text("h_prev") + "; all of it is written over, and h = tanh(" +
           step.text("hidden.z") + ") = " + step.text("h") + " is spoken.";
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
    if (frame.cell().find("c") != none) return slot + about_lstm(step);
    if (frame.cell().find_gate("update") != nullptr) return slot + about_gru(step);
    return slot + about_rnn(step);
}

}  // namespace lstm
