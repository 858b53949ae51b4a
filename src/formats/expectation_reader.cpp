/// Expectations, each held against the cell, its sizes and the sequence.
#include "formats/expectation_reader.h"

#include "formats/fields.h"
#include "formats/quantity_name.h"

#include <algorithm>

namespace lstm {
namespace {

/// Puts what "candidate.z[0]" names into `expectation`.
void read_quantity(JsonValue value, const Document& document, Expectation& expectation) {
    const Cell& cell = document.cell();
    const auto [quantity, element] = read_quantity_name(
        value, document,
        "the name of a quantity, such as " + element_name(cell, cell.gates[0].z, 0));
    const bool names_the_only_one = document.sizes().of(cell.quantities[quantity].extent) == 1;
    if (!element && !names_the_only_one) fail_for_an_element(value, document, quantity);
    expectation.quantity = quantity;
    expectation.element = element.value_or(0);
}

bool is_state(const Cell& cell, QuantityId quantity) {
    return std::any_of(cell.states.begin(), cell.states.end(),
                       [&](const State& state) { return state.now == quantity; });
}

int read_step(JsonValue value, const Document& document, QuantityId quantity) {
    const int first = is_state(document.cell(), quantity) ? 0 : 1;
    if (document.steps() < first)
        value.fail("no expectation of " + document.cell().quantities[quantity].name +
                   " where the sequence is empty");
    return read_integer(value, first, document.steps());
}

Expectation read_expectation(JsonValue value, const Document& document) {
    const Fields fields(value, {"t", "quantity", "value", "tolerance", "decimals"});
    Expectation expectation;
    read_quantity(fields.at("quantity", "the name of a quantity"), document, expectation);
    expectation.t = read_step(fields.at("t", "a step"), document, expectation.quantity);
    expectation.value = read_number(fields.at("value", "the published number"));

    const auto tolerance = fields.find("tolerance");
    const auto decimals = fields.find("decimals");
    if (tolerance.has_value() == decimals.has_value())
        value.fail("either tolerance or decimals", tolerance ? "both" : "neither");
    if (decimals) {
        expectation.decimals = read_integer(*decimals, 0, max_decimals);
    } else {
        expectation.tolerance = read_number(*tolerance);
        if (*expectation.tolerance < 0) tolerance->fail("a tolerance of 0 or more");
    }
    return expectation;
}

}  // namespace

std::vector<Expectation> read_expectations(JsonValue value, const Document& document) {
    if (value.kind() != JsonValue::Kind::list) value.fail("a list of expectations");
    std::vector<Expectation> expectations;
    expectations.reserve(static_cast<std::size_t>(value.size()));
    JsonValue item = value.first();
    for (int k = 0; k < value.size(); ++k, item = item.next())
        expectations.push_back(read_expectation(item, document));
    return expectations;
}

}  // namespace lstm
