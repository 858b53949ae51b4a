/// Carrying out a forward plan's instructions, timestep after timestep.
#pragma once

#include "model/engine/kernels.h"
#include "model/engine/kernels/activations.h"
#include "model/engine/kernels/multiply.h"

namespace lstm::LSTM_LEVEL {

/// Calls `use` with the function of a rule; the function takes what gives it source 0, 1, 2, 3.
template <class Use>
LSTM_INLINE void with_function_of(Instruction::Rule rule, Use use) {
    using Rule = Instruction::Rule;
    switch (rule) {
        case Rule::product: return;  // not elementwise
        case Rule::sum_of_two: return use([](auto s) { return s(0) + s(1); });
        case Rule::sum_of_three: return use([](auto s) { return s(0) + s(1) + s(2); });
        case Rule::sum_of_four: return use([](auto s) { return s(0) + s(1) + s(2) + s(3); });
        case Rule::multiply: return use([](auto s) { return s(0) * s(1); });
        case Rule::one_minus:
            return use([](auto s) { return s(0).with([](auto a) { return 1.0 - a; }); });
        case Rule::sigmoid:
            return use([](auto s) { return s(0).with([](auto z) { return sigmoid(z); }); });
        case Rule::tanh:
            return use([](auto s) { return s(0).with([](auto z) { return tanh(z); }); });
        case Rule::relu:
            return use([](auto s) { return s(0).with([](auto z) { return relu(z); }); });
        case Rule::identity: return use([](auto s) { return s(0); });
        case Rule::hard_sigmoid:
            return use([](auto s) {
                return s(0).with([](auto z) { return cut_to_share(0.2 * z + 0.5); });
            });
        case Rule::hard_sigmoid_6:
            return use([](auto s) {
                return s(0).with([](auto z) { return cut_to_share(z / 6.0 + 0.5); });
            });
        case Rule::softsign:
            return use([](auto s) { return s(0).with([](auto z) { return softsign(z); }); });
        case Rule::unit_step:
            return use([](auto s) { return s(0).with([](auto z) { return unit_step(z); }); });
    }
}

/// Units that fit one line of the cache are quickest through a timestep if each result stays in
/// its register for the next equation.
template <int Count>
inline void run_units(const Instruction* instruction, const Instruction* end, double* column,
                      const double* previous, const double* packed) {
    using Place = Instruction::Source::Place;
    const double* const places[] = {column, previous, packed};  // in the order of Place
    Units<Count> last{};
    for (; instruction != end; ++instruction) {
        const auto source = [&](int n) {
            const Instruction::Source& from = instruction->sources[n];
            return from.place == Place::last
                       ? last
                       : Units<Count>::at(places[static_cast<int>(from.place)] + from.row);
        };
        with_function_of(instruction->rule, [&](auto function) { last = function(source); });
        last.put(column + instruction->destination);
    }
}

/// More units are quicker equation by equation: they do not wait for one another.
inline void run_rows(const Instruction* instruction, const Instruction* end, int rows,
                     double* column, const double* previous, const double* packed) {
    // In the order of Place; what was made last is read where it was written.
    const double* const places[] = {column, previous, packed, column};
    for (; instruction != end; ++instruction) {
        const double* from[4];
        for (int n = 0; n < 4; ++n) {
            const auto [place, row] = instruction->sources[n];
            from[n] = places[static_cast<int>(place)] + row;
        }
        double* const to = column + instruction->destination;
        with_function_of(instruction->rule, [&](auto function) {
            for (int k = 0; k < rows; k += simd_width)
                function([&](int n) { return Units<simd_width>::at(from[n] + k); }).put(to + k);
        });
    }
}

inline void run_block(const ForwardRun& run, const InstructionBlock& block, double* column) {
    const Instruction* const first = run.instructions + block.first;
    const Instruction* const end = first + block.count;
    const double* const previous = column - run.stride;
    if (block.is_product) {
        for (const Instruction* i = first; i != end; ++i) {
            const bool of_previous = i->sources[0].place == Instruction::Source::Place::previous;
            multiply({run.packed + i->first, i->rows, i->columns,
                      (of_previous ? previous : column) + i->sources[0].row,
                      column + i->destination, 1, 0});
        }
        return;
    }
    switch (block.rows) {
        case 1: return run_units<1>(first, end, column, previous, run.packed);
        case 2: return run_units<2>(first, end, column, previous, run.packed);
        case 4: return run_units<4>(first, end, column, previous, run.packed);
        case 8: return run_units<8>(first, end, column, previous, run.packed);
        default: return run_rows(first, end, block.rows, column, previous, run.packed);
    }
}

inline void run_forward(const ForwardRun& run) {
    double* column = run.column;
    for (int t = 0; t < run.steps; ++t, column += run.stride)
        for (int b = 0; b < run.block_count; ++b) run_block(run, run.blocks[b], column);
}

}  // namespace lstm::LSTM_LEVEL
