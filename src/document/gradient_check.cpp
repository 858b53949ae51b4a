/// Two runs, a little apart.
#include "document/gradient_check.h"

#include "document/edit.h"
#include "document/gradients_of.h"
#include "document/results.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace lstm {
namespace {

Document exactly(Document document) {
    document.rounding.reset();
    document.expectations = {};
    return document;
}

/// From `value` both ways; `moved` gives the document with another in its place.
GradientCheck checked(double gradient, double value, const std::function<Document(double)>& moved) {
    // Near the best compromise of what is cut off and what is rounded away: the cube root of 2^-53.
    const double step = 6e-6 * std::max(1.0, std::abs(value));
    const auto loss_with = [&](double number) {
        const Document document = moved(number);
        return loss_of(document, Results(document).trace());
    };
    return {gradient, (loss_with(value + step) - loss_with(value - step)) / (2 * step), step};
}

/// The run from step `t` on, which begins with the states that step t − 1 left behind.
Document from_step(Document document, const Trace& trace, int t) {
    auto& steps = document.sequence.edit();
    steps.erase(steps.begin(), steps.begin() + (t - 1));
    const auto& states = document.cell().states;
    for (std::size_t s = 0; s < states.size(); ++s)
        document.initial[s] = trace.vector(states[s].now, t - 1);
    std::vector<Clamp>& clamps = document.clamps.edit();
    std::erase_if(clamps, [&](const Clamp& clamp) { return clamp.to < t; });
    for (Clamp& clamp : clamps) {
        clamp.from = std::max(clamp.from - (t - 1), 1);
        clamp.to -= t - 1;
    }
    return document;
}

/// `document` with another number at `element` of `quantity` in its first step.
Document with_number(Document document, QuantityId quantity, int element, double value) {
    const Cell& cell = document.cell();
    if (quantity == cell.input) return edited(document, SetInput{1, element, value});
    for (std::size_t s = 0; s < cell.states.size(); ++s)
        if (cell.states[s].previous == quantity) {
            document.initial[s][element] = value;
            return document;
        }
    document.clamps.edit().push_back({quantity, element, 1, 1, value});
    return document;
}

}  // namespace

GradientCheck check_gradient(const Document& document, const ParameterPlace& place) {
    const Document unrounded = exactly(document);
    const Results results(unrounded);
    const auto [parameter, row, column] = place;
    return checked(
        gradients_of(unrounded, results.trace()).parameter(parameter)(row, column),
        (*unrounded.network.parameters[static_cast<std::size_t>(parameter)])(row, column),
        [&, p = parameter, r = row, c = column](double weight) {
            return edited(unrounded, SetParameter{p, r, c, weight});
        });
}

bool can_be_moved(const Cell& cell, QuantityId quantity) {
    const int equation = cell.quantities[static_cast<std::size_t>(quantity)].equation;
    return equation == none ||
           cell.equations[static_cast<std::size_t>(equation)].operation != Operation::matrix_vector;
}

GradientCheck check_gradient(const Document& document, const QuantityPlace& place) {
    const Document unrounded = exactly(document);
    const Results results(unrounded);
    const auto [quantity, element, t] = place;
    const Document rest = from_step(unrounded, results.trace(), t);
    return checked(
        gradients_of(unrounded, results.trace()).value(quantity, element, t),
        results.trace().value(quantity, element, t),
        [&, q = quantity, k = element](double value) { return with_number(rest, q, k, value); });
}

}  // namespace lstm
