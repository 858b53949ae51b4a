/// The columns of the notebook: which a cell has, and what stands in each.
#pragma once

#include "model/cells/cell.h"

#include <vector>

namespace lstm {

/// How the number of a column is written.
enum class Ink {
    old,     ///< what was there before, perhaps struck out
    share,   ///< of a gate, with a bar
    idea,    ///< the candidate, with a bar of both signs
    fresh,   ///< what is written
    term,    ///< of a sum
    page,    ///< what the line says now
    hidden,  ///< what is spoken, in quotes
};

/// What stands in a line, from left to right in the order in which a step goes.
struct Column {
    QuantityId id;
    /// Key of the words over the column, where there is room; its symbol stands there always.
    const char* title;
    Ink ink;
    float left = 0, right = 0;  ///< in pixels
};

using Columns = std::vector<Column>;

/// The columns that a cell has; c and h are one where h is the notebook. Without their places.
[[nodiscard]] Columns columns_in_order(const Cell& cell);

}  // namespace lstm
