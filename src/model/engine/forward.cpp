/// Carrying out a plan's instructions, timestep after timestep.
#include "model/engine/forward.h"

#include "model/engine/activations.h"
#include "model/engine/rounding.h"
#include "model/engine/simd.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

using Place = Instruction::Source::Place;

/// Calls `use` with the function that `i` applies to each element of its sources; it takes four,
/// and leaves aside what it does not need.
template <class Use>
void with_function_of(const Instruction& i, Use use) {
    switch (i.operation) {
        case Operation::matrix_vector: return;  // not elementwise
        case Operation::add:
            if (i.source_count == 2) return use([](auto a, auto b, auto, auto) { return a + b; });
            if (i.source_count == 3)
                return use([](auto a, auto b, auto c, auto) { return a + b + c; });
            return use([](auto a, auto b, auto c, auto d) { return a + b + c + d; });
        case Operation::multiply: return use([](auto a, auto b, auto, auto) { return a * b; });
        case Operation::one_minus: return use([](auto a, auto, auto, auto) { return 1.0 - a; });
        case Operation::sigmoid: return use([](auto z, auto, auto, auto) { return sigmoid(z); });
        case Operation::tanh: return use([](auto z, auto, auto, auto) { return tanh(z); });
    }
}

}  // namespace

void pack_constants(const Network& network, const ForwardPlan& plan,
                    std::vector<double>& constants) {
    constants.assign(static_cast<std::size_t>(plan.constants()), 0.0);
    for (std::size_t p = 0; p < network.parameters.size(); ++p)
        if (const int row = plan.constant_row(static_cast<int>(p)); row != none)
            Vector::Map(constants.data() + row, network.parameters[p]->rows()) =
                network.parameters[p]->col(0);
}

ForwardPass::ForwardPass(const Network& network, std::optional<int> decimals,
                         std::vector<Clamp> clamps)
    : plan_(std::make_shared<ForwardPlan>(*network.cell, network.sizes)),
      decimals_(decimals),
      clamps_(std::move(clamps)) {
    for (const StackedMatrix& stack : plan_->matrices())
        matrices_.emplace_back(stack.rows, stack.columns);
    set_weights(network);
}

void ForwardPass::set_weights(const Network& network) {
    for (std::size_t m = 0; m < matrices_.size(); ++m) {
        int row = 0;
        for (const ParameterId p : plan_->matrices()[m].parameters) {
            matrices_[m].set_rows(row, *network.parameters[p]);
            row += pad(static_cast<int>(network.parameters[p]->rows()));
        }
    }
    pack_constants(network, *plan_, constants_);
}

void ForwardPass::run(Trace& trace, int first) const {
    const int count = trace.steps() - first + 1;
    if (count <= 0) return;
    const std::ptrdiff_t stride = trace.stride();
    double* column = trace.column(first);
    for (const Instruction& product : plan_->ahead()) multiply(product, column, count, stride);
    for (int t = first; t <= trace.steps(); ++t, column += stride) step(column, stride, t);
}

void ForwardPass::step(double* column, std::ptrdiff_t stride, int t) const {
    const int revised = decimals_ || clamps_at(t) ? t : 0;
    for (const InstructionBlock& block : plan_->each_step()) {
        if (block.front().operation == Operation::matrix_vector) {
            for (const Instruction& product : block) multiply(product, column, 1, stride);
            continue;
        }
        // Units that fit one group are quickest through a timestep if each result stays in its
        // register for the next equation. Several groups are quicker equation by equation: they do
        // not wait for one another.
        if (const int rows = pad(block.front().rows); rows <= simd_width)
            run_group<simd_width>(block, rows, column, stride, revised);
        else
            run_groups(block, rows, column, stride, revised);
    }
}

void ForwardPass::multiply(const Instruction& product, double* column, int count,
                           std::ptrdiff_t stride) const {
    const bool of_previous = product.sources[0].place == Place::previous;
    const double* vectors = column + product.sources[0].row - (of_previous ? stride : 0);
    matrices_[product.matrix].multiply(vectors, column + product.destination, count, stride);
    if (decimals_)
        for (int n = 0; n < count; ++n)
            round(column + n * stride + product.destination, product.rows);
}

template <int Count>
void ForwardPass::run_group(const InstructionBlock& block, int rows, double* column,
                            std::ptrdiff_t stride, int revised) const {
    if constexpr (Count > 1)
        if (rows < Count) return run_group<Count / 2>(block, rows, column, stride, revised);

    // In the order of Place; `last` is no place here.
    const double* const places[] = {column, column - stride, constants_.data()};
    Numbers<Count> last{};
    for (const Instruction& i : block) {
        const auto source = [&](int s) {
            const auto [place, first] = i.sources[s];
            return place == Place::last ? last
                                        : load<Count>(places[static_cast<int>(place)] + first);
        };
        with_function_of(
            i, [&](auto function) { last = function(source(0), source(1), source(2), source(3)); });
        double* const result = column + i.destination;
        store<Count>(result, last);
        if (revised > 0) {
            revise(column, i, revised);
            last = load<Count>(result);
        }
    }
}

void ForwardPass::run_groups(const InstructionBlock& block, int rows, double* column,
                             std::ptrdiff_t stride, int revised) const {
    // In the order of Place; what was made last is read where it was written.
    const double* const places[] = {column, column - stride, constants_.data(), column};
    for (const Instruction& i : block) {
        const auto source = [&](int s) {
            return places[static_cast<int>(i.sources[s].place)] + i.sources[s].row;
        };
        double* const result = column + i.destination;
        with_function_of(
            i, [&, a = source(0), b = source(1), c = source(2), d = source(3)](auto function) {
                for (int k = 0; k < rows; k += simd_width)
                    store<simd_width>(result + k,
                                      function(load<simd_width>(a + k), load<simd_width>(b + k),
                                               load<simd_width>(c + k), load<simd_width>(d + k)));
            });
        if (revised > 0) revise(column, i, revised);
    }
}

bool ForwardPass::clamps_at(int t) const {
    return std::any_of(clamps_.begin(), clamps_.end(), [t](const Clamp& f) { return f.covers(t); });
}

/// What becomes of the results of `made` at timestep `t` before they are used.
void ForwardPass::revise(double* column, const Instruction& made, int t) const {
    if (decimals_) round(column + made.destination, made.rows);
    for (const Clamp& clamp : clamps_) {
        if (!clamp.covers(t)) continue;
        const int row = plan_->row(clamp.quantity);
        const int first = row + clamp.element.value_or(0);
        const int end = clamp.element ? first + 1 : row + plan_->size(clamp.quantity);
        const int made_end = made.destination + made.rows;
        for (int k = std::max(first, made.destination); k < std::min(end, made_end); ++k)
            column[k] = clamp.value;
    }
}

void ForwardPass::round(double* values, int count) const {
    for (int k = 0; k < count; ++k) values[k] = round_half_away(values[k], *decimals_);
}

}  // namespace lstm
