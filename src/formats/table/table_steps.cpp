/// Deciding what each column is, then reading row by row.
#include "formats/table/table_steps.h"

#include "document/validate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace lstm {
namespace {

using Columns = std::vector<int>;

std::string lower_case(std::string text) {
    for (char& each : text)
        each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    return text;
}

bool is_called_as_labels_are(const std::string& name) {
    constexpr std::array<std::string_view, 5> words{"", "label", "step", "t", "index"};
    return std::ranges::find(words, lower_case(name)) != words.end();
}

/// What the columns of a table are.
struct Roles {
    Columns inputs;
    Columns targets;
    Columns unused;
    std::optional<int> label;
};

/// Whether no row has a number in the column, and some row a word.
bool is_of_words(const Table& table, int column) {
    bool words = false;
    CellReader reader(table);
    for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
        if (is_missing(table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]))
            continue;
        try {
            (void)reader.number(row, column);
            return false;
        } catch (const FormatError&) {
            words = true;
        }
    }
    return words;
}

/// The columns that are called as the inputs are, in their order; nothing where one is missing.
std::optional<Columns> called_as_inputs(const Table& table, const Document& document) {
    Columns found;
    for (const std::string& label : document.input_labels) {
        const auto place = std::ranges::find(table.names, label);
        if (place == table.names.end()) return {};
        found.push_back(static_cast<int>(place - table.names.begin()));
    }
    if (found.empty()) return {};
    return found;
}

Roles roles_of(const Table& table, const Document& document) {
    Roles roles;
    const std::optional<Columns> inputs = called_as_inputs(table, document);
    for (int column = 0; column < table.columns(); ++column) {
        const std::string name =
            table.names.empty() ? "?" : table.names[static_cast<std::size_t>(column)];
        if (inputs && std::ranges::find(*inputs, column) != inputs->end()) continue;
        if (lower_case(name).starts_with("target"))
            roles.targets.push_back(column);
        else if (!roles.label && (is_called_as_labels_are(name) || is_of_words(table, column)))
            roles.label = column;
        else
            (inputs ? roles.unused : roles.inputs).push_back(column);
    }
    if (inputs) roles.inputs = *inputs;
    return roles;
}

std::string name_of_column(const Table& table, int column) {
    const bool named =
        !table.names.empty() && !table.names[static_cast<std::size_t>(column)].empty();
    return named ? table.names[static_cast<std::size_t>(column)] : std::to_string(column + 1);
}

std::vector<std::string> names_of(const Table& table, const Columns& columns) {
    std::vector<std::string> names;
    for (const int column : columns) names.push_back(name_of_column(table, column));
    return names;
}

/// Throws where there are not `count` of them.
void require_count(const Table& table, const Columns& columns, int count, const std::string& kind) {
    if (static_cast<int>(columns.size()) == count) return;
    std::string found = std::to_string(columns.size());
    for (const std::string& name : names_of(table, columns))
        found += (name == name_of_column(table, columns.front()) ? ": " : ", ") + name;
    throw FormatError("table", "line " + std::to_string(table.lines.front()),
                      std::to_string(count) + (count == 1 ? " column" : " columns") + " of " + kind,
                      found);
}

/// Reads cells by row.
class StepReader {
public:
    StepReader(const Table& table, const Document& document, const Roles& roles)
        : table_(table), document_(document), roles_(roles), reader_(table) {}

    Step step(int row) {
        Step step;
        step.x.resize(document_.sizes().input);
        for (std::size_t k = 0; k < roles_.inputs.size(); ++k)
            step.x[static_cast<Eigen::Index>(k)] = reader_.number(row, roles_.inputs[k]);
        if (roles_.label) step.label = cell(row, *roles_.label);
        step.target = target(row);
        return step;
    }

private:
    [[nodiscard]] const std::string& cell(int row, int column) const {
        return table_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    /// Empty where all of its cells are.
    Vector target(int row) {
        const Columns& columns = roles_.targets;
        if (std::ranges::all_of(columns, [&](int each) { return is_missing(cell(row, each)); }))
            return {};
        Vector target(static_cast<Eigen::Index>(columns.size()));
        for (std::size_t k = 0; k < columns.size(); ++k)
            target[static_cast<Eigen::Index>(k)] = document_.loss == LossKind::cross_entropy
                                                       ? right_class(row, columns[k])
                                                       : reader_.number(row, columns[k]);
        if (const auto broken = validate_target(document_, target, 1))
            reader_.fail(row, columns.front(), allowed(*broken));
        return target;
    }

    /// The index of the output that a cell names, or that it is.
    double right_class(int row, int column) {
        const std::vector<std::string>& labels = document_.output_labels;
        const auto label = std::ranges::find(labels, cell(row, column));
        if (label != labels.end()) return static_cast<double>(label - labels.begin());
        return reader_.number(row, column);
    }

    static std::string allowed(const Violation& broken) {
        if (broken.bounds.least < 0) return "a target";
        return std::string(broken.bounds.whole ? "a whole number from " : "a number from ") +
               std::to_string(static_cast<int>(broken.bounds.least)) + " to " +
               std::to_string(static_cast<int>(broken.bounds.most));
    }

    const Table& table_;
    const Document& document_;
    const Roles& roles_;
    CellReader reader_;
};

}  // namespace

TableSteps read_table_steps(std::string_view text, const Document& document) {
    const Table table = read_table(text);
    const Roles roles = roles_of(table, document);
    require_count(table, roles.inputs, document.sizes().input, "inputs");
    if (!roles.targets.empty())
        require_count(table, roles.targets, target_size(document.loss, document.outputs()),
                      "targets");
    const auto rows = static_cast<int>(table.rows.size());
    if (!bounds_of(Rule::step_count).hold(rows))
        throw FormatError("table", "line " + std::to_string(table.lines.back()),
                          "at most " + std::to_string(max_steps) + " rows", std::to_string(rows));
    TableSteps result{{},
                      names_of(table, roles.inputs),
                      names_of(table, roles.targets),
                      roles.label ? name_of_column(table, *roles.label) : "",
                      names_of(table, roles.unused)};
    StepReader reader(table, document, roles);
    result.steps.reserve(table.rows.size());
    for (int row = 0; row < rows; ++row) result.steps.emplace_back(reader.step(row));
    return result;
}

}  // namespace lstm
