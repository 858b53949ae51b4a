/// Carrying out a backward plan's instructions, from the last timestep to the first.
#pragma once

#include "model/engine/kernels.h"
#include "model/engine/kernels/activations.h"
#include "model/engine/kernels/multiply.h"

namespace lstm::LSTM_LEVEL {

/// One timestep of a backward pass.
struct BackwardColumn {
    double* gradients;
    const double* values;
    const double* packed;

    /// What the rule of `i` needs beside the gradient.
    [[nodiscard]] const double* value(const BackwardInstruction& i) const {
        return (i.rule == BackwardInstruction::Rule::weigh ? packed : values) + i.value;
    }
};

/// `gradient` where 0 < r < 1, else 0.
template <class Group>
[[nodiscard]] inline Group inside(Group r, Group gradient) {
    const Group above = r > 0.0 ? gradient : Group{};
    return r < 1.0 ? above : Group{};
}

/// Calls `use` with what a rule makes of a gradient and of what gives it the value.
template <class Use>
LSTM_INLINE void with_term_of(BackwardInstruction::Rule rule, Use use) {
    using Rule = BackwardInstruction::Rule;
    switch (rule) {
        case Rule::product: return;  // not elementwise
        case Rule::copy: return use([](auto reached, auto) { return reached; });
        case Rule::negate:
            return use([](auto reached, auto) { return reached.with([](auto r) { return -r; }); });
        case Rule::times:
        case Rule::weigh: return use([](auto reached, auto value) { return reached * value(); });
        case Rule::logistic:
            return use([](auto reached, auto value) {
                return reached * value().with([](auto r) { return r * (1.0 - r); });
            });
        case Rule::one_less_square:
            return use([](auto reached, auto value) {
                return reached * value().with([](auto r) { return 1.0 - r * r; });
            });
        case Rule::where_positive:
            return use([](auto reached, auto value) {
                return reached.with([](auto g, auto r) { return r > 0.0 ? g : decltype(g){}; }, value());
            });
        case Rule::fifth_inside:
            return use([](auto reached, auto value) {
                return reached.with([](auto g, auto r) { return inside(r, g * 0.2); }, value());
            });
        case Rule::sixth_inside:
            return use([](auto reached, auto value) {
                return reached.with([](auto g, auto r) { return inside(r, g / 6.0); }, value());
            });
        case Rule::squared_rest:
            return use([](auto reached, auto value) {
                return reached * value().with([](auto r) {
                    const auto rest = 1.0 - size_of(r);
                    return rest * rest;
                });
            });
        case Rule::zero:
            return use([](auto reached, auto) {
                return reached.with([](auto g) { return decltype(g){}; });
            });
    }
}

/// As in the forward pass: units that fit one line of the cache stay in their registers.
template <int Count>
inline void run_units(const BackwardInstruction* i, const BackwardInstruction* end,
                      const BackwardColumn& now) {
    using Group = Units<Count>;
    // A step that is taken instruction by instruction begins in the middle of a sum.
    Group last = i->adds ? Group::at(now.gradients + i->destination) : Group{};
    for (; i != end; ++i) {
        with_term_of(i->rule, [&](auto term_of) {
            const Group reached = i->goes_on ? last : Group::at(now.gradients + i->gradient);
            const Group term = term_of(reached, [&] { return Group::at(now.value(*i)); });
            last = i->adds ? last + term : term;
        });
        last.put(now.gradients + i->destination);
    }
}

inline void run_rows(const BackwardInstruction* i, const BackwardInstruction* end, int rows,
                     const BackwardColumn& now) {
    using Group = Units<simd_width>;
    for (; i != end; ++i) {
        double* const result = now.gradients + i->destination;
        const double* const gradient = now.gradients + i->gradient;
        const double* const value = now.value(*i);
        with_term_of(i->rule, [&](auto term_of) {
            for (int k = 0; k < rows; k += simd_width) {
                const Group term =
                    term_of(Group::at(gradient + k), [&] { return Group::at(value + k); });
                (i->adds ? Group::at(result + k) + term : term).put(result + k);
            }
        });
    }
}

inline void run_block(const BackwardRun& run, const InstructionBlock& block,
                      const BackwardColumn& now) {
    const BackwardInstruction* const first = run.instructions + block.first;
    const BackwardInstruction* const end = first + block.count;
    if (block.is_product)
        return multiply({now.packed + first->value, first->rows, first->columns,
                         now.gradients + first->gradient, now.gradients + first->destination, 1,
                         0});
    switch (block.rows) {
        case 1: return run_units<1>(first, end, now);
        case 2: return run_units<2>(first, end, now);
        case 4: return run_units<4>(first, end, now);
        case 8: return run_units<8>(first, end, now);
        default: return run_rows(first, end, block.rows, now);
    }
}

inline void run_backward(const BackwardRun& run) {
    BackwardColumn now{run.gradients, run.values, run.packed};
    for (int t = 0; t < run.steps; ++t) {
        for (int b = 0; b < run.block_count; ++b) run_block(run, run.blocks[b], now);
        now.gradients -= run.gradients_stride;
        now.values -= run.values_stride;
    }
}

}  // namespace lstm::LSTM_LEVEL
