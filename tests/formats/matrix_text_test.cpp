/// Matrices as people copy them, read and written.
#include "formats/matrix/matrix_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;

const Matrix two_by_two{{1, 2}, {3, 4}};
const Matrix two_by_three{{0.5, -1.25, 2}, {1e-7, 0, -300}};

std::string refusal(std::string_view text) {
    try {
        (void)read_matrix(text);
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

TEST(MatrixText, IsReadAsNumPyHasIt) {
    EXPECT_EQ(read_matrix("np.array([[1, 2], [3, 4]])"), two_by_two);
    EXPECT_EQ(
        read_matrix("W_f = numpy.array([[1., 2.],\n                   [3., 4.]], dtype=float32)"),
        two_by_two);
    EXPECT_EQ(read_matrix("array([[ 5.00e-01, -1.25e+00,  2.00e+00],\n"
                          "       [ 1.00e-07,  0.00e+00, -3.00e+02]])"),
              two_by_three);
    EXPECT_EQ(read_matrix("[[ 0.5  -1.25  2. ]\n [ 1e-07  0. -300. ]]"), two_by_three);
    EXPECT_EQ(read_matrix("tensor([[1., 2.],\n        [3., 4.]], requires_grad=True)"), two_by_two);
    EXPECT_EQ(read_matrix("np.array([1, 2, 3])"), (Matrix{{1, 2, 3}}));
}

TEST(MatrixText, IsReadAsMatlabHasIt) {
    EXPECT_EQ(read_matrix("[1 2; 3 4]"), two_by_two);
    EXPECT_EQ(read_matrix("W = [1, 2; 3, 4];"), two_by_two);
    EXPECT_EQ(read_matrix("[1 2\n 3 4]"), two_by_two);
    EXPECT_EQ(read_matrix("[1 ...\n 2;\n 3 4\n]"), two_by_two);
    EXPECT_EQ(read_matrix("[1; 2]"), (Matrix{{1}, {2}}));
}

TEST(MatrixText, IsReadAsPythonAndSpreadsheetsHaveIt) {
    EXPECT_EQ(read_matrix("[[1, 2], [3, 4]]"), two_by_two);
    EXPECT_EQ(read_matrix("weights: [[1, 2],\n [3, 4],\n]"), two_by_two);
    EXPECT_EQ(read_matrix("1\t2\n3\t4\n"), two_by_two);
    EXPECT_EQ(read_matrix("1,2\r\n3,4\r\n"), two_by_two);
    EXPECT_EQ(read_matrix("1, 2\n3, 4"), two_by_two);
    EXPECT_EQ(read_matrix("1 2\n\n3 4"), two_by_two);
    EXPECT_EQ(read_matrix("1 2; 3 4"), two_by_two);
    EXPECT_EQ(read_matrix("0,5\t-1,25\t2\n1e-7\t0\t-300"), two_by_three) << "decimal commas";
    EXPECT_EQ(read_matrix("0,5;-1,25;2\n0,0000001;0;-300"), two_by_three);
    EXPECT_EQ(read_matrix("\u22121.5"), (Matrix{{-1.5}})) << "a proper minus sign";
    EXPECT_EQ(read_matrix("+.5 5."), (Matrix{{0.5, 5}}));
}

TEST(MatrixText, IsReadAsPapersHaveIt) {
    EXPECT_EQ(read_matrix("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"), two_by_two);
    EXPECT_EQ(read_matrix("W_f = \\begin{bmatrix}\n1 & 2 \\\\\n3 & 4 \\\\\n\\end{bmatrix}"),
              two_by_two);
    EXPECT_EQ(read_matrix("$\\begin{array}{cc} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}$"),
              two_by_two);
}

TEST(MatrixText, IsRefusedWithThePlace) {
    EXPECT_EQ(refusal("[[1, 2], [3, x]]"),
              "matrix: line 1, column 14: expected a number, found \"x]]\"");
    EXPECT_THAT(refusal("1 2\n3 4 5"), HasSubstr("line 2, column 6: expected rows of 2 numbers "
                                                 "each, and row 2 has 3, found the end"));
    EXPECT_THAT(refusal("1 2\n3 four"), HasSubstr("line 2, column 3: expected a number"));
    EXPECT_THAT(refusal(""), HasSubstr("expected numbers, found the end"));
    EXPECT_THAT(refusal("[]"), HasSubstr("expected numbers"));
    EXPECT_THAT(refusal("[[1, 2], [3, 4]"), HasSubstr("expected \"[\", found the end"));
    EXPECT_THAT(refusal("[[[1]]]"), HasSubstr("nothing deeper"));
    EXPECT_THAT(refusal("[1 nan]"), HasSubstr("line 1, column 4: expected a number"));
    EXPECT_THAT(refusal("1e999"), HasSubstr("expected a number, found \"1e999\""));
    EXPECT_THAT(refusal("[[1, ..., 2]]"), HasSubstr("expected a number, found \"...,\""));
    EXPECT_THAT(refusal("[1 2; 3 4]'"), HasSubstr("nothing behind the matrix"));
    EXPECT_THAT(refusal("[[1]] + [[2]]"), HasSubstr("nothing behind the matrix"));
    EXPECT_THAT(refusal("\\begin{pmatrix} 1 & 2 \\\\ 3"), HasSubstr("expected a number"));
    EXPECT_THAT(refusal("hello"), HasSubstr("line 1, column 1: expected a number"));
}

TEST(MatrixText, ThatIsWrittenReadsBackToTheLastBit) {
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    for (int n = 0; n < 60; ++n)
        for (const MatrixForm form : all_matrix_forms) {
            Matrix numbers(1 + static_cast<int>(random() % 4), 1 + static_cast<int>(random() % 4));
            for (double& each : numbers.reshaped())
                each = normal(random) * std::pow(10.0, static_cast<int>(random() % 40) - 20);
            EXPECT_EQ(read_matrix(matrix_text(numbers, form)), numbers) << name_of(form);
            const Matrix vector = numbers.leftCols(1);
            const Matrix read = read_matrix(matrix_text(vector, form, true));
            EXPECT_TRUE(read.size() == vector.size() && read.reshaped() == vector.reshaped())
                << name_of(form);
        }
    for (const MatrixForm form : all_matrix_forms)
        EXPECT_EQ(matrix_form_named(name_of(form)), form);
    EXPECT_FALSE(matrix_form_named("fortran"));
}

TEST(MatrixText, LooksAsPeopleKnowIt) {
    EXPECT_EQ(matrix_text(two_by_two, MatrixForm::numpy),
              "np.array([[1.0, 2.0],\n          [3.0, 4.0]])");
    EXPECT_EQ(matrix_text(two_by_two, MatrixForm::matlab), "[1 2; 3 4]");
    EXPECT_EQ(matrix_text(Matrix{{1}, {2}}, MatrixForm::python, true), "[1.0, 2.0]");
    EXPECT_EQ(matrix_text(two_by_two, MatrixForm::tsv), "1\t2\n3\t4\n");
}

// Whatever is in the clipboard: read or refused with a place, never anything else.
TEST(MatrixText, IsReadOrRefusedWhateverItIs) {
    const std::string signs = "[[]],;()\\&{} \n\t0123456789.,+-eE=npary'\"\u2212#%";
    const std::vector<std::string> whole{"np.array([[1, 2], [3, 4]])",
                                         "[1 2; 3 4]",
                                         "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}",
                                         "1\t2\n3\t4",
                                         "0,5;1,5\n2;3",
                                         "\\begin{array}{c}1\\end{array}"};
    std::mt19937 random(3);
    int read = 0;
    for (int n = 0; n < 20000; ++n) {
        std::string text;
        if (n % 2 == 0)
            for (std::size_t k = random() % 30; k > 0; --k) text += signs[random() % signs.size()];
        else
            text = whole[random() % whole.size()];
        for (std::size_t k = random() % 4; k > 0 && !text.empty(); --k) {
            const std::size_t at = random() % text.size();
            if (random() % 2 == 0)
                text.erase(at, 1 + random() % 3);
            else
                text.insert(at, 1, signs[random() % signs.size()]);
        }
        try {
            const Matrix matrix = read_matrix(text);
            EXPECT_TRUE(matrix.allFinite()) << text;
            EXPECT_GT(matrix.size(), 0) << text;
            ++read;
        } catch (const FormatError& error) {
            EXPECT_THAT(error.place(), HasSubstr("line ")) << text;
        }
    }
    EXPECT_GT(read, 1000);
}

}  // namespace
}  // namespace lstm
