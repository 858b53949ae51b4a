/// Writing matrices.
#include "formats/matrix/matrix_text.h"

#include "maths/numbers.h"

namespace lstm {
namespace {

constexpr std::array<std::string_view, all_matrix_forms.size()> names{"numpy", "matlab", "python",
                                                                      "tsv", "latex"};

/// What stands around and between rows and numbers.
struct Signs {
    std::string_view before, row_begins, between, row_ends, between_rows, after;
};

Signs signs_of(MatrixForm form, bool list) {
    switch (form) {
        case MatrixForm::numpy:
            if (list) return {"np.array([", "", ", ", "", ", ", "])"};
            return {"np.array([", "[", ", ", "]", ",\n          ", "])"};
        case MatrixForm::matlab: return {"[", "", " ", "", "; ", "]"};
        case MatrixForm::python:
            if (list) return {"[", "", ", ", "", ", ", "]"};
            return {"[", "[", ", ", "]", ", ", "]"};
        case MatrixForm::tsv: return {"", "", "\t", "", "\n", "\n"};
        case MatrixForm::latex:
            return {"\\begin{pmatrix}\n", "", " & ", "", " \\\\\n", "\n\\end{pmatrix}"};
    }
    return {};
}

std::string number_in(MatrixForm form, double number) {
    std::string text = plain_text(number);
    // Of whole numbers NumPy would make a matrix that takes no others.
    const bool of_python = form == MatrixForm::numpy || form == MatrixForm::python;
    if (of_python && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

}  // namespace

std::string_view name_of(MatrixForm form) {
    return names[static_cast<std::size_t>(form)];
}

std::optional<MatrixForm> matrix_form_named(std::string_view name) {
    for (const MatrixForm form : all_matrix_forms)
        if (name_of(form) == name) return form;
    return {};
}

std::string matrix_text(const Matrix& numbers, MatrixForm form, bool vector) {
    const Signs signs = signs_of(form, vector && numbers.cols() == 1);
    std::string text(signs.before);
    for (Eigen::Index row = 0; row < numbers.rows(); ++row) {
        text.append(row == 0 ? "" : signs.between_rows).append(signs.row_begins);
        for (Eigen::Index column = 0; column < numbers.cols(); ++column)
            text.append(column == 0 ? "" : signs.between)
                .append(number_in(form, numbers(row, column)));
        text.append(signs.row_ends);
    }
    return text.append(signs.after);
}

}  // namespace lstm
