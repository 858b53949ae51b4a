/// The product of a packed matrix with one vector or several.
#pragma once

#include "model/engine/kernels.h"
#include "model/engine/kernels/simd.h"

namespace lstm::LSTM_LEVEL {

/// The order of the sum that is one number of a product: column c goes into the sum c mod 4, and
/// then (0 + 1) + (2 + 3). Four, because one addition takes as long as four take in a row.
inline constexpr int ways = 4;

/// `Groups` groups of rows, `Vectors` vectors. `weights`: of the first row.
template <int Groups, int Vectors>
inline void multiply_groups(const Products& all, const double* weights, const double* vectors,
                            double* results) {
    Numbers<simd_width> sums[ways][Vectors][Groups] = {};
    const double* group[Groups];
    for_each<Groups>([&](auto g) LSTM_INLINE_LAMBDA {
        constexpr int row = g * simd_width;
        group[g] = weights + std::ptrdiff_t{row / cache_line} * cache_line * all.columns +
                   row % cache_line;
    });
    const auto add = [&](auto way, int column) LSTM_INLINE_LAMBDA {
        for_each<Groups>([&](auto g) LSTM_INLINE_LAMBDA {
            const auto weight = load<simd_width>(group[g] + std::ptrdiff_t{column} * cache_line);
            for_each<Vectors>([&](auto n) LSTM_INLINE_LAMBDA {
                sums[way][n][g] += weight * vectors[n * all.stride + column];
            });
        });
    };
    int column = 0;
    for (; column + ways <= all.columns; column += ways)
        for_each<ways>([&](auto way) LSTM_INLINE_LAMBDA { add(way, column + way); });
    for_each<ways - 1>([&](auto way) LSTM_INLINE_LAMBDA {
        if (column + way < all.columns) add(way, column + way);
    });
    // Where there is one column, the other sums are +0, which changes no sum but −0.
    const bool one_sum = all.columns == 1;
    for_each<Vectors>([&](auto n) LSTM_INLINE_LAMBDA {
        for_each<Groups>([&](auto g) LSTM_INLINE_LAMBDA {
            store<simd_width>(
                results + n * all.stride + std::ptrdiff_t{g} * simd_width,
                one_sum ? sums[0][n][g]
                        : (sums[0][n][g] + sums[1][n][g]) + (sums[2][n][g] + sums[3][n][g]));
        });
    });
}

/// All rows, `Most` groups at once while there are so many.
template <int Most, int Vectors>
inline void multiply_rows(const Products& all, const double* vectors, double* results) {
    const int groups = (all.rows + cache_line - 1) / cache_line * (cache_line / simd_width);
    const auto weights = [&](int group) {
        const std::ptrdiff_t row = std::ptrdiff_t{group} * simd_width;
        return all.packed + row / cache_line * cache_line * all.columns + row % cache_line;
    };
    int g = 0;
    for (; g + Most <= groups; g += Most)
        multiply_groups<Most, Vectors>(all, weights(g), vectors,
                                       results + std::ptrdiff_t{g} * simd_width);
    if constexpr (Most > 2)
        for (; g + 2 <= groups; g += 2)
            multiply_groups<2, Vectors>(all, weights(g), vectors,
                                        results + std::ptrdiff_t{g} * simd_width);
    if constexpr (Most > 1)
        for (; g < groups; ++g)
            multiply_groups<1, Vectors>(all, weights(g), vectors,
                                        results + std::ptrdiff_t{g} * simd_width);
}

// As many sums as there are registers for, beside the weights: 32 of eight numbers, otherwise 16.
inline constexpr int groups_of_one_vector = simd_width == 8 ? 4 : 2;
inline constexpr int groups_of_three_vectors = simd_width == 8 ? 2 : 1;

/// results = matrix × vectors.
inline void multiply(const Products& all) {
    int n = 0;
    for (; n + 3 <= all.count; n += 3)  // each weight read serves three
        multiply_rows<groups_of_three_vectors, 3>(all, all.vectors + n * all.stride,
                                                  all.results + n * all.stride);
    for (; n < all.count; ++n)
        multiply_rows<groups_of_one_vector, 1>(all, all.vectors + n * all.stride,
                                               all.results + n * all.stride);
}

}  // namespace lstm::LSTM_LEVEL
