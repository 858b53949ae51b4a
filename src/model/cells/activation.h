/// Activation functions: one table, read by all that computes, tells, prints or exports them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace lstm {

/// What is applied to a pre-activation z, to the cell state c, or to the read-out's y.
enum class Activation {
    sigmoid,         ///< σ(z) = 1 / (1 + e^−z)
    tanh,            ///< tanh(z)
    relu,            ///< max(0, z)
    identity,        ///< z
    hard_sigmoid,    ///< 0.2 z + 0.5, cut to 0…1: Keras 2, ONNX
    hard_sigmoid_6,  ///< z/6 + 0.5, cut to 0…1: Keras 3, PyTorch
    softsign,        ///< z / (1 + |z|)
    step,            ///< 1 where z > 0, else 0
    softmax,         ///< eᶻₖ / Σ eᶻ, of the read-out alone: the only one that mixes elements
};

/// What is known of an activation beside its arithmetic, which is in the kernels. Its derivative,
/// at a kink 0, is written by its own result r (see `Slope`).
struct ActivationFacts {
    /// The derivative dr/dz, in r = activation(z).
    enum class Slope {
        logistic,         ///< r (1 − r)
        one_less_square,  ///< 1 − r²
        where_positive,   ///< 1 where r > 0, else 0
        one,              ///< 1
        fifth_inside,     ///< 0.2 where 0 < r < 1, else 0
        sixth_inside,     ///< 1/6 where 0 < r < 1, else 0
        squared_rest,     ///< (1 − |r|)²
        zero,             ///< 0
        mixed,            ///< of softmax: no number alone
    };

    Activation activation;
    const char* name;     ///< as files spell it: "hard_sigmoid"
    const char* symbol;   ///< as a formula and the diagram spell it: "σ", "tanh", "ReLU"
    const char* latex;    ///< the same in LaTeX
    const char* formula;  ///< what it is of z, UTF-8
    Slope slope;
    double least;       ///< no result is below; −∞ where there is no such bound
    double most;        ///< no result is above
    const char* numpy;  ///< a Python expression of z
    const char* keras;  ///< what Keras calls it; empty: it does not
};

/// All of them, in the order in which menus list them.
[[nodiscard]] std::span<const ActivationFacts> activations();
[[nodiscard]] const ActivationFacts& facts_of(Activation activation);
/// Those that a read-out may apply to y.
[[nodiscard]] std::span<const Activation> readout_activations();
/// "sigmoid", as files spell it.
[[nodiscard]] std::string_view name_of(Activation activation);
/// The activation that is spelled so, if any is.
[[nodiscard]] std::optional<Activation> activation_named(std::string_view name);

/// Whether every result lies between 0 and 1.
[[nodiscard]] bool is_share(Activation activation);
/// dr/dz of one that does not mix elements, in r.
[[nodiscard]] double slope_at(Activation activation, double r);

}  // namespace lstm
