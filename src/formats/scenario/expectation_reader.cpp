/// Expectations, each checked against the cell, its sizes and the sequence.
#include "formats/scenario/expectation_reader.h"

#include "formats/scenario/fields.h"
#include "formats/scenario/subject_reader.h"

namespace lstm {
namespace {

/// The step at which `expectation` is expected, where it is given.
void read_step(std::optional<JsonValue> value, const Document& document, Expectation& expectation) {
    const bool sum = expectation.quantity == none;
    expectation.t = 0;
    if (!value) return;
    Bounds steps = expectation_steps(document, expectation.subject, expectation.quantity);
    if (sum) steps.least = 1;  // the sum over all steps is what no step is given for
    if (steps.empty())
        value->fail("no expectation of " +
                    (sum ? "a step" : document.cell().quantities[expectation.quantity].name) +
                    " where the sequence is empty");
    expectation.t = read_integer(*value, steps);
}

Expectation read_expectation(JsonValue value, const Document& document) {
    const Fields fields(value, {"t", "quantity", "value", "tolerance", "decimals"});
    Expectation expectation;
    read_subject(fields.at("quantity", "the name of a quantity"), document, expectation);
    const auto t = fields.find("t");
    if (!t && expectation.quantity != none) value.fail_without("t", "a step");
    read_step(t, document, expectation);
    expectation.value = read_number(fields.at("value", "the published number"));

    const auto tolerance = fields.find("tolerance");
    const auto decimals = fields.find("decimals");
    if (tolerance.has_value() == decimals.has_value())
        value.fail("either tolerance or decimals", tolerance ? "both" : "neither");
    if (decimals) {
        expectation.decimals = read_integer(*decimals, bounds_of(Rule::decimals));
    } else {
        expectation.tolerance = read_number(*tolerance);
        if (!bounds_of(Rule::tolerance).hold(*expectation.tolerance))
            tolerance->fail("a tolerance of 0 or more");
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
