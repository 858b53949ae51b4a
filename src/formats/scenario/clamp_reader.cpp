/// Clamps, each checked against the cell's gates and the sequence.
#include "formats/scenario/clamp_reader.h"

#include "formats/quantity_name.h"
#include "formats/scenario/fields.h"

#include <string>

namespace lstm {
namespace {

/// "the value of a gate: forget.value, input.value, candidate.value, output.value"
std::string all_that_can_be_held(const Cell& cell) {
    std::string names = "the value of a gate";
    const char* separator = ": ";
    for (const Gate& gate : cell.gates) {
        names += separator + cell.quantities[gate.value].name;
        separator = ", ";
    }
    return names;
}

Clamp read_clamp(JsonValue value, const Document& document) {
    const Fields fields(value, {"quantity", "from", "to", "value"});
    const std::string expected = all_that_can_be_held(document.cell());
    const JsonValue quantity = fields.at("quantity", expected);
    const QuantityName name = read_quantity_name(quantity, document, expected);
    if (gate_of_value(document.cell(), name.quantity) == nullptr) quantity.fail(expected);

    const JsonValue from = fields.at("from", "the first step");
    const Bounds steps = bounds_of(Rule::clamp_from, document);
    if (steps.empty()) from.fail("nothing held where the sequence is empty");
    Clamp clamp{name.quantity, name.element, read_integer(from, steps)};
    clamp.to = read_integer(fields.at("to", "the last step"), clamp_end(document, clamp.from));
    clamp.value = read_number(fields.at("value", "the number that it is held at"));
    return clamp;
}

}  // namespace

std::vector<Clamp> read_clamps(JsonValue value, const Document& document) {
    const std::string expected = "a list of at most " + std::to_string(max_clamps) + " forces";
    if (value.kind() != JsonValue::Kind::list) value.fail(expected);
    if (!bounds_of(Rule::clamp_count).hold(value.size()))
        value.fail(expected, std::to_string(value.size()) + " of them");
    std::vector<Clamp> clamps;
    JsonValue item = value.first();
    for (int k = 0; k < value.size(); ++k, item = item.next())
        clamps.push_back(read_clamp(item, document));
    return clamps;
}

}  // namespace lstm
