/// Sums over a sequence, which stay in registers for all of it, and sums of squares.
#pragma once

#include "model/engine/kernels.h"
#include "model/engine/kernels/simd.h"

namespace lstm::LSTM_LEVEL {

/// The first `count` numbers of a group. Seldom called, and kept out of the way.
template <class Group>
[[gnu::noinline]] inline void store_first(double* to, Group group, int count) {
    for (int k = 0; k < count; ++k) to[k] = group[k];
}

/// `Groups` groups of `Count` rows from `row` on, and `Columns` columns from `column` on.
template <int Count, int Groups, int Columns>
inline void sum_tile(const VectorOverTime& rows, const VectorOverTime& columns, int steps, int row,
                     int column, double* sum) {
    Numbers<Count> sums[Groups][Columns] = {};
    const double* left = rows.first + row;
    const double* right = columns.first + column;
    for (int t = 0; t < steps; ++t, left += rows.stride, right += columns.stride)
        for_each<Groups>([&](auto g) LSTM_INLINE_LAMBDA {
            const auto group = load<Count>(left + g * Count);
            for_each<Columns>([&](auto c) LSTM_INLINE_LAMBDA { sums[g][c] += group * right[c]; });
        });
    for_each<Groups>([&](auto g) LSTM_INLINE_LAMBDA {
        const int first = row + g * Count;
        for_each<Columns>([&](auto c) LSTM_INLINE_LAMBDA {
            double* const to = sum + (std::ptrdiff_t{column} + c) * rows.size + first;
            if (first + Count <= rows.size)
                store<Count>(to, sums[g][c]);
            else  // what is more than the matrix has is padding
                store_first(to, sums[g][c], rows.size - first);
        });
    });
}

template <int Count, int Groups>
inline void sum_rows(const VectorOverTime& rows, const VectorOverTime& columns, int steps, int row,
                     double* sum) {
    int column = 0;
    // As many sums as there are registers for.
    if constexpr (simd_width == 8 || Groups == 1)
        for (; column + 8 <= columns.size; column += 8)
            sum_tile<Count, Groups, 8>(rows, columns, steps, row, column, sum);
    for (; column + 4 <= columns.size; column += 4)
        sum_tile<Count, Groups, 4>(rows, columns, steps, row, column, sum);
    for (; column < columns.size; ++column)
        sum_tile<Count, Groups, 1>(rows, columns, steps, row, column, sum);
}

/// Groups of `Count` rows, or of less where there are not so many.
template <int Count>
inline void sum_all(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
                    double* sum) {
    if constexpr (Count > 1)
        if (rows.size <= Count / 2) return sum_all<Count / 2>(rows, columns, steps, sum);
    int row = 0;
    // Each number of a column, once read, serves two groups.
    if constexpr (Count == simd_width)
        for (; row + Count < rows.size; row += 2 * Count)
            sum_rows<Count, 2>(rows, columns, steps, row, sum);
    for (; row < rows.size; row += Count) sum_rows<Count, 1>(rows, columns, steps, row, sum);
}

inline void sum_outer_products(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
                               double* sum) {
    sum_all<simd_width>(rows, columns, steps, sum);
}

/// `Count` elements from `k` on.
template <int Count>
inline Numbers<Count> sum_over_time(const VectorOverTime& gradients, const VectorOverTime& values,
                                    int steps, int k) {
    Numbers<Count> sum{};
    const double* gradient = gradients.first + k;
    if (values.first == nullptr) {
        for (int t = 0; t < steps; ++t, gradient += gradients.stride) sum += load<Count>(gradient);
        return sum;
    }
    const double* value = values.first + k;
    for (int t = 0; t < steps; ++t, gradient += gradients.stride, value += values.stride)
        sum += load<Count>(gradient) * load<Count>(value);
    return sum;
}

inline void sum_over_time(const VectorOverTime& gradients, const VectorOverTime& values, int steps,
                          double* sum) {
    int k = 0;
    for (; k + simd_width <= gradients.size; k += simd_width)
        store<simd_width>(sum + k, sum_over_time<simd_width>(gradients, values, steps, k));
    for (; k < gradients.size; ++k) sum[k] = sum_over_time<1>(gradients, values, steps, k)[0];
}

/// Sums in one order for every width of a register: numbers whose index has the same rest by 8 make
/// a sum each, and those are added in pairs, then pairs of pairs.
struct EightSums {
    Units<8> sums{};

    void add(const Units<8>& numbers) { sums = sums + numbers; }
    [[nodiscard]] double total() const {
        double s[8];
        sums.put(s);
        return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
    }
};

/// `count` < 8 numbers, and zeros.
[[nodiscard]] inline Units<8> first_of(const double* from, std::ptrdiff_t count) {
    double all[8] = {};
    for (std::ptrdiff_t k = 0; k < count; ++k) all[k] = from[k];
    return Units<8>::at(all);
}

inline double sum_of_squares(const double* a, std::ptrdiff_t count) {
    EightSums sums;
    std::ptrdiff_t k = 0;
    for (; k + 8 <= count; k += 8) {
        const auto group = Units<8>::at(a + k);
        sums.add(group * group);
    }
    if (k < count) {
        const auto group = first_of(a + k, count - k);
        sums.add(group * group);
    }
    return sums.total();
}

inline double subtract(const double* y, const double* target, double* gradient,
                       std::ptrdiff_t count) {
    for (std::ptrdiff_t k = 0; k < count; ++k) gradient[k] = y[k] - target[k];
    return sum_of_squares(gradient, count);
}

}  // namespace lstm::LSTM_LEVEL
