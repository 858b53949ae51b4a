/// Making and computing runs.
#include "support/runs.h"

#include "model/forward.h"

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

Run::Run(Sizes sizes, int steps)
    : network(zero_network(lstm_cell(), sizes)),
      inputs(Matrix::Zero(sizes.input, steps)),
      h0(Vector::Zero(sizes.hidden)),
      c0(Vector::Zero(sizes.hidden)) {}

Matrix& Run::parameter(const std::string& gate, const std::string& letter) {
    return network.parameters[network.cell->find_parameter(gate, letter)].edit();
}

Run random_run(std::uint32_t seed, Sizes sizes, int steps, double size) {
    Run run(sizes, steps);
    std::mt19937 random(seed);
    const auto fill = [&](auto&& numbers) {
        for (double& number : numbers.reshaped())
            number = size * (static_cast<double>(random()) * 0x1p-31 - 1.0);
    };
    for (Shared<Matrix>& parameter : run.network.parameters) fill(parameter.edit());
    fill(run.inputs);
    fill(run.h0);
    fill(run.c0);
    return run;
}

Trace prepared(const Run& run, const std::shared_ptr<const Layout>& layout) {
    Trace trace(layout, run.steps());
    const Cell& cell = trace.cell();
    Vector::Map(trace.column(0) + layout->row(cell.at("h")), run.h0.size()) = run.h0;
    Vector::Map(trace.column(0) + layout->row(cell.at("c")), run.c0.size()) = run.c0;
    for (int t = 1; t <= run.steps(); ++t)
        Vector::Map(trace.column(t) + layout->row(cell.input), run.inputs.rows()) =
            run.inputs.col(t - 1);
    return trace;
}

Trace computed(const Run& run, std::optional<int> decimals) {
    const ForwardPass pass(run.network, decimals);
    Trace trace = prepared(run, pass.layout());
    pass.run(trace);
    return trace;
}

std::vector<reference::Step> by_reference(const Run& run) {
    std::map<std::string, reference::Gate> gates;
    for (const char* name : {"forget", "input", "candidate", "output"}) {
        const auto parameter = [&](const char* letter) -> const Matrix& {
            return *run.network.parameters[run.network.cell->find_parameter(name, letter)];
        };
        gates[name] = {rows_of(parameter("W")), rows_of(parameter("U")),
                       numbers_of(parameter("b").col(0))};
    }
    return reference::lstm(gates, rows_of(run.inputs.transpose()), numbers_of(run.h0),
                           numbers_of(run.c0));
}

std::vector<std::uint64_t> bits_of(const Trace& trace) {
    std::vector<std::uint64_t> bits;
    for (std::size_t q = 0; q < trace.cell().quantities.size(); ++q) {
        const auto values = trace.matrix(static_cast<QuantityId>(q));
        for (const double value : values.reshaped()) bits.push_back(std::bit_cast<std::uint64_t>(value));
    }
    return bits;
}

}  // namespace lstm
