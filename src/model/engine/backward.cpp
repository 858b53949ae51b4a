/// Carrying out a plan's instructions, from the last timestep to the first.
#include "model/engine/backward.h"

#include "model/engine/forward.h"
#include "model/engine/outer_products.h"
#include "model/engine/simd.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

/// Calls `use` with what the rule of `i` makes of a gradient and a value.
template <class Use>
void with_rule_of(const BackwardInstruction& i, Use use) {
    using Rule = BackwardInstruction::Rule;
    switch (i.rule) {
        case Rule::copy: return use([](auto reached, auto) { return reached; });
        case Rule::negate: return use([](auto reached, auto) { return -reached; });
        case Rule::times:
        case Rule::weigh: return use([](auto reached, auto a) { return reached * a; });
        case Rule::sigmoid:
            return use([](auto reached, auto r) { return reached * (r * (1.0 - r)); });
        case Rule::tanh: return use([](auto reached, auto r) { return reached * (1.0 - r * r); });
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
        sum += term.value ? reached * element(trace.column(t) + *term.value + k) : reached;
    }
    return sum;
}

}  // namespace

/// One timestep on the way back: what is read and written there.
struct BackwardPass::StepContext {
    double* gradients;  ///< its column
    const double* values;
    const double* constants;
    int t;
    std::vector<ClampedGradient>* clamped;  ///< nullptr where nothing is clamped

    /// What the rule of `i` needs beside the gradient.
    [[nodiscard]] const double* value(const BackwardInstruction& i) const {
        return (i.rule == BackwardInstruction::Rule::weigh ? constants : values) + i.value;
    }
};

BackwardPass::BackwardPass(const Network& network, std::shared_ptr<const ForwardPlan> plan,
                           std::vector<QuantityId> seen, std::vector<Clamp> clamps)
    : plan_(std::make_shared<BackwardPlan>(std::move(plan), std::move(seen))),
      clamps_(std::move(clamps)) {
    for (const BackwardProduct& product : plan_->products())
        matrices_.emplace_back(plan_->forward().size(product.vector), product.source_rows);
    set_weights(network);
}

void BackwardPass::set_weights(const Network& network) {
    for (std::size_t m = 0; m < matrices_.size(); ++m) {
        int column = 0;
        for (const ParameterId p : plan_->products()[m].parameters) {
            const Matrix& matrix = *network.parameters[static_cast<std::size_t>(p)];
            matrices_[m].set_transposed(column, matrix);
            column += pad(static_cast<int>(matrix.rows()));
        }
    }
    pack_constants(network, plan_->forward(), constants_);
}

void BackwardPass::run(const Trace& trace, Gradients& gradients, bool inputs_too) const {
    const int steps = trace.steps();
    std::vector<ClampedGradient> clamped;
    if (!clamps_.empty())
        clamped.reserve(clamps_.size() * static_cast<std::size_t>(trace.sizes().hidden));
    for (int t = steps; t >= 1; --t) {
        const bool any_clamp = std::any_of(clamps_.begin(), clamps_.end(),
                                           [t](const Clamp& clamp) { return clamp.covers(t); });
        step({gradients.column(t), trace.column(t), constants_.data(), t,
              any_clamp ? &clamped : nullptr});
    }
    if (steps > 0 && inputs_too) {
        double* const first = gradients.column(1);
        for (const int p : plan_->behind()) {
            const BackwardProduct& product = plan_->products()[static_cast<std::size_t>(p)];
            matrices_[static_cast<std::size_t>(p)].multiply(
                first + product.source, first + product.destination, steps, gradients.stride());
        }
    }
    sum_matrices(trace, gradients);
    sum_vectors(trace, gradients);
}

