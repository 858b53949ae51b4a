/// Tables as spreadsheets and data files have them: cut into cells here, given a meaning in
/// table_steps.h.
#pragma once

#include "formats/format_error.h"

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// A table of words and numbers, all of its rows equally long.
struct Table {
    /// Of the columns, where the first line has no number in it; else empty.
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;  ///< without blanks around the cells
    std::vector<int> lines;                      ///< on which each row begins, from 1

    [[nodiscard]] int columns() const;
    /// "line 3, column "price"", or "line 3, column 2" of a table without names.
    [[nodiscard]] std::string place(int row, int column) const;
};

/// The table in `text`: cells between tabs, else semicolons, else commas, whichever the first line
/// has, else blanks where it is numbers with blanks between; between quotation marks a cell may
/// hold them all. Empty lines are passed over. Throws
/// FormatError, with the line, where rows are not equally long, and where there is no row.
[[nodiscard]] Table read_table(std::string_view text);

/// Whether a cell has nothing in it, or what data files write for nothing: NA, NaN, null, None …
[[nodiscard]] bool is_missing(std::string_view cell);

/// The finite number in a cell, with a decimal point or comma: whichever it is, one table has but
/// one of them. Keeps what it saw from one cell to the next.
class CellReader {
public:
    explicit CellReader(const Table& table) : table_(table) {}

    /// Throws FormatError with the place of the cell.
    [[nodiscard]] double number(int row, int column);
    [[noreturn]] void fail(int row, int column, const std::string& expected) const;

private:
    const Table& table_;
    char decimal_sign_ = '\0';  ///< '.' or ',', once a number had one
};

}  // namespace lstm
