/// The loops that a pass spends its time in, compiled for each level of the processor's
/// instructions; kernel_choice.h chooses among them when the program runs.
///
/// All kernels give the same bits: every sum has one order whatever the width of the registers, no
/// product is fused with a sum (-ffp-contract=off), and the elements of a register never mix.
///
/// **A trap.** What a kernel's file includes is compiled for a processor that the program may not
/// run on. An inline function of a library, of Eigen or even std::min, may stand in the object file
/// as a copy of its own; the linker keeps one copy of all, and if it keeps the one with AVX-512,
/// the whole program needs AVX-512. So the files under kernels/ include nothing but types, their
/// own functions live in a namespace named after the level, and tests/scripts/kernels looks at the
/// object files.
#pragma once

#include "model/engine/instructions.h"

#include <cstddef>

namespace lstm {

/// One vector a timestep: `size` numbers, those of the next timestep `stride` further on.
struct VectorOverTime {
    const double* first;
    int size;
    std::ptrdiff_t stride;
};

/// A forward pass over some timesteps.
struct ForwardRun {
    const Instruction* instructions;
    const InstructionBlock* blocks;
    int block_count;
    const double* packed;   ///< matrices and parameter vectors
    double* column;         ///< of the first timestep
    std::ptrdiff_t stride;  ///< from one column to the next
    int steps;
};

/// A backward pass over some timesteps, from the last to the first.
struct BackwardRun {
    const BackwardInstruction* instructions;
    const InstructionBlock* blocks;
    int block_count;
    const double* packed;
    double* gradients;  ///< column of the last timestep
    std::ptrdiff_t gradients_stride;
    const double* values;  ///< the trace's column of the last timestep
    std::ptrdiff_t values_stride;
    int steps;
};

/// A packed matrix (packed_matrix.h) and the vectors that it multiplies.
struct Products {
    const double* packed;  ///< the matrix
    int rows;
    int columns;
    const double* vectors;  ///< `columns` numbers each
    double* results;        ///< `rows` numbers each, and zeros up to a multiple of 8
    int count;              ///< how many
    std::ptrdiff_t stride;  ///< from one vector to the next, and from one result to the next
};

/// What a step of Adam is made of (optimizer.h): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²,
/// θ ← θ − rate m / (√(scale v) + ε).
struct AdamStep {
    double beta1, beta2, epsilon;
    double rate;   ///< η / (1 − β₁ᵗ)
    double scale;  ///< 1 / (1 − β₂ᵗ)
};

/// One level's loops.
struct Kernels {
    const char* name;  ///< "v3"

    void (*multiply)(const Products&);
    void (*run_forward)(const ForwardRun&);
    void (*run_backward)(const BackwardRun&);
    /// Σ_t rows_t columns_tᵀ over `steps` timesteps into `sum`, rows.size × columns.size, column by
    /// column. Behind the rows of each timestep there is room up to pad(rows.size).
    void (*sum_outer_products)(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
                               double* sum);
    /// Σ_t gradients_t into `sum`; or Σ_t gradients_t ⊙ values_t, where `values.first` is given.
    void (*sum_over_time)(const VectorOverTime& gradients, const VectorOverTime& values, int steps,
                          double* sum);
    /// Σ a². Numbers whose index has the same rest by 8 make a sum of their own; see
    /// kernels/sums.h.
    double (*sum_of_squares)(const double* a, std::ptrdiff_t count);
    /// gradient = y − target; returns the sum of its squares, as sum_of_squares.
    double (*subtract)(const double* y, const double* target, double* gradient,
                       std::ptrdiff_t count);
    /// One step of Adam on `count` parameters.
    void (*adam)(const AdamStep& step, const double* gradient, double* m, double* v,
                 double* parameters, std::ptrdiff_t count);
    /// Whether none is infinite or NaN.
    bool (*are_finite)(const double* a, std::ptrdiff_t count);
};

}  // namespace lstm
