/// A sentence for each rule.
#include "ui/words/refusals.h"

#include "ui/words/numbers.h"

namespace lstm {
namespace {

/// A step at which something is clamped: it is not there, or the clamp would end before it begins.
const char* about_clamped_step(const Violation& violation) {
    const bool too_early = violation.found >= 1 && violation.found < violation.bounds.least;
    return too_early ? "refusal.clamp_order" : "refusal.step";
}

/// The key of the sentence about a rule that is broken.
const char* key_of(const Violation& violation) {
    switch (violation.rule) {
        case Rule::cell_kind: return "refusal.cell_kind";
        case Rule::biases: return "refusal.biases";
        case Rule::input_size:
        case Rule::hidden_size: return "refusal.size";
        case Rule::output_size: return "refusal.output_size";
        case Rule::step_count: return "refusal.step_count";
        case Rule::sequence_count: return "refusal.sequence_count";
        case Rule::sequence_name: return "refusal.sequence_name";
        case Rule::weight:
        case Rule::initial:
        case Rule::input:
        case Rule::target:
        case Rule::clamp_value:
        case Rule::expectation_value: return "refusal.value";
        case Rule::target_size: return "refusal.target_size";
        case Rule::target_class: return "refusal.target_class";
        case Rule::target_share: return "refusal.target_share";
        case Rule::readout_activation: return "refusal.readout_activation";
        case Rule::label_count: return "refusal.label_count";
        case Rule::label: return "refusal.label";
        case Rule::rounding:
        case Rule::decimals: return "refusal.decimals";
        case Rule::learning_rate: return "refusal.learning_rate";
        case Rule::momentum:
        case Rule::beta1:
        case Rule::beta2: return "refusal.momentum";
        case Rule::epsilon:
        case Rule::clip: return "refusal.epsilon";
        case Rule::task_name: return "refusal.task_name";
        case Rule::task_fit: return "refusal.task_fit";
        case Rule::task_seed: return "refusal.task_seed";
        case Rule::task_length: return "refusal.task_length";
        case Rule::clamp_count: return "refusal.clamp_count";
        case Rule::clamp_quantity: return "refusal.clamp_quantity";
        case Rule::clamp_from:
        case Rule::clamp_to: return about_clamped_step(violation);
        case Rule::step: return "refusal.step";
        case Rule::clamp_element:
        case Rule::element: return "refusal.element";
        case Rule::anomaly: return "refusal.anomaly";
        case Rule::shape: return "refusal.shape";
        case Rule::optimizer_state: return "refusal.optimizer_state";
        case Rule::expectation_subject: return "refusal.expectation_subject";
        case Rule::expectation_step: return "refusal.expectation_step";
        case Rule::expectation_limit: return "refusal.expectation_limit";
        case Rule::tolerance: return "refusal.tolerance";
    }
    return "";
}

std::string whole(double number) {
    return format_plain(number);
}

}  // namespace

std::string sentence_about(const Words& words, const Violation& violation) {
    return words(key_of(violation),
                 {{"found", whole(violation.found)}, {"most", whole(violation.bounds.most)}});
}

std::string sentence_about(const Words& words, const NotEnoughMemory& lack) {
    if (lack.needed() == 0) return words("refusal.no_memory");
    return words("refusal.memory",
                 {{"needed", format_bytes(lack.needed())}, {"free", format_bytes(lack.free())}});
}

std::string sentence_about(const Words& words, const Refusal& refusal) {
    return std::visit([&](const auto& why) { return sentence_about(words, why); }, refusal);
}

}  // namespace lstm
