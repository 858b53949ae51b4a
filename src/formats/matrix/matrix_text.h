/// Matrices as people copy them: from NumPy, MATLAB, Python, spreadsheets and papers, and back.
#pragma once

#include "formats/format_error.h"
#include "model/engine/network.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace lstm {

enum class MatrixForm {
    numpy,   ///< np.array([[1, 2], [3, 4]])
    matlab,  ///< [1 2; 3 4]
    python,  ///< [[1, 2], [3, 4]]
    tsv,     ///< a row a line, tabs between its numbers
    latex    ///< \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
};
inline constexpr std::array all_matrix_forms{
    MatrixForm::numpy, MatrixForm::matlab, MatrixForm::python, MatrixForm::tsv, MatrixForm::latex};

/// "numpy".
[[nodiscard]] std::string_view name_of(MatrixForm form);
[[nodiscard]] std::optional<MatrixForm> matrix_form_named(std::string_view name);

/// The matrix in `text`: in any of the forms, with a name before it ("W = …"), as NumPy or PyTorch
/// print it, or bare rows with blanks, commas, semicolons or tabs between the numbers, where a
/// comma is a decimal sign beside tabs and semicolons. A list without rows is one row. Throws
/// FormatError with line and column.
[[nodiscard]] Matrix read_matrix(std::string_view text);

/// `numbers` in `form`, each as the shortest text that reads back the same; a `vector`, which has
/// one column, as a list where the form has lists.
[[nodiscard]] std::string matrix_text(const Matrix& numbers, MatrixForm form, bool vector = false);

}  // namespace lstm
