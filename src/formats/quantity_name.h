/// Quantities as files name them.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

#include <optional>
#include <string>

namespace lstm {

/// "candidate.z[0]": one element of a quantity; or "candidate.z": all of it.
struct QuantityName {
    QuantityId quantity = none;
    std::optional<int> element;
};

/// The quantity in `value`, a text; the element is one that `document` has. Throws FormatError, and
/// says `expected` where there is no such quantity.
[[nodiscard]] QuantityName read_quantity_name(JsonValue value, const Document& document,
                                              const std::string& expected);
/// Throws the FormatError that asks for one element of `quantity`.
[[noreturn]] void fail_for_an_element(JsonValue value, const Document& document,
                                      QuantityId quantity);

}  // namespace lstm
