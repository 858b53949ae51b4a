/// Looking members up, and refusing what no one asked for.
#include "formats/scenario/fields.h"

#include "platform/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

std::string one_of(const std::vector<std::string_view>& names) {
    std::string result;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (k > 0) result += k + 1 == names.size() ? " or " : ", ";
        result += names[k];
    }
    return result;
}

}  // namespace

Fields::Fields(JsonValue object, std::vector<std::string_view> names)
    : object_(object), names_(std::move(names)), values_(names_.size()) {
    if (object.kind() != JsonValue::Kind::object) object.fail("an object");
    JsonValue name = object.first();
    for (int k = 0; k < object.size(); ++k, name = name.next().next()) {
        const auto known = std::find(names_.begin(), names_.end(), name.string());
        if (known == names_.end())
            name.fail(one_of(names_), "the unknown field \"" + on_one_line(name.string()) + '"');
        std::optional<JsonValue>& value = values_[static_cast<std::size_t>(known - names_.begin())];
        if (value) name.fail("this field once", "it twice");
        value = name.next();
    }
}

std::optional<JsonValue> Fields::find(std::string_view name) const {
    const auto known = std::find(names_.begin(), names_.end(), name);
    return values_[static_cast<std::size_t>(known - names_.begin())];
}

JsonValue Fields::at(std::string_view name, const std::string& expected) const {
    const std::optional<JsonValue> value = find(name);
    if (!value) object_.fail_without(name, expected);
    return *value;
}

double read_number(JsonValue value, const std::string& what) {
    if (value.kind() != JsonValue::Kind::number) value.fail(what);
    return value.number();
}

int read_integer(JsonValue value, int low, int high) {
    const std::string what =
        "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    const double number = read_number(value, what);
    if (!(number >= low && number <= high) || number != std::floor(number)) value.fail(what);
    return static_cast<int>(number);
}

std::string read_string(JsonValue value) {
    if (value.kind() != JsonValue::Kind::string) value.fail("a text in quotes");
    return std::string(value.string());
}

}  // namespace lstm
