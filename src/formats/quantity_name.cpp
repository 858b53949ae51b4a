/// Taking names of quantities apart.
#include "formats/quantity_name.h"

#include "document/subject_name.h"
#include "formats/scenario/fields.h"

#include <algorithm>
#include <string_view>

namespace lstm {
namespace {

int size_of(const Document& document, QuantityId quantity) {
    return document.sizes().of(document.cell().quantities[quantity].extent);
}

}  // namespace

QuantityName read_quantity_name(JsonValue value, const Document& document,
                                const std::string& expected) {
    const std::string whole = read_string(value);
    const std::string_view text = whole;
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
