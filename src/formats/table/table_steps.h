/// The steps of a sequence out of a table: a row a step.
#pragma once

#include "document/document.h"
#include "formats/format_error.h"
#include "formats/table/table_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// Steps, and what each column of the table was taken for: names, or numbers from 1.
struct TableSteps {
    std::vector<Shared<Step>> steps;
    std::vector<std::string> inputs;   ///< in the order of x
    std::vector<std::string> targets;  ///< in the order of the outputs; empty: no step has one
    std::string label;                 ///< empty: no step has one
    std::vector<std::string> unused;   ///< beside those that are called as the inputs are
};

/// A row a step of a sequence for `document`.
///
/// Columns whose names begin with "target" are targets, where an empty cell is a step without one;
/// of cross-entropy a class's label or index. A column without a name, one called label, step, t or
/// index, and the first one of words are labels. The others are x, which must be as many as the
/// network has inputs; where columns are called as all inputs are, those are x, and others are
/// unused. Throws FormatError with line and column.
[[nodiscard]] TableSteps read_table_steps(std::string_view text, const Document& document);

}  // namespace lstm
