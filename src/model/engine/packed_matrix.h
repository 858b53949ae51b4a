/// A matrix laid out for one thing: being multiplied by a vector, timestep after timestep.
#pragma once

#include "model/engine/simd.h"

#include <Eigen/Core>

#include <vector>

namespace lstm {

/// Rows are grouped into panels; within a panel the columns lie one behind the other, so that a
/// product reads memory once, in order, and keeps its sums in registers.
///
/// The order in which the products of a result are summed depends on the matrix's shape alone, not
/// on how many vectors are multiplied in one call: a part recomputed equals the whole, bit for bit.
class PackedMatrix {
public:
    PackedMatrix() = default;
    /// A zero matrix. columns ≥ 1, rows ≥ 1.
    PackedMatrix(int rows, int columns);

    [[nodiscard]] int rows() const { return rows_; }
    [[nodiscard]] int columns() const { return columns_; }

    /// Copies `block` to the rows from `first_row` on; it has `columns()` columns.
    void set_rows(int first_row, const Eigen::MatrixXd& block);

    /// Copies `block`, transposed, to the columns from `first_column` on; it has `rows()` columns.
    void set_transposed(int first_column, const Eigen::MatrixXd& block);

    /// For each of `count` vectors: result = matrix × vector. Vector n starts at `vectors + n *
    /// stride` and has `columns()` numbers, its result at `results + n * stride` and has `rows()`;
    /// behind it, up to a multiple of `simd_width`, it writes zeros.
    void multiply(const double* vectors, double* results, int count, std::ptrdiff_t stride) const;

private:
    /// Groups in a panel: as many sums as hide the latency of a multiply-add, and leave a few of
    /// the machine's registers (32 of eight numbers, otherwise 16) for the weights.
    static constexpr int panel_groups = simd_width == 8 ? 8 : 4;

    struct alignas(Numbers<simd_width>) Group {
        double values[simd_width];
    };
    struct Panel {
        int first_row;
        int groups;
        std::size_t offset;  ///< into data_
    };

    template <int Vectors>
    void multiply_some(const double* vectors, double* results, std::ptrdiff_t stride) const;
    template <int Groups, int Vectors>
    void multiply_panel(const Panel& panel, const double* vectors, double* results,
                        std::ptrdiff_t stride) const;

    int rows_ = 0;
    int columns_ = 0;
    std::vector<Panel> panels_;
    std::vector<Group> data_;
};

}  // namespace lstm
