/// Carrying out a layout's instructions, from the last timestep to the first.
#include "model/backward.h"

#include "model/forward.h"
#include "model/lanes.h"
#include "model/outer_products.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

using Place = BackwardInstruction::Place;
using Rule = BackwardInstruction::Rule;

/// The contribution of one term to `Count` gradients.
template <int Count>
Numbers<Count> contribution(Rule rule, const double* gradient, const double* value) {
    const auto reached = load<Count>(gradient);
    switch (rule) {
        case Rule::copy: return reached;
        case Rule::negate: return -reached;
        case Rule::times: return reached * load<Count>(value);
        case Rule::sigmoid: {
            const auto r = load<Count>(value);
            return reached * (r * (1.0 - r));
        }
        case Rule::tanh: {
            const auto r = load<Count>(value);
            return reached * (1.0 - r * r);
        }
    }
    return reached;
}

template <int Count>
void carry_out_groups(const BackwardInstruction& instruction, const double* const places[],
                      double* result, int rows) {
    if constexpr (Count > 1)
        if (rows < Count) return carry_out_groups<Count / 2>(instruction, places, result, rows);
    const auto source = [&](const BackwardInstruction::Source& s) {
        return places[static_cast<int>(s.place)] + s.row;
    };
    const auto& terms = instruction.terms;
    for (int k = 0; k < rows; k += Count) {
        auto sum = contribution<Count>(terms[0].rule, source(terms[0].gradient) + k,
                                       source(terms[0].value) + k);
        for (std::size_t n = 1; n < terms.size(); ++n)
            sum += contribution<Count>(terms[n].rule, source(terms[n].gradient) + k,
                                       source(terms[n].value) + k);
        store<Count>(result + k, sum);
    }
}

/// `Count` elements from `k` on of a parameter vector's gradient.
template <int Count>
Numbers<Count> sum_group(const BackwardSum& term, const Trace& trace, const Gradients& gradients,
                         int k) {
    const auto element = [](const double* from) {
        if constexpr (Count == 1)
            return Numbers<1>{*from};
        else
            return load<Count>(from);
    };
    Numbers<Count> sum{};
    for (int t = 1; t <= trace.steps(); ++t) {
        const auto reached = element(gradients.column(t) + term.gradient + k);
        if (term.value == none)
            sum += reached;
        else
            sum += reached * element(trace.column(term.of_previous ? t - 1 : t) + term.value + k);
    }
    return sum;
}

}  // namespace

BackwardPass::BackwardPass(const Network& network, std::shared_ptr<const Layout> layout,
                           std::vector<QuantityId> seen, std::vector<Force> forces)
    : layout_(std::make_shared<BackwardLayout>(std::move(layout), std::move(seen))),
      forces_(std::move(forces)) {
    for (const BackwardProduct& product : layout_->products())
        matrices_.emplace_back(layout_->forward().size(product.vector), product.source_rows);
    set_weights(network);
}

void BackwardPass::set_weights(const Network& network) {
    for (std::size_t m = 0; m < matrices_.size(); ++m) {
        int column = 0;
        for (const ParameterId p : layout_->products()[m].parameters) {
            const Matrix& matrix = *network.parameters[static_cast<std::size_t>(p)];
            matrices_[m].set_transposed(column, matrix);
            column += padded(static_cast<int>(matrix.rows()));
        }
    }
    pack_constants(network, layout_->forward(), constants_);
}

void BackwardPass::run(const Trace& trace, Gradients& gradients) const {
    const int steps = trace.steps();
    std::vector<Held> held;
    if (!forces_.empty())
        held.reserve(forces_.size() * static_cast<std::size_t>(trace.sizes().hidden));
    for (int t = steps; t >= 1; --t) step(trace, gradients, t, held);
    if (steps > 0) {
        double* const first = gradients.column(1);
        for (const int p : layout_->behind()) {
            const BackwardProduct& product = layout_->products()[static_cast<std::size_t>(p)];
            matrices_[static_cast<std::size_t>(p)].multiply(
                first + product.source, first + product.destination, steps, gradients.stride());
        }
    }
    sum_matrices(trace, gradients);
    sum_vectors(trace, gradients);
}

void BackwardPass::step(const Trace& trace, Gradients& gradients, int t,
                        std::vector<Held>& held) const {
    double* const column = gradients.column(t);
    // In the order of Place.
    const double* const places[] = {column, gradients.column(t + 1), trace.column(t),
                                    trace.column(t - 1), constants_.data()};
    const bool holds = std::any_of(forces_.begin(), forces_.end(),
                                   [t](const Force& force) { return force.covers(t); });
    for (const int next : layout_->each_step()) {
        if (next < 0) {
            const auto p = static_cast<std::size_t>(-1 - next);
            const BackwardProduct& product = layout_->products()[p];
            matrices_[p].multiply(column + product.source, column + product.destination, 1, 0);
            continue;
        }
        const BackwardInstruction& instruction =
            layout_->instructions()[static_cast<std::size_t>(next)];
        carry_out_groups<widest>(instruction, places, column + instruction.destination,
                                 padded(instruction.rows));
        if (holds) hold(instruction, column, t, held);
    }
    for (const Held& each : held) *each.where = each.gradient;
    held.clear();
}

/// Keeps the gradients of what is held for the end of the step; until then they are zero.
void BackwardPass::hold(const BackwardInstruction& made, double* column, int t,
                        std::vector<Held>& held) const {
    for (int k = 0; k < made.rows; ++k) {
        if (force_on(forces_, made.quantity, k, t) == nullptr) continue;
        double* const where = column + made.destination + k;
        held.push_back({where, std::exchange(*where, 0.0)});
    }
}

/// The matrices of a stack as one product over the whole sequence.
void BackwardPass::sum_matrices(const Trace& trace, Gradients& gradients) const {
    for (std::size_t n = 0; n < layout_->products().size(); ++n) {
        const BackwardProduct& product = layout_->products()[n];
        const QuantityView vectors = trace.matrix(product.vector);
        Matrix& stacked = gradients.stacked(n);
        sum_outer_products(
            {gradients.column(1) + product.source, product.source_rows, gradients.stride()},
            {vectors.data(), static_cast<int>(vectors.rows()), trace.stride()}, trace.steps(),
            stacked);
        int row = 0;
        for (const ParameterId p : product.parameters) {
            Matrix& sum = gradients.parameters()[static_cast<std::size_t>(p)];
            sum = stacked.middleRows(row, sum.rows());
            row += padded(static_cast<int>(sum.rows()));
        }
    }
}

void BackwardPass::sum_vectors(const Trace& trace, Gradients& gradients) const {
    for (const BackwardSum& term : layout_->sums()) {
        Matrix& sum = gradients.parameters()[static_cast<std::size_t>(term.parameter)];
        const int size = static_cast<int>(sum.rows());
        int k = 0;
        for (; k + widest <= size; k += widest)
            store<widest>(sum.data() + k, sum_group<widest>(term, trace, gradients, k));
        for (; k < size; ++k) sum(k, 0) = sum_group<1>(term, trace, gradients, k)[0];
    }
}

}  // namespace lstm
