/// Making and computing runs.
#include "support/exercises.h"

#include "model/engine/forward.h"

#include <bit>
#include <random>

namespace lstm {
namespace {

reference::Table rows_of(const Matrix& matrix) {
    reference::Table table;
    for (const auto& row : matrix.rowwise()) table.emplace_back(row.begin(), row.end());
    return table;
}

reference::Numbers numbers_of(const Vector& vector) {
    return {vector.begin(), vector.end()};
}

}  // namespace

Exercise::Exercise(Sizes sizes, int steps)
    : network(zero_network(lstm_cell(), sizes)),
      inputs(Matrix::Zero(sizes.input, steps)),
      h0(Vector::Zero(sizes.hidden)),
      c0(Vector::Zero(sizes.hidden)) {}

Matrix& Exercise::parameter(const std::string& gate, const std::string& letter) {
    return network.parameters[network.cell->find_parameter(gate, letter)].edit();
}

Exercise random_exercise(std::uint32_t seed, Sizes sizes, int steps, double size) {
    Exercise exercise(sizes, steps);
    std::mt19937 random(seed);
    const auto fill = [&](auto&& numbers) {
        for (double& number : numbers.reshaped())
            number = size * (static_cast<double>(random()) * 0x1p-31 - 1.0);
    };
    for (Shared<Matrix>& parameter : exercise.network.parameters) fill(parameter.edit());
    fill(exercise.inputs);
    fill(exercise.h0);
    fill(exercise.c0);
    return exercise;
}

Trace prepared(const Exercise& exercise, const std::shared_ptr<const ForwardPlan>& plan) {
    Trace trace(plan, exercise.steps());
    const Cell& cell = trace.cell();
    Vector::Map(trace.column(0) + plan->row(cell.at("h")), exercise.h0.size()) = exercise.h0;
    Vector::Map(trace.column(0) + plan->row(cell.at("c")), exercise.c0.size()) = exercise.c0;
    for (int t = 1; t <= exercise.steps(); ++t)
        Vector::Map(trace.column(t) + plan->row(cell.input), exercise.inputs.rows()) =
            exercise.inputs.col(t - 1);
    return trace;
}

Trace computed(const Exercise& exercise, std::optional<int> decimals) {
    const ForwardPass pass(exercise.network, decimals);
    Trace trace = prepared(exercise, pass.plan());
    pass.run(trace);
    return trace;
}

std::vector<reference::Step> by_reference(const Exercise& exercise) {
    std::map<std::string, reference::Gate> gates;
    for (const char* name : {"forget", "input", "candidate", "output"}) {
        const auto parameter = [&](const char* letter) -> const Matrix& {
            return *exercise.network
                        .parameters[exercise.network.cell->find_parameter(name, letter)];
        };
        gates[name] = {rows_of(parameter("W")), rows_of(parameter("U")),
                       numbers_of(parameter("b").col(0))};
    }
    return reference::lstm(gates, rows_of(exercise.inputs.transpose()), numbers_of(exercise.h0),
                           numbers_of(exercise.c0));
}

std::vector<std::uint64_t> bits_of(const Trace& trace) {
    std::vector<std::uint64_t> bits;
    for (std::size_t q = 0; q < trace.cell().quantities.size(); ++q) {
        const auto values = trace.matrix(static_cast<QuantityId>(q));
        for (const double value : values.reshaped())
            bits.push_back(std::bit_cast<std::uint64_t>(value));
    }
    return bits;
}

}  // namespace lstm
