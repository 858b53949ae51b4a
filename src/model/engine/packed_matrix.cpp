/// The product of a packed matrix with one vector or several.
#include "model/engine/packed_matrix.h"

#include <algorithm>

namespace lstm {

PackedMatrix::PackedMatrix(int rows, int columns) : rows_(rows), columns_(columns) {
    std::size_t offset = 0;
    const int all_groups = round_up(rows, simd_width) / simd_width;
    for (int group = 0; group < all_groups; group += panel_groups) {
        const int groups = std::min(panel_groups, all_groups - group);
        panels_.push_back({group * simd_width, groups, offset});
        offset += static_cast<std::size_t>(groups) * static_cast<std::size_t>(columns);
    }
    data_.assign(offset, Group{});
}

void PackedMatrix::set_rows(int first_row, const Eigen::MatrixXd& block) {
    const int end = first_row + static_cast<int>(block.rows());
    for (int row = first_row; row < end;) {
        const Panel& panel = panels_[static_cast<std::size_t>(row / (panel_groups * simd_width))];
        Group* target = data_.data() + panel.offset + (row - panel.first_row) / simd_width;
        const int within = row % simd_width;
        const int count = std::min(simd_width - within, end - row);
        const double* from = block.data() + (row - first_row);
        for (int c = 0; c < columns_; ++c, from += block.rows(), target += panel.groups)
            if (count == simd_width)
                store<simd_width>(target->values, load<simd_width>(from));
            else
                std::copy_n(from, count, target->values + within);
        row += count;
    }
}

void PackedMatrix::set_transposed(int first_column, const Eigen::MatrixXd& block) {
    for (int row = 0; row < block.cols(); ++row) {
        const Panel& panel = panels_[static_cast<std::size_t>(row / (panel_groups * simd_width))];
        const int within = row - panel.first_row;
        Group* target = data_.data() + panel.offset + within / simd_width +
                        std::ptrdiff_t{first_column} * panel.groups;
        for (int c = 0; c < block.rows(); ++c, target += panel.groups)
            target->values[within % simd_width] = block(c, row);
    }
}

void PackedMatrix::multiply(const double* vectors, double* results, int count,
                            std::ptrdiff_t stride) const {
    constexpr int together = 3;  // each weight read serves three; more would not fit the registers
    int n = 0;
    for (; n + together <= count; n += together)
        multiply_some<together>(vectors + n * stride, results + n * stride, stride);
    for (; n < count; ++n) multiply_some<1>(vectors + n * stride, results + n * stride, stride);
}

template <int Vectors>
void PackedMatrix::multiply_some(const double* vectors, double* results,
                                 std::ptrdiff_t stride) const {
    for (const Panel& panel : panels_) {
        double* const to = results + panel.first_row;
        switch (panel.groups) {
            case 1: multiply_panel<1, Vectors>(panel, vectors, to, stride); break;
            case 2: multiply_panel<2, Vectors>(panel, vectors, to, stride); break;
            case 3: multiply_panel<3, Vectors>(panel, vectors, to, stride); break;
            case 4: multiply_panel<4, Vectors>(panel, vectors, to, stride); break;
            case 5: multiply_panel<5, Vectors>(panel, vectors, to, stride); break;
            case 6: multiply_panel<6, Vectors>(panel, vectors, to, stride); break;
            case 7: multiply_panel<7, Vectors>(panel, vectors, to, stride); break;
            default: multiply_panel<8, Vectors>(panel, vectors, to, stride); break;
        }
    }
}

template <int Groups, int Vectors>
void PackedMatrix::multiply_panel(const Panel& panel, const double* vectors, double* results,
                                  std::ptrdiff_t stride) const {
    // A narrow panel waits for each sum before it can add to it: then every other column goes into
    // a sum of its own, up to four of them.
    constexpr int ways = Groups <= 1 ? 4 : Groups <= 2 ? 2 : 1;
    Numbers<simd_width> partial[ways][Vectors][Groups] = {};
    const Group* weights = data_.data() + panel.offset;
    const auto add = [&](int way, int column) {
        for (int g = 0; g < Groups; ++g) {
            const auto weight = load<simd_width>(weights[g].values);
            for (int n = 0; n < Vectors; ++n)
                partial[way][n][g] += weight * vectors[n * stride + column];
        }
        weights += Groups;
    };
    int column = 0;
    for (; column + ways <= columns_; column += ways)
        for (int way = 0; way < ways; ++way) add(way, column + way);
    for (; column < columns_; ++column) add(0, column);
    for (int n = 0; n < Vectors; ++n)
        for (int g = 0; g < Groups; ++g) {
            auto sum = partial[0][n][g];
            for (int way = 1; way < ways; ++way) sum += partial[way][n][g];
            store<simd_width>(results + n * stride + std::ptrdiff_t{g} * simd_width, sum);
        }
}

}  // namespace lstm
