/// Products of a packed matrix against Eigen's, with each of the kernels.
#include "model/engine/packed_matrix.h"

#include "model/engine/aligned.h"
#include "support/every_kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace lstm {
namespace {

using Matrix = Eigen::MatrixXd;

constexpr int guard = 16;  ///< rows behind each result, to see what is written there

/// A matrix with the numbers that it is packed into.
struct Packed {
    PackedMatrix shape;
    AlignedNumbers numbers;

    Packed(int rows, int columns)
        : shape{rows, columns, 0}, numbers(static_cast<std::size_t>(shape.size())) {}
    void set_rows(int first_row, const Matrix& block) {
        shape.set_rows(numbers.data(), first_row, block);
    }
};

/// `count` products, each result in a column of its own, with `guard` rows behind it.
Matrix products(const Packed& packed, const Matrix& vectors) {
    const auto [rows, columns, first] = packed.shape;
    const auto stride = std::max<Eigen::Index>(vectors.rows(), rows + guard);
    Matrix from = Matrix::Zero(stride, vectors.cols());
    from.topRows(vectors.rows()) = vectors;
    Matrix to = Matrix::Constant(stride, vectors.cols(), 1e9);
    kernels().multiply({packed.numbers.data(), rows, columns, from.data(), to.data(),
                        static_cast<int>(vectors.cols()), stride});
    return to;
}

Packed pack(const Matrix& matrix) {
    Packed packed(static_cast<int>(matrix.rows()), static_cast<int>(matrix.cols()));
    packed.set_rows(0, matrix);
    return packed;
}

TEST(PackedMatrix, MultipliesAsEigenDoesAtEveryShape) {
    std::srand(1);
    // Each of up to 33 products and sums of numbers up to 1 errs by at most 2^−53 of what has been
    // added up, 33 at most.
    const double tolerance = 33 * 33 * 0x1p-52;
    for (int rows = 1; rows <= 150; rows += rows < 70 ? 1 : 13) {
        for (const int columns : {1, 2, 3, 4, 5, 16, 33}) {
            const Matrix matrix = Matrix::Random(rows, columns);
            const Matrix vectors = Matrix::Random(columns, 5);
            with_each_kernel([&](const Kernels& kernels) {
                const Matrix results = products(pack(matrix), vectors);
                ASSERT_LE((results.topRows(rows) - matrix * vectors).cwiseAbs().maxCoeff(),
                          tolerance)
                    << kernels.name << ", " << rows << " × " << columns;
            });
        }
    }
}

TEST(PackedMatrix, WritesNothingBehindItsLastEightRows) {
    for (int rows = 1; rows <= 40; ++rows) {
        const Packed packed = pack(Matrix::Random(rows, 3));
        with_each_kernel([&](const Kernels& kernels) {
            const Matrix results = products(packed, Matrix::Random(3, 4));
            const int end = round_up(rows, cache_line);
            EXPECT_TRUE((results.middleRows(rows, end - rows).array() == 0.0).all())
                << kernels.name << ", " << rows;
            EXPECT_TRUE((results.middleRows(end, rows + guard - end).array() == 1e9).all())
                << kernels.name << ", " << rows;
        });
    }
}

TEST(PackedMatrix, GivesTheSameBitsWithAnyKernelHoweverManyVectorsThereAre) {
    for (const int rows : {1, 4, 12, 31, 64, 100, 130}) {
        for (const int columns : {1, 2, 7, 20}) {
            const Packed packed = pack(Matrix::Random(rows, columns));
            const Matrix vectors = Matrix::Random(columns, 11);
            const Matrix expected = products(packed, vectors);
            with_each_kernel([&](const Kernels& kernels) {
                EXPECT_EQ(products(packed, vectors), expected) << kernels.name;
                for (int n = 0; n < vectors.cols(); ++n)
                    EXPECT_EQ(products(packed, vectors.col(n)), expected.col(n))
                        << kernels.name << ", " << rows << " × " << columns;
            });
        }
    }
}

/// a² − a², where one of the two is rounded before: 0, unless the other is not rounded at all. The
/// zeros between let both go into the same sum, whatever the matrix's shape.
TEST(PackedMatrix, RoundsEveryProductBeforeItIsAdded) {
    const double a = 1 + 0x1p-30;
    for (int rows = 1; rows <= 130; ++rows) {
        Matrix matrix = Matrix::Zero(rows, 5);
        matrix.col(0).setConstant(-(a * a));
        matrix.col(4).setConstant(a);
        Matrix vector = Matrix::Zero(5, 1);
        vector << 1, 0, 0, 0, a;
        with_each_kernel([&](const Kernels& kernels) {
            EXPECT_EQ(products(pack(matrix), vector).topRows(rows), Matrix::Zero(rows, 1))
                << kernels.name << ", " << rows;
        });
    }
}

TEST(PackedMatrix, StacksBlocks) {
    const Matrix top = Matrix::Random(5, 4), bottom = Matrix::Random(7, 4);
    Packed packed(14, 4);
    packed.set_rows(0, top);
    packed.set_rows(7, bottom);  // rows 5 and 6 stay zero
    Matrix stacked = Matrix::Zero(14, 4);
    stacked.topRows(5) = top;
    stacked.bottomRows(7) = bottom;
    const Matrix vectors = Matrix::Random(4, 3);
    EXPECT_EQ(products(packed, vectors).topRows(14), products(pack(stacked), vectors).topRows(14));
}

TEST(PackedMatrix, KeepsOverflowInItsRow) {
    const double infinity = std::numeric_limits<double>::infinity();
    Matrix matrix = Matrix::Ones(20, 3);
    matrix(7, 1) = 1e308;
    matrix(9, 2) = infinity;
    Matrix vector(3, 1);
    vector << 1.0, 10.0, 0.0;
    const Matrix results = products(pack(matrix), vector);
    for (int row = 0; row < 20; ++row) {
        if (row == 7)
            EXPECT_EQ(results(row), infinity);
        else if (row == 9)
            EXPECT_TRUE(std::isnan(results(row)));  // ∞ × 0
        else
            EXPECT_EQ(results(row), 11.0);
    }
}

}  // namespace
}  // namespace lstm
