/// Taking names of quantities apart.
#include "formats/quantity_name.h"

#include "formats/scenario/fields.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace lstm {
namespace {

int size_of(const Document& document, QuantityId quantity) {
    return document.sizes().of(document.cell().quantities[quantity].extent);
}

}  // namespace

std::optional<int> read_index(std::string_view text) {
    if (text.size() < 3 || text.front() != '[' || text.back() != ']') return {};
    const char* const end = text.data() + text.size() - 1;
    int index = 0;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, index);
    return error == std::errc() && stop == end ? std::optional(index) : std::nullopt;
}

QuantityName read_quantity_name(JsonValue value, const Document& document,
                                const std::string& expected) {
    return read_quantity_name(value, read_string(value), document, expected);
}

QuantityName read_quantity_name(JsonValue value, std::string_view text, const Document& document,
                                const std::string& expected) {
    const std::size_t bracket = std::min(text.find('['), text.size());
    QuantityName name{document.cell().find(text.substr(0, bracket)), {}};
    if (name.quantity == none) value.fail(expected);
    if (bracket == text.size()) return name;
    name.element = read_index(text.substr(bracket));
    if (!name.element || *name.element < 0 || *name.element >= size_of(document, name.quantity))
        fail_for_an_element(value, document, name.quantity);
    return name;
}

void fail_for_an_element(JsonValue value, const Document& document, QuantityId quantity) {
    const auto name = [&](int k) { return element_name(document.cell(), quantity, k); };
    const int size = size_of(document, quantity);
    value.fail(size == 1 ? name(0) : name(0) + " to " + name(size - 1));
}

}  // namespace lstm
