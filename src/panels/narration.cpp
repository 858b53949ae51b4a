/// Sentences about a step.
#include "panels/narration.h"

#include "panels/numbers.h"

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

/// What a clerk does who says the same whatever he hears.
std::string effect_of(const Gate& gate, double value) {
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
        return value == 1   ? "all of tanh c is spoken"
               : value == 0 ? "nothing is spoken, and h is 0"
                            : share + " of tanh c is spoken";
    return "its own value is not used";
}

}  // namespace

std::string title_of(const Gate& gate) {
    return gate.name + (gate.activation == Operation::tanh ? "" : " gate");
}

std::string held_words(const Force& force) {
    const std::string from = std::to_string(force.from);
    return "held at " + format_exact(force.value) + " for " +
           (force.from == force.to ? "step " + from
                                   : "steps " + from + "–" + std::to_string(force.to));
}

std::string narrate(const Frame& frame, const Force& force) {
    const Gate& gate = *gate_of_value(frame.cell(), force.quantity);
    std::string who = title_of(gate);
    who.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(who.front())));
    if (force.element) who += " of unit " + std::to_string(*force.element);
    return who + " " + held_words(force) + ": " + effect_of(gate, force.value) + ".";
}

std::string narrate(const Frame& frame) {
    const View& view = frame.view;
    const std::string slot = "Slot " + std::to_string(view.unit);
    const auto value = [&](const char* name) {
        return frame.trace().value(frame.cell().at(name), view.unit, view.t);
    };
    const auto text = [&](const char* name) { return format_value(value(name), view.decimals); };
    const auto change = [&](const char* name) { return format_signed(value(name), view.decimals); };
    if (view.t == 0) return slot + ": no step yet. Insert one on the Inputs page.";
    const std::string kept = "kept " + percent(value("forget.value")) + " of " + text("c_prev");
    switch (view.phase) {
        case Phase::read:
            return slot + " says " + text("c_prev") + ". The clerks have heard x and h₋.";
        case Phase::forget: return slot + ": " + kept + ", so " + text("kept") + " stays.";
        case Phase::write:
            return slot + ": of the idea " + change("candidate.value") + ", " +
                   percent(value("input.value")) + " is let in: " + change("written") + ".";
        case Phase::update:
            return slot + ": " + kept + ", wrote " + change("written") + "; it says " + text("c") +
                   " now.";
        case Phase::output:
            return slot + " says " + text("c") + "; " + percent(value("output.value")) +
                   " of it will be read out.";
        case Phase::speak:
            return slot + ": " + kept + ", wrote " + change("written") + "; it says " + text("c") +
                   " and h = " + text("h") + " is spoken.";
    }
    return slot;
}

}  // namespace lstm
