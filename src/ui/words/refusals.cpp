/// A sentence for each rule.
#include "ui/words/refusals.h"

#include "ui/words/numbers.h"

#include <fmt/format.h>

namespace lstm {
namespace {

/// A step at which something is clamped: it is not there, or the clamp would end before it begins.
std::string about_clamped_step(const Violation& violation) {
    const bool too_early = violation.found >= 1 && violation.found < violation.bounds.least;
    return too_early ? "What is held from a step on cannot end before it."
                     : fmt::format("There is no step {:.0f}.", violation.found);
}

}  // namespace

std::string sentence_about(const Violation& violation) {
    switch (violation.rule) {
        case Rule::cell_kind: return "There is no such kind of cell.";
        case Rule::input_size:
        case Rule::hidden_size: return "Sizes go from 1 to 1024.";
        case Rule::output_size: return "A read-out gives 1 to 1024 numbers.";
        case Rule::step_count: return "A sequence holds at most 1,000,000 steps.";
        case Rule::weight:
        case Rule::initial:
        case Rule::input:
        case Rule::target:
        case Rule::clamp_value:
        case Rule::expectation_value: return "A value must be a finite number.";
        case Rule::target_size: return "A target has as many numbers as the output.";
        case Rule::target_class:
            return fmt::format("A class goes from 0 to {:.0f}.", violation.bounds.most);
        case Rule::rounding:
        case Rule::decimals: return "Rounding keeps 0 to 17 decimals.";
        case Rule::learning_rate: return "A learning rate is more than 0.";
        case Rule::momentum:
        case Rule::beta1:
        case Rule::beta2: return "Momentum and β go from 0 to just under 1.";
        case Rule::epsilon:
        case Rule::clip: return "ε and the clip are more than 0.";
        case Rule::task_name: return "There is no task to draw a lesson from.";
        case Rule::task_fit: return "The task does not fit the network.";
        case Rule::task_seed: return "A seed is a whole number from 0 on.";
        case Rule::task_length: return "A lesson has 4 to 10,000 steps.";
        case Rule::clamp_count: return "At most 1,000 things can be held.";
        case Rule::clamp_quantity: return "Only the value of a gate can be held.";
        case Rule::clamp_from:
        case Rule::clamp_to: return about_clamped_step(violation);
        case Rule::step: return fmt::format("There is no step {:.0f}.", violation.found);
        case Rule::clamp_element:
        case Rule::element: return fmt::format("There is no element {:.0f}.", violation.found);
        case Rule::anomaly: return "The task has no such anomaly.";
        case Rule::shape: return "Weights, states and inputs must be as large as the sizes say.";
        case Rule::optimizer_state: return "What the optimizer remembers must fit the weights.";
        case Rule::expectation_subject: return "The cell has nothing of what is expected.";
        case Rule::expectation_step: return "Something is expected at a step that is not there.";
        case Rule::expectation_limit: return "What is expected has either a tolerance or decimals.";
        case Rule::tolerance: return "A tolerance is 0 or more.";
    }
    return "";
}

std::string sentence_about(const NotEnoughMemory& lack) {
    if (lack.needed() == 0) return "There is not enough memory for this: nothing was changed.";
    return fmt::format(
        "This would take {} of memory, and {} are free for it: make the sequence or the cell "
        "smaller.",
        format_bytes(lack.needed()), format_bytes(lack.free()));
}

std::string sentence_about(const Refusal& refusal) {
    return std::visit([](const auto& why) { return sentence_about(why); }, refusal);
}

}  // namespace lstm
