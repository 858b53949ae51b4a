/// Running a plan's instructions from the last timestep to the first; where gates are clamped, one
/// instruction at a time.
#include "model/engine/backward.h"

#include "model/engine/forward.h"
#include "model/engine/kernel_choice.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

/// A gradient that is put aside until the end of its timestep.
struct ClampedGradient {
    double* where;
    double gradient;
};

bool any_covers(const std::vector<Clamp>& clamps, int t) {
    return std::any_of(clamps.begin(), clamps.end(),
                       [t](const Clamp& clamp) { return clamp.covers(t); });
}

}  // namespace

/// A timestep at which gates are clamped.
struct BackwardPass::StepContext {
    double* gradients;  ///< its column
    const double* values;
    int t;
    std::vector<ClampedGradient>* clamped;
};

BackwardPass::BackwardPass(const Network& network, std::shared_ptr<const ForwardPlan> plan,
                           std::vector<QuantityId> seen, std::vector<Clamp> clamps)
    : plan_(std::make_shared<BackwardPlan>(std::move(plan), std::move(seen))),
      packed_(static_cast<std::size_t>(plan_->packed_size())),
      clamps_(std::move(clamps)) {
    set_weights(network);
}

void BackwardPass::set_weights(const Network& network) {
    for (const BackwardProduct& product : plan_->products()) {
        int column = 0;
        for (const ParameterId p : product.parameters) {
            const Matrix& matrix = *network.parameters[static_cast<std::size_t>(p)];
            product.packed.set_transposed(packed_.data(), column, matrix);
            column += pad(static_cast<int>(matrix.rows()));
        }
    }
    pack_vectors(network, plan_->forward(), packed_.data());
}

void BackwardPass::run(const Trace& trace, Gradients& gradients, bool inputs_too) const {
    run_steps(trace, gradients);
    if (trace.steps() > 0 && inputs_too) {
        double* const first = gradients.column(1);
        for (const int p : plan_->behind()) {
            const BackwardProduct& product = plan_->products()[static_cast<std::size_t>(p)];
            kernels().multiply({packed_.data() + product.packed.first, product.packed.rows,
                                product.packed.columns, first + product.source,
                                first + product.destination, trace.steps(), gradients.stride()});
        }
    }
    sum_matrices(trace, gradients);
    sum_vectors(trace, gradients);
}

void BackwardPass::run_steps(const Trace& trace, Gradients& gradients) const {
    std::vector<ClampedGradient> clamped;
    if (!clamps_.empty())
        clamped.reserve(clamps_.size() * static_cast<std::size_t>(trace.sizes().hidden));
    const std::vector<InstructionBlock>& blocks = plan_->each_step();
    for (int t = trace.steps(); t >= 1;) {
        int next = t;  // the last step that is clamped
        while (next >= 1 && !any_covers(clamps_, next)) --next;
        if (next < t)
            kernels().run_backward({plan_->instructions().data(), blocks.data(),
                                    static_cast<int>(blocks.size()), packed_.data(),
                                    gradients.column(t), gradients.stride(), trace.column(t),
                                    trace.stride(), t - next});
        if (next >= 1) run_clamped({gradients.column(next), trace.column(next), next, &clamped});
        t = next - 1;
    }
}

void BackwardPass::run_clamped(const StepContext& now) const {
    for (const InstructionBlock& block : plan_->each_step()) {
        for (BackwardInstruction i : plan_->of(block)) {
            i.goes_on = false;  // that stands where it was written
            const InstructionBlock alone{0, 1, block.rows, block.is_product};
            kernels().run_backward(
                {&i, &alone, 1, packed_.data(), now.gradients, 0, now.values, 0, 1});
            if (i.complete != none) clamp(i, now);
        }
    }
    for (const ClampedGradient& each : *now.clamped) *each.where = each.gradient;
    now.clamped->clear();
}

/// Keeps the gradients of what is clamped for the end of the step; until then they are zero.
void BackwardPass::clamp(const BackwardInstruction& made, const StepContext& now) const {
    double* const result = now.gradients + made.destination;
    for (int k = 0; k < plan_->forward().size(made.complete); ++k)
        if (clamp_on(clamps_, made.complete, k, now.t) != nullptr)
            now.clamped->push_back({result + k, std::exchange(result[k], 0.0)});
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
            kernels().sum_outer_products({row, size, gradients.stride()}, columns, trace.steps(),
                                         sum.data());
            row += pad(size);
        }
    }
}

void BackwardPass::sum_vectors(const Trace& trace, Gradients& gradients) const {
    for (const BackwardSum& term : plan_->sums()) {
        Matrix& sum = gradients.parameters()[static_cast<std::size_t>(term.parameter)];
        const int size = static_cast<int>(sum.rows());
        const double* values = term.value ? trace.column(1) + *term.value : nullptr;
        kernels().sum_over_time({gradients.column(1) + term.gradient, size, gradients.stride()},
                                {values, size, trace.stride()}, trace.steps(), sum.data());
    }
}

}  // namespace lstm
