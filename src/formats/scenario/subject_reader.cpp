/// Telling quantities, gradients and parameters apart by their names.
#include "formats/scenario/subject_reader.h"

#include "formats/quantity_name.h"
#include "formats/scenario/fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace lstm {
namespace {

constexpr std::string_view gradient_of = "dL/d";
constexpr std::string_view update_of = "updated.";

/// "forget.W" in "forget.W[0][1]", or none.
ParameterId parameter_of(const Cell& cell, std::string_view name) {
    name = name.substr(0, name.find('['));
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return none;
    return cell.find_parameter(name.substr(0, dot), name.substr(dot + 1));
}

void read_parameter(JsonValue value, std::string_view name, const Document& document,
                    Expectation& expectation) {
    const Matrix& numbers = *document.network.parameters[expectation.parameter];
    std::vector<int> indices;
    for (std::size_t at = name.find('['); at < name.size();) {
        const auto index = read_index(name.substr(at, name.find(']', at) - at + 1));
        if (!index) break;
        indices.push_back(*index);
        at = name.find('[', at + 1);
    }
    const bool vector = document.cell().parameters[expectation.parameter].columns == Extent::one;
    indices.resize(2);
    expectation.element = indices[0];
    expectation.column = indices[1];
    const bool fits = indices[0] < numbers.rows() && indices[1] < numbers.cols();
    const auto spelled = [&](Eigen::Index row, Eigen::Index column) {
        return parameter_name(document.cell(), expectation.parameter, static_cast<int>(row),
                              static_cast<int>(column));
    };
    const std::string exactly = spelled(indices[0], indices[1]);
    const bool only_one = numbers.size() == 1 && name.find('[') == std::string_view::npos;
    if (!fits || indices[0] < 0 || indices[1] < 0 || (exactly != name && !only_one))
        value.fail(spelled(0, 0) + " to " +
                   spelled(numbers.rows() - 1, vector ? 0 : numbers.cols() - 1));
}

void read_quantity(JsonValue value, std::string_view name, const Document& document,
                   Expectation& expectation) {
    const Cell& cell = document.cell();
    const Gate& gate = cell.gates.front();
    const QuantityId a_sum = gate.z == none ? gate.value : gate.z;
    const auto [quantity, element] = read_quantity_name(
        value, name, document, "the name of a quantity, such as " + element_name(cell, a_sum, 0));
    const bool names_the_only_one = document.sizes().of(cell.quantities[quantity].extent) == 1;
    if (!element && !names_the_only_one) fail_for_an_element(value, document, quantity);
    expectation.quantity = quantity;
    expectation.element = element.value_or(0);
}

}  // namespace

void read_subject(JsonValue value, const Document& document, Expectation& expectation) {
    const std::string text = read_string(value);
    std::string_view name = text;
    if (name == "loss") {
        expectation.subject = ExpectationSubject::loss;
        return;
    }
    if (name.starts_with(update_of)) {
        name.remove_prefix(update_of.size());
        expectation.subject = ExpectationSubject::updated_parameter;
        expectation.parameter = parameter_of(document.cell(), name);
        if (expectation.parameter == none)
            value.fail("the name of a parameter, such as updated." +
                       parameter_name(document.cell(), 0, 0, 0));
        return read_parameter(value, name, document, expectation);
    }
    if (!name.starts_with(gradient_of)) return read_quantity(value, name, document, expectation);
    name.remove_prefix(gradient_of.size());
    expectation.parameter = parameter_of(document.cell(), name);
    if (expectation.parameter == none) {
        expectation.subject = ExpectationSubject::gradient;
        return read_quantity(value, name, document, expectation);
    }
    expectation.subject = ExpectationSubject::parameter_gradient;
    read_parameter(value, name, document, expectation);
}

}  // namespace lstm
