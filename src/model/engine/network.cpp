/// Making networks: zero, resized, random.
#include "model/engine/network.h"

#include "model/engine/rounding.h"
#include "model/learning/random.h"

#include <algorithm>
#include <cmath>

namespace lstm {

Network zero_network(const Cell& cell, Sizes sizes) {
    Network network{&cell, sizes, {}};
    for (const Parameter& p : cell.parameters)
        network.parameters.emplace_back(Matrix::Zero(sizes.of(p.rows), sizes.of(p.columns)));
    return network;
}

Network resized(const Network& network, Sizes sizes) {
    Network result = zero_network(*network.cell, sizes);
    for (std::size_t p = 0; p < result.parameters.size(); ++p) {
        const Matrix& from = *network.parameters[p];
        Matrix& to = result.parameters[p].edit();
        const auto rows = std::min(from.rows(), to.rows());
        const auto columns = std::min(from.cols(), to.cols());
        to.topLeftCorner(rows, columns) = from.topLeftCorner(rows, columns);
    }
    return result;
}

Network converted(const Network& network, const Cell& cell) {
    Network result = zero_network(cell, network.sizes);
    for (std::size_t p = 0; p < result.parameters.size(); ++p) {
        const auto& [gate, letter, rows, columns] = cell.parameters[p];
        ParameterId from = network.cell->find_parameter(gate, letter);
        // A plain RNN's only gate makes what others call the candidate.
        const Gate* const to = cell.find_gate(gate);
        const Gate* const idea = network.cell->find_gate(Role::candidate);
        if (from == none && to != nullptr && to->role == Role::candidate && idea != nullptr)
            from = network.cell->find_parameter(idea->name, letter);
        if (from != none) result.parameters[p] = network.parameters[static_cast<std::size_t>(from)];
        // Of two biases, one that is left does what both did.
        const ParameterId second =
            network.cell->form.biases == 2 ? network.cell->find_parameter(gate, "b_u") : none;
        if (letter == "b" && second != none && cell.find_parameter(gate, "b_u") == none)
            result.parameters[p].edit() += *network.parameters[static_cast<std::size_t>(second)];
    }
    return result;
}

Network randomised(const Network& network, std::uint64_t seed) {
    Network result = zero_network(*network.cell, network.sizes);
    Random random(seed);
    for (std::size_t p = 0; p < result.parameters.size(); ++p) {
        const Parameter& parameter = network.cell->parameters[p];
        Matrix& values = result.parameters[p].edit();
        if (parameter.columns == Extent::one) {
            const Gate* const gate = network.cell->find_gate(parameter.gate);
            const bool keeps = gate != nullptr && gate->role == Role::keep;
            if (keeps && network.cell->family == Family::lstm) values.setOnes();
            continue;
        }
        const double limit = std::sqrt(6.0 / static_cast<double>(values.rows() + values.cols()));
        for (double& value : values.reshaped())
            value = round_half_away(limit * random.signed_unit(), 2);
    }
    return result;
}

}  // namespace lstm
