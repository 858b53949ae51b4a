/// A random form of a kind of cell: any activations, of the read-out too, any biases.
#pragma once

#include "model/cells/cell.h"
#include "support/random_run.h"

#include <cmath>
#include <string>

namespace lstm {

/// One of `kind`. `bounded`: no ReLU and no identity, with which runs of large numbers overflow.
[[nodiscard]] inline CellForm random_form(RandomNumbers& random, const std::string& kind,
                                          bool readout, bool bounded = false) {
    const auto below = [&](int count) {
        return static_cast<int>((count - 0.001) * (random.number() + 1) / 2);
    };
    const auto any = [&](Activation own) {
        if (below(2) == 0) return own;
        for (;;) {
            const ActivationFacts& facts = activations()[static_cast<std::size_t>(
                below(static_cast<int>(activations().size())))];
            const bool fits = !bounded || std::isfinite(facts.most);
            if (facts.activation != Activation::softmax && fits) return facts.activation;
        }
    };
    CellForm form = own_form(kind, readout);
    const Cell& own = *find_cell(form);
    // The output gate has no name of its own in a file: it is one of all gates.
    const Activation all = any(Activation::sigmoid);
    for (const Gate& gate : own.gates) {
        if (gate.opposite) continue;
        if (gate.role == Role::candidate)
            form.activations[gate.name] = any(Activation::tanh);
        else
            form.activations[gate.name] = gate.role == Role::expose ? all : any(all);
    }
    if (own.squashed != none) form.squash = any(Activation::tanh);
    form.biases = below(3);
    if (takes_update_gate(own) && below(2) == 1) form.update_gate = UpdateGate::renews;
    if (takes_peepholes(own)) form.peepholes = below(2) == 1;
    const auto of_readout = readout_activations();
    form.readout_activation = of_readout[static_cast<std::size_t>(
        below(bounded ? 4 : static_cast<int>(of_readout.size())))];  // ReLU is the last
    return find_cell(form)->form;
}

}  // namespace lstm
