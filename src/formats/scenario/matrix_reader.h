/// Vectors and matrices, each checked against the size that it must have.
#pragma once

#include "formats/json/json.h"
#include "model/engine/network.h"

#include <string>

namespace lstm {

/// Throws FormatError unless `value` is a list; `expected` says of what.
void require_list(JsonValue value, const std::string& expected);

/// The numbers of `value`, a list of `size` of them.
[[nodiscard]] Vector read_vector(JsonValue value, Eigen::Index size);

/// "a 2 × 3 matrix"
[[nodiscard]] std::string a_matrix(Eigen::Index rows, Eigen::Index columns);
/// The numbers of `value`, a list of `rows` lists of `columns` numbers.
[[nodiscard]] Matrix read_matrix(JsonValue value, Eigen::Index rows, Eigen::Index columns);

}  // namespace lstm
