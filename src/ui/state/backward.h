/// Going back through a run: gradients step by step and phase by phase, in numbers.
#pragma once

#include "maths/gradient_derivation.h"
#include "ui/state/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// Whether there is a loss to go back from.
[[nodiscard]] bool can_go_backward(const Session& session);

/// Turns round: to the last step, where the way back begins, or forward again from where it is.
/// Where there is no loss, the page Gradients says so.
void turn_round(const Words& words, View& view, const Document& document);

/// The cell's phases in the order in which they are walked: from speak to read on the way back.
[[nodiscard]] std::vector<Phase> phases_as_walked(const View& view, const Cell& cell);

/// dL by an element at the selected step, nothing where the way back has not come to it.
[[nodiscard]] std::optional<double> gradient_value(const Frame& frame, Element element);

/// What is computed with `weight`, and whose gradient comes to it.
[[nodiscard]] QuantityId result_with(const Cell& cell, const ParameterPlace& weight);
/// Whether the way back has come to what timestep `t` adds to the gradient of `weight`.
[[nodiscard]] bool knows_term(const Frame& frame, const ParameterPlace& weight, int t);

/// The gate whose pre-activation `quantity` is, nullptr where it is none.
[[nodiscard]] const Gate* gate_of_z(const Cell& cell, QuantityId quantity);

/// "dL/dc[0]", or "δ forget[0]" of a pre-activation.
[[nodiscard]] std::string gradient_name(const Cell& cell, Element element);
/// What stands before a number in a drawing: "dL/dc", "δ".
[[nodiscard]] std::string gradient_label(const Cell& cell, QuantityId quantity);

/// The quantity whose gradient a gate shows: its z, whose δ its weights get; of a gate that has
/// none its value.
[[nodiscard]] QuantityId delta_of(const Gate& gate);

/// What `phase` of the way back is about: dL/dh of speak, dL/dc₋ of read.
[[nodiscard]] QuantityId main_gradient(const Cell& cell, Phase phase);

/// What comes one way to a gradient, as it is shown.
struct ShownTerm {
    std::string value;  ///< "0.039"
    TermSource source;
};
/// What comes to dL by the chosen unit of `quantity` at the selected step.
[[nodiscard]] std::vector<ShownTerm> shown_terms_of(const Frame& frame, QuantityId quantity);

/// Whether the gradient of `what` is held against a central difference.
[[nodiscard]] bool is_checked(const View& view, const DerivationSubject& what);
/// Begins that, or ends it.
void toggle_check(View& view, const DerivationSubject& what);
/// What it gives, where `is_checked`: computed once for each state of the document.
[[nodiscard]] const GradientCheck& checked_gradient(Frame& frame);

/// How the gradient of `place`, at its step, comes about.
[[nodiscard]] Derivation gradient_derivation(const Frame& frame, const GradientPlace& place);
/// The same of a weight's: of many steps only those that add most, the others in `rest`.
struct WeightDerivation {
    Derivation derivation;
    int others = 0;   ///< how many steps have no line
    double rest = 0;  ///< what they add together
};
[[nodiscard]] WeightDerivation gradient_derivation(const Frame& frame,
                                                   const ParameterGradientPlace& place);

}  // namespace lstm
