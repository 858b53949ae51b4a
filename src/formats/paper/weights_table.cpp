/// Parameters side by side, gate by gate.
#include "formats/paper/weights_table.h"

#include "platform/text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lstm {
namespace {

/// What half a page holds beside the column of headings, in points: digits of 10 point type take 5.
constexpr double half_a_page = 220;
constexpr double digit_width = 5.2;
constexpr double gap_width = 6;

/// A parameter's letter and how many columns it has.
using Column = std::pair<std::string, int>;

/// A gate, or the read-out: its parameters, and the letter of what each row makes.
struct Rows {
    std::vector<ParameterId> parameters;
    QuantityId result;
};

/// The parameters' letters that `groups` have, with the columns of each.
std::vector<Column> columns_of(const Document& document, const std::vector<Rows>& groups) {
    std::vector<Column> columns;
    for (const Rows& rows : groups)
        for (const ParameterId p : rows.parameters) {
            const Column column{document.cell().parameters[p].letter,
                                static_cast<int>(document.network.parameters[p]->cols())};
            if (std::find(columns.begin(), columns.end(), column) == columns.end())
                columns.push_back(column);
        }
    return columns;
}

MathSymbol heading(const Column& column, int index) {
    const std::size_t line = std::min(column.first.find('_'), column.first.size());
    MathSymbol symbol{column.first.substr(0, line)};
    if (line < column.first.size()) symbol.subscript = column.first.substr(line + 1);
    if (column.second > 1) symbol.subscript = std::to_string(index);
    return symbol;
}

/// "W = [[1, 2], [3, 4]]", which can be broken into lines.
Expression as_list(const Document& document, ParameterId p, const Notation& notation) {
    const Cell& cell = document.cell();
    const Matrix& matrix = *document.network.parameters[p];
    const bool vector = cell.parameters[p].columns == Extent::one;
    Expression rows{MathOperator::concatenation};
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        Expression row{MathOperator::concatenation};
        for (Eigen::Index c = 0; c < matrix.cols(); ++c)
            row.parts.push_back({number_of(matrix(r, c), notation.decimals)});
        rows.parts.push_back(vector ? Expression(row.parts.front()) : std::move(row));
    }
    return {MathOperator::equals,
            {{symbol_of(cell, document.sizes(), p, none, all, all, notation)}, std::move(rows)}};
}

/// How wide the numbers of `table` stand beside each other, in points.
double width_of(const std::vector<LatexWriter::Cells>& table) {
    double width = 0;
    for (std::size_t column = 1; column < table.front().size(); ++column) {
        std::size_t longest = 1;
        for (const LatexWriter::Cells& row : table) {
            if (!row[column]) continue;
            const auto* number = std::get_if<PrintedNumber>(&row[column]->head);
            if (number == nullptr) continue;
            const MathSymbol symbol = printed(*number);
            longest = std::max(longest, columns(symbol.letter) + columns(symbol.superscript));
        }
        width += static_cast<double>(longest) * digit_width + gap_width;
    }
    return width;
}

void write_table(LatexWriter& writer, const Document& document, const std::vector<Rows>& groups,
                 const Notation& notation) {
    using Cells = LatexWriter::Cells;
    const Cell& cell = document.cell();
    const std::vector<Column> letters = columns_of(document, groups);
    std::vector<Cells> table(1, Cells(1));
    for (const Column& column : letters)
        for (int k = 0; k < column.second; ++k)
            table.front().emplace_back(Expression{heading(column, k)});
    for (const Rows& rows : groups) {
        const int height = document.sizes().of(cell.quantities[rows.result].extent);
        for (int row = 0; row < height; ++row) {
            Cells cells{Expression{symbol_of(cell, document.sizes(), rows.result, row, notation)}};
            for (const Column& column : letters) {
                const auto p = std::find_if(
                    rows.parameters.begin(), rows.parameters.end(),
                    [&](ParameterId id) { return cell.parameters[id].letter == column.first; });
                for (int k = 0; k < column.second; ++k)
                    cells.push_back(
                        p == rows.parameters.end()
                            ? std::nullopt
                            : std::optional(Expression{number_of(
                                  (*document.network.parameters[*p])(row, k), notation.decimals)}));
            }
            table.push_back(std::move(cells));
        }
    }
    if (width_of(table) <= half_a_page) return writer.table(table);
    for (const Rows& rows : groups)
        for (const ParameterId p : rows.parameters) writer.formula(as_list(document, p, notation));
}

}  // namespace

void write_weights(LatexWriter& writer, const Document& document, const Notation& notation) {
    const Cell& cell = document.cell();
    std::vector<Rows> gates;
    for (const Gate& gate : cell.gates)
        if (!gate.parameters.empty()) gates.push_back({gate.parameters, gate.value});
    writer.subsection("The weights");
    write_table(writer, document, gates, notation);
    if (cell.has_readout())
        write_table(writer, document, {{{cell.readout.W, cell.readout.b}, cell.readout.y}},
                    notation);
}

}  // namespace lstm
