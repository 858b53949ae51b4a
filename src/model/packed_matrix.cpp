/// The product of a packed matrix with one vector or several.
#include "model/packed_matrix.h"

#include <algorithm>

namespace lstm {

PackedMatrix::PackedMatrix(int rows, int columns) : rows_(rows), columns_(columns) {
    std::size_t offset = 0;
    const int all_groups = whole(rows, widest) / widest;
    for (int group = 0; group < all_groups; group += panel_groups) {
        const int groups = std::min(panel_groups, all_groups - group);
        panels_.push_back({group * widest, groups, offset});
        offset += static_cast<std::size_t>(groups) * static_cast<std::size_t>(columns);
    }
    data_.assign(offset, Group{});
}

void PackedMatrix::set_rows(int first_row, const Eigen::MatrixXd& block) {
    for (int r = 0; r < block.rows(); ++r) {
        const int row = first_row + r;
        const Panel& panel = panels_[static_cast<std::size_t>(row / (panel_groups * widest))];
        const int within = row - panel.first_row;
        Group* target = data_.data() + panel.offset + within / widest;
        for (int column = 0; column < columns_; ++column)
            target[static_cast<std::ptrdiff_t>(column) * panel.groups].values[within % widest] =
                block(r, column);
    }
}

void PackedMatrix::multiply(const double* vectors, double* results, int count,
                            std::ptrdiff_t stride) const {
    for (const Panel& panel : panels_) {
        double* const to = results + panel.first_row;
        switch (panel.groups) {
            case 1: multiply_all<1>(panel, vectors, to, count, stride); break;
            case 2: multiply_all<2>(panel, vectors, to, count, stride); break;
            case 3: multiply_all<3>(panel, vectors, to, count, stride); break;
            case 4: multiply_all<4>(panel, vectors, to, count, stride); break;
            case 5: multiply_all<5>(panel, vectors, to, count, stride); break;
            case 6: multiply_all<6>(panel, vectors, to, count, stride); break;
            case 7: multiply_all<7>(panel, vectors, to, count, stride); break;
            default: multiply_all<8>(panel, vectors, to, count, stride); break;
        }
    }
}

template <int Groups>
void PackedMatrix::multiply_all(const Panel& panel, const double* vectors, double* results,
                                int count, std::ptrdiff_t stride) const {
    constexpr int together = 3;  // each weight read serves three; more would not fit the registers
    int n = 0;
    for (; n + together <= count; n += together)
        multiply_panel<Groups, together>(panel, vectors + n * stride, results + n * stride, stride);
    for (; n < count; ++n)
        multiply_panel<Groups, 1>(panel, vectors + n * stride, results + n * stride, stride);
}

template <int Groups, int Vectors>
void PackedMatrix::multiply_panel(const Panel& panel, const double* vectors, double* results,
                                  std::ptrdiff_t stride) const {
    // A sum waits for its last addition, so in a panel with few groups two sums side by side share
    // a row: one adds the even columns, one the odd. Several vectors would keep a machine busy
    // without that, but must give the same bits.
    constexpr int sums_a_row = Groups <= 4 ? 2 : 1;
    Numbers<widest> sums[sums_a_row][Vectors][Groups] = {};
    const Group* weights = data_.data() + panel.offset;
    const auto add_column = [&](int column, int sum) {
        for (int g = 0; g < Groups; ++g) {
            const auto weight = load<widest>(weights[g].values);
            for (int n = 0; n < Vectors; ++n)
                sums[sum][n][g] += weight * vectors[n * stride + column];
        }
        weights += Groups;
    };
    int column = 0;
    for (; column + sums_a_row <= columns_; column += sums_a_row)
        for (int sum = 0; sum < sums_a_row; ++sum) add_column(column + sum, sum);
    for (; column < columns_; ++column) add_column(column, 0);

    for (int n = 0; n < Vectors; ++n) {
        for (int g = 0; g < Groups; ++g) {
            if constexpr (sums_a_row == 2) sums[0][n][g] += sums[1][n][g];
            store<widest>(results + n * stride + g * widest, sums[0][n][g]);
        }
    }
}

}  // namespace lstm
