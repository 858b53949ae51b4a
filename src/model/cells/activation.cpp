/// The table of activations.
#include "model/cells/activation.h"

#include <cmath>
#include <limits>

namespace lstm {
namespace {

using Slope = ActivationFacts::Slope;
constexpr double unbounded = std::numeric_limits<double>::infinity();

constexpr ActivationFacts table[] = {
    {Activation::sigmoid, "sigmoid", "σ", "\\sigma", "1 / (1 + e⁻ᶻ)", Slope::logistic, 0, 1,
     "1 / (1 + np.exp(-z))", "sigmoid"},
    {Activation::tanh, "tanh", "tanh", "\\tanh", "tanh z", Slope::one_less_square, -1, 1,
     "np.tanh(z)", "tanh"},
    {Activation::relu, "relu", "ReLU", "\\operatorname{ReLU}", "max(0, z)", Slope::where_positive,
     0, unbounded, "np.maximum(z, 0)", "relu"},
    {Activation::identity, "identity", "id", "\\operatorname{id}", "z", Slope::one, -unbounded,
     unbounded, "z", "linear"},
    {Activation::hard_sigmoid, "hard_sigmoid", "hardσ", "\\operatorname{hard}\\sigma",
     "min(1, max(0, 0.2 z + 0.5))", Slope::fifth_inside, 0, 1, "np.clip(0.2 * z + 0.5, 0, 1)", ""},
    {Activation::hard_sigmoid_6, "hard_sigmoid_6", "hardσ₆", "\\operatorname{hard}\\sigma_6",
     "min(1, max(0, z/6 + 0.5))", Slope::sixth_inside, 0, 1, "np.clip(z / 6 + 0.5, 0, 1)",
     "hard_sigmoid"},
    {Activation::softsign, "softsign", "softsign", "\\operatorname{softsign}", "z / (1 + |z|)",
     Slope::squared_rest, -1, 1, "z / (1 + np.abs(z))", "softsign"},
    {Activation::step, "step", "step", "\\operatorname{step}", "1 (z > 0), 0 (z ≤ 0)", Slope::zero,
     0, 1, "(z > 0).astype(float)", ""},
    {Activation::softmax, "softmax", "softmax", "\\operatorname{softmax}", "eᶻₖ / Σ eᶻ",
     Slope::mixed, 0, 1, "np.exp(z - z.max()) / np.exp(z - z.max()).sum()", "softmax"},
};

}  // namespace

std::span<const ActivationFacts> activations() {
    return table;
}

const ActivationFacts& facts_of(Activation activation) {
    return table[static_cast<std::size_t>(activation)];
}

std::span<const Activation> readout_activations() {
    static constexpr Activation all[] = {Activation::identity, Activation::sigmoid,
                                         Activation::softmax, Activation::tanh, Activation::relu};
    return all;
}

std::string_view name_of(Activation activation) {
    return facts_of(activation).name;
}

std::optional<Activation> activation_named(std::string_view name) {
    for (const ActivationFacts& each : table)
        if (name == each.name) return each.activation;
    return {};
}

bool is_share(Activation activation) {
    const ActivationFacts& facts = facts_of(activation);
    return facts.least == 0 && facts.most == 1;
}

double slope_at(Activation activation, double r) {
    const bool inside = 0 < r && r < 1;
    switch (facts_of(activation).slope) {
        case Slope::logistic: return r * (1 - r);
        case Slope::one_less_square: return 1 - r * r;
        case Slope::where_positive: return r > 0 ? 1 : 0;
        case Slope::one: return 1;
        case Slope::fifth_inside: return inside ? 0.2 : 0;
        case Slope::sixth_inside: return inside ? 1.0 / 6 : 0;
        case Slope::squared_rest: return (1 - std::abs(r)) * (1 - std::abs(r));
        case Slope::zero:
        case Slope::mixed: break;
    }
    return 0;
}

}  // namespace lstm
