/// Reading rows, number by number.
#include "formats/scenario/matrix_reader.h"

#include "formats/scenario/fields.h"

namespace lstm {
namespace {

std::string by(Eigen::Index rows, Eigen::Index columns) {
    return std::to_string(rows) + " × " + std::to_string(columns);
}

/// `row` gets the numbers of `value`, a list of its length.
template <class Row>
void read_row(JsonValue value, Row&& row) {
    const std::string expected = "a list of " + std::to_string(row.size()) + " numbers";
    require_list(value, expected);
    if (value.size() != row.size()) value.fail(expected, std::to_string(value.size()) + " of them");
    JsonValue number = value.first();
    for (Eigen::Index k = 0; k < row.size(); ++k, number = number.next())
        row[k] = read_number(number);
}

}  // namespace

void require_list(JsonValue value, const std::string& expected) {
    if (value.kind() != JsonValue::Kind::list) value.fail(expected);
}

Vector read_vector(JsonValue value, Eigen::Index size) {
    Vector vector(size);
    read_row(value, vector);
    return vector;
}

std::string a_matrix(Eigen::Index rows, Eigen::Index columns) {
    return "a " + by(rows, columns) + " matrix";
}

Matrix read_matrix(JsonValue value, Eigen::Index rows, Eigen::Index columns) {
    const std::string expected = a_matrix(rows, columns) + ", a list of rows";
    require_list(value, expected);
    JsonValue row = value.first();
    if (value.size() != rows) {
        const bool has_width = value.size() > 0 && row.kind() == JsonValue::Kind::list;
        value.fail(expected, has_width ? by(value.size(), row.size())
                                       : std::to_string(value.size()) + " rows");
    }
    Matrix matrix(rows, columns);
    for (Eigen::Index r = 0; r < rows; ++r, row = row.next()) read_row(row, matrix.row(r));
    return matrix;
}

}  // namespace lstm
