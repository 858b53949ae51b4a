/// Expectations, each held against the cell, its sizes and the sequence.
#include "formats/expectation_reader.h"

#include "formats/fields.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace lstm {
namespace {

/// "[12]" as 12; nothing where `text` is anything else.
std::optional<int> read_index(std::string_view text) {
    if (text.size() < 3 || text.front() != '[' || text.back() != ']') return {};
    const char* const end = text.data() + text.size() - 1;
    int index = 0;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, index);
    return error == std::errc() && stop == end ? std::optional(index) : std::nullopt;
}

/// Puts what "candidate.z[0]" names into `expectation`.
void read_quantity(JsonValue value, const Document& document, Expectation& expectation) {
    const Cell& cell = document.cell();
    const std::string text = read_string(value);
    const std::size_t bracket = std::min(text.find('['), text.size());
    expectation.quantity = cell.find(text.substr(0, bracket));
    if (expectation.quantity == none)
        value.fail("the name of a quantity, such as " + element_name(cell, cell.gates[0].z, 0));

    const int size = document.sizes().of(cell.quantities[expectation.quantity].extent);
    const bool names_the_only_one = bracket == text.size() && size == 1;
    const std::optional<int> index =
        names_the_only_one ? 0 : read_index(std::string_view(text).substr(bracket));
    if (!index || *index < 0 || *index >= size) {
        const auto name = [&](int k) { return element_name(cell, expectation.quantity, k); };
        value.fail(size == 1 ? name(0) : name(0) + " to " + name(size - 1));
    }
    expectation.element = *index;
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
