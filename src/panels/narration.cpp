/// Sentences about a step.
#include "panels/narration.h"

#include "panels/numbers.h"

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

}  // namespace

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
        case Phase::read: return slot + " says " + text("c_prev") + ". The clerks have heard x and h₋.";
        case Phase::forget: return slot + ": " + kept + ", so " + text("kept") + " stays.";
        case Phase::write:
            return slot + ": of the idea " + change("candidate.value") + ", " + percent(value("input.value")) +
                   " is let in: " + change("written") + ".";
        case Phase::update:
            return slot + ": " + kept + ", wrote " + change("written") + "; it says " + text("c") + " now.";
        case Phase::output:
            return slot + " says " + text("c") + "; " + percent(value("output.value")) + " of it will be read out.";
        case Phase::speak:
            return slot + ": " + kept + ", wrote " + change("written") + "; it says " + text("c") + " and h = " +
                   text("h") + " is spoken.";
    }
    return slot;
}

}  // namespace lstm
