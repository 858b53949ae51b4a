/// The table: equations down, elements across.
#include "document/gradients_of.h"
#include "formats/trace/trace_text.h"
#include "maths/formula_text.h"
#include "maths/numbers.h"
#include "maths/parameter_count.h"
#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ostream>

namespace lstm {
namespace {

/// How many elements stand side by side; the others follow below.
constexpr int elements_across = 8;

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(columns(text), width), ' ');
}

/// "f = σ(z)", or only the symbol where nothing is computed or the symbol says it all ("i ⊙ c̃").
std::string formula(const Cell& cell, QuantityId id) {
    const Quantity& quantity = cell.quantities[static_cast<std::size_t>(id)];
    if (quantity.equation == none) return quantity.symbol;
    const std::string right = right_side_text(cell, id, FormulaDepth::one_equation);
    return right == quantity.symbol ? right : quantity.symbol + " = " + right;
}

/// A number for a column. Where nobody asked for digits, powers of ten show what the usual ones
/// would hide or what would break the column.
std::string cell_text(double value, std::optional<int> digits) {
    const double size = std::abs(value);
    constexpr double all_integers_above = 1e15;
    if (!(size < all_integers_above)) return number_text(value);
    const bool readable = value == 0 || (size >= 1e-4 && size < 1e5);
    if (!digits && !readable) return scientific_text(value, 3);
    const int shown = digits.value_or(table_digits);
    return fixed_text(value, shown);
}

/// The first two columns of a line: the quantity's name and its formula.
std::vector<std::string> line_starts(const Cell& cell, const std::vector<QuantityId>& order,
                                     bool gradients) {
    std::vector<std::string> names, formulas;
    std::size_t name_width = 0;
    std::size_t formula_width = 0;
    for (const QuantityId id : order) {
        const Quantity& quantity = cell.quantities[id];
        names.push_back((gradients ? "  dL/d" : "  ") + quantity.name + "  ");
        formulas.push_back(gradients ? "" : formula(cell, id));
        name_width = std::max(name_width, columns(names.back()));
        formula_width = std::max(formula_width, columns(formulas.back()));
    }
    for (std::size_t k = 0; k < names.size(); ++k)
        names[k] = padded(names[k], name_width) + padded(formulas[k], formula_width);
    return names;
}

/// "  held [0] [2]" behind a line where not its formula but the document says what elements first
/// to last − 1 are; "  held" where that goes for all of them.
std::string held_words(const Document& document, QuantityId quantity, int t, int first, int last) {
    std::string elements;
    int count = 0;
    for (int k = first; k < last; ++k) {
        if (clamp_on(*document.clamps, quantity, k, t) == nullptr) continue;
        elements += " [" + std::to_string(k) + ']';
        ++count;
    }
    if (count == 0) return "";
    return count == last - first ? "  held" : "  held" + elements;
}

/// "  dL/dh  -0.012  0.3": all elements on a line.
void append_line(std::string& block, const std::string& start,
                 const Eigen::Ref<const Vector, 0, Eigen::InnerStride<>>& values,
                 std::optional<int> digits) {
    block += start;
    for (const double value : values)
        fmt::format_to(std::back_inserter(block), " {:>{}}", cell_text(value, digits),
                       digits.value_or(table_digits) + 5);
    block += '\n';
}

void append_gradients(std::string& block, const StepLosses& losses, const Trace& trace,
                      TraceTextOptions what, int t) {
    const std::vector<QuantityId> order = presented_order(trace.cell());
    const std::vector<std::string> starts = line_starts(trace.cell(), order, true);
    const std::optional<double> loss = losses.at(t);
    block += "  loss " + (loss ? cell_text(*loss, what.digits) : "–") + '\n';
    for (std::size_t q = 0; q < order.size(); ++q)
        append_line(block, starts[q], what.gradients->vector(order[q], t), what.digits);
}

/// The loss, and the gradient of each parameter, a row of a matrix a line.
void print_sums(std::ostream& out, const Document& document, const Trace& trace,
                TraceTextOptions what) {
    std::string block =
        "\nall steps\n  loss " + cell_text(loss_of(document, trace), what.digits) + '\n';
    const Cell& cell = trace.cell();
    std::size_t width = 0;
    for (const Parameter& p : cell.parameters) width = std::max(width, p.name().size() + 14);
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Matrix& sum = what.gradients->parameter(static_cast<ParameterId>(p));
        const std::string name = "  dL/d" + cell.parameters[p].name();
        if (cell.parameters[p].columns == Extent::one) {
            append_line(block, padded(name, width), sum.col(0), what.digits);
            continue;
        }
        for (Eigen::Index r = 0; r < sum.rows(); ++r)
            append_line(block, padded(name + "[" + std::to_string(r) + "]", width),
                        sum.row(r).transpose(), what.digits);
    }
    out << block;
}

}  // namespace

Writing print_table(std::ostream& out, const Document& document, const Trace& trace,
                    TraceTextOptions what) {
    const std::vector<QuantityId> order = presented_order(trace.cell());
    const std::vector<std::string> starts = line_starts(trace.cell(), order, false);
    const int width = what.digits.value_or(table_digits) + 5;  // sign, point and a few more
    const int longest = std::max({trace.sizes().input, trace.sizes().hidden, trace.sizes().output});
    std::string block;
    const auto end = [&] { return std::back_inserter(block); };

    out << on_one_line(document.title, 200) << '\n';
    out << document.cell().title << ", " << parameter_sum(document.cell(), document.sizes())
        << " parameters\n";
    const StepLosses losses(document, trace);
    ProgressCounter pace(what.steps.count());
    for (int t = what.steps.first; t <= what.steps.last && out; ++t) {
        const std::string label = on_one_line(document.step(t).label, 200);
        block = fmt::format("\nt = {} of {}{}{}\n", t, document.steps(), label.empty() ? "" : ": ",
                            label);
        for (int first = 0; first < longest; first += elements_across) {
            const int last = std::min(first + elements_across, longest);
            block += std::string(columns(starts[0]), ' ');
            for (int k = first; k < last; ++k)
                fmt::format_to(end(), " {:>{}}", fmt::format("[{}]", k), width);
            block += '\n';
            for (std::size_t q = 0; q < order.size(); ++q) {
                const VectorView values = trace.vector(order[q], t);
                if (first >= values.size()) continue;
                const int stop = std::min<int>(last, static_cast<int>(values.size()));
                block += starts[q];
                for (int k = first; k < stop; ++k)
                    fmt::format_to(end(), " {:>{}}", cell_text(values[k], what.digits), width);
                block += held_words(document, order[q], t, first, stop) + '\n';
            }
        }
        if (what.gradients != nullptr) append_gradients(block, losses, trace, what, t);
        out << block;
        co_yield pace.next();
    }
    if (what.gradients != nullptr) print_sums(out, document, trace, what);
    if (document.steps() == 0) out << "The sequence has no steps.\n";
}

}  // namespace lstm
