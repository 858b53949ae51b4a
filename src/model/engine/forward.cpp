/// Running a plan's instructions; where results are rounded or clamped, one at a time.
#include "model/engine/forward.h"

#include "model/engine/kernel_choice.h"
#include "model/engine/softmax.h"

#include <algorithm>
#include <utility>

namespace lstm {

using Place = Instruction::Source::Place;

void pack_vectors(const Network& network, const ForwardPlan& plan, double* packed) {
    for (std::size_t p = 0; p < network.parameters.size(); ++p)
        if (const int row = plan.vector_row(static_cast<int>(p)); row != none) {
            const Matrix& vector = *network.parameters[p];
            std::copy_n(vector.data(), vector.rows(), packed + row);
        }
}

ForwardPass::ForwardPass(const Network& network, std::optional<Rounding> rounding,
                         std::vector<Clamp> clamps)
    : plan_(std::make_shared<ForwardPlan>(*network.cell, network.sizes)),
      packed_(static_cast<std::size_t>(plan_->packed_size())),
      rounding_(std::move(rounding)),
      clamps_(std::move(clamps)) {
    if (rounding_ && !rounding_->quantities.empty()) {
        rounded_rows_.resize(static_cast<std::size_t>(plan_->stride()));
        for (const QuantityId quantity : rounding_->quantities)
            std::fill_n(rounded_rows_.begin() + plan_->row(quantity), plan_->size(quantity), true);
    }
    set_weights(network);
}

void ForwardPass::set_weights(const Network& network) {
    for (const StackedMatrix& stack : plan_->matrices()) {
        int row = 0;
        for (const ParameterId p : stack.parameters) {
            const Matrix& matrix = *network.parameters[static_cast<std::size_t>(p)];
            stack.packed.set_rows(packed_.data(), row, matrix);
            row += pad(static_cast<int>(matrix.rows()));
        }
    }
    pack_vectors(network, *plan_, packed_.data());
}

void ForwardPass::run(Trace& trace, int first) const {
    const int count = trace.steps() - first + 1;
    if (count <= 0) return;
    const std::ptrdiff_t stride = trace.stride();
    for (const Instruction& product : plan_->ahead())
        multiply(product, trace.column(first), count, stride);
    const std::vector<InstructionBlock>& blocks = plan_->each_step();
    for (int t = first; t <= trace.steps();) {
        int next = t;  // the first step that is revised
        while (next <= trace.steps() && !is_revised(next)) ++next;
        if (next > t)
            kernels().run_forward({plan_->instructions().data(), blocks.data(),
                                   static_cast<int>(blocks.size()), packed_.data(), trace.column(t),
                                   stride, next - t});
        if (next <= trace.steps()) run_revised(trace.column(next), stride, next);
        t = next + 1;
    }
    if (plan_->behind() != none) run_behind(trace, first);
}

void ForwardPass::run_behind(Trace& trace, int first) const {
    const Equation& equation = trace.cell().equations[static_cast<std::size_t>(plan_->behind())];
    const int from = plan_->row(equation.operands.front().id);
    const int to = plan_->row(equation.result);
    const int size = plan_->size(equation.result);
    for (int t = first; t <= trace.steps(); ++t) {
        double* const column = trace.column(t);
        softmax(column + from, column + to, size);
        if (rounding_) round(column, to, size);
    }
}

/// Timestep `t`, instruction by instruction, because each result is rounded or clamped before it is
/// used.
void ForwardPass::run_revised(double* column, std::ptrdiff_t stride, int t) const {
    for (const InstructionBlock& block : plan_->each_step()) {
        for (Instruction i : plan_->of(block)) {
            if (block.is_product) {
                multiply(i, column, 1, stride);
                continue;
            }
            for (Instruction::Source& source : i.sources)
                if (source.place == Place::last) source.place = Place::column;
            const InstructionBlock alone{0, 1, block.rows, false};
            kernels().run_forward({&i, &alone, 1, packed_.data(), column, stride, 1});
            revise(column, i, t);
        }
    }
}

void ForwardPass::multiply(const Instruction& product, double* column, int count,
                           std::ptrdiff_t stride) const {
    const bool of_previous = product.sources[0].place == Place::previous;
    const double* vectors = column + product.sources[0].row - (of_previous ? stride : 0);
    kernels().multiply({packed_.data() + product.first, product.rows, product.columns, vectors,
                        column + product.destination, count, stride});
    if (rounding_)
        for (int n = 0; n < count; ++n)
            round(column + n * stride, product.destination, product.rows);
}

bool ForwardPass::is_revised(int t) const {
    return rounding_ || std::any_of(clamps_.begin(), clamps_.end(),
                                    [t](const Clamp& clamp) { return clamp.covers(t); });
}

/// What becomes of the results of `made` at timestep `t` before they are used.
void ForwardPass::revise(double* column, const Instruction& made, int t) const {
    if (rounding_) round(column, made.destination, made.rows);
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

/// The rows of a column from `first` on.
void ForwardPass::round(double* column, int first, int count) const {
    for (int k = first; k < first + count; ++k)
        if (rounded_rows_.empty() || rounded_rows_[static_cast<std::size_t>(k)])
            column[k] = rounded(column[k], rounding_->decimals, rounding_->mode);
}

}  // namespace lstm