void BackwardPass::step(const StepContext& now) const {
    for (const BackwardBlock& block : plan_->each_step()) {
        if (block.product != none) {
            const auto p = static_cast<std::size_t>(block.product);
            const BackwardProduct& product = plan_->products()[p];
            matrices_[p].multiply(now.gradients + product.source,
                                  now.gradients + product.destination, 1, 0);
        } else if (block.rows <= simd_width) {
            // As in the forward pass: units that fit one group stay in their register.
            run_group<simd_width>(block, now);
        } else {
            run_groups(block, now);
        }
    }
    if (now.clamped == nullptr) return;
    for (const ClampedGradient& each : *now.clamped) *each.where = each.gradient;
    now.clamped->clear();
}

template <int Count>
void BackwardPass::run_group(const BackwardBlock& block, const StepContext& now) const {
    if constexpr (Count > 1)
        if (block.rows < Count) return run_group<Count / 2>(block, now);

    Numbers<Count> last{};
    for (const BackwardInstruction& i : block.instructions) {
        with_rule_of(i, [&](auto rule) {
            const auto reached = i.goes_on ? last : load<Count>(now.gradients + i.gradient);
            const auto term = rule(reached, load<Count>(now.value(i)));
            last = i.adds ? last + term : term;
        });
        store<Count>(now.gradients + i.destination, last);
        if (now.clamped != nullptr && clamp(i, now))
            last = load<Count>(now.gradients + i.destination);
    }
}

void BackwardPass::run_groups(const BackwardBlock& block, const StepContext& now) const {
    for (const BackwardInstruction& i : block.instructions) {
        double* const result = now.gradients + i.destination;
        const double* const gradient = now.gradients + i.gradient;
        const double* const value = now.value(i);
        with_rule_of(i, [&](auto rule) {
            for (int k = 0; k < block.rows; k += simd_width) {
                const auto term = rule(load<simd_width>(gradient + k), load<simd_width>(value + k));
                store<simd_width>(result + k, i.adds ? load<simd_width>(result + k) + term : term);
            }
        });
        if (now.clamped != nullptr) clamp(i, now);
    }
}

/// Keeps the gradients of what is clamped for the end of the step; until then they are zero.
/// Returns whether there are any.
bool BackwardPass::clamp(const BackwardInstruction& made, const StepContext& now) const {
    if (made.complete == none) return false;
    const std::size_t before = now.clamped->size();
    double* const result = now.gradients + made.destination;
    for (int k = 0; k < plan_->forward().size(made.complete); ++k)
        if (clamp_on(clamps_, made.complete, k, now.t) != nullptr)
            now.clamped->push_back({result + k, std::exchange(result[k], 0.0)});
    return now.clamped->size() > before;
}

/// Each matrix as one product over the whole sequence.
void BackwardPass::sum_matrices(const Trace& trace, Gradients& gradients) const {
    for (const BackwardProduct& product : plan_->products()) {
        const QuantityView vectors = trace.matrix(product.vector);
        const VectorOverTime columns{vectors.data(), static_cast<int>(vectors.rows()),
                                     trace.stride()};
        const double* row = gradients.column(1) + product.source;
        for (const ParameterId p : product.parameters) {
            Matrix& sum = gradients.parameters()[static_cast<std::size_t>(p)];
            const int size = static_cast<int>(sum.rows());
            sum_outer_products({row, size, gradients.stride()}, columns, trace.steps(), sum);
            row += pad(size);
        }
    }
}

void BackwardPass::sum_vectors(const Trace& trace, Gradients& gradients) const {
    for (const BackwardSum& term : plan_->sums()) {
        Matrix& sum = gradients.parameters()[static_cast<std::size_t>(term.parameter)];
        const int size = static_cast<int>(sum.rows());
        int k = 0;
        for (; k + simd_width <= size; k += simd_width)
            store<simd_width>(sum.data() + k, sum_group<simd_width>(term, trace, gradients, k));
        for (; k < size; ++k) sum(k, 0) = sum_group<1>(term, trace, gradients, k)[0];
    }
}

}  // namespace lstm
