/// Looking members up, and refusing what no one asked for.
#include "formats/scenario/fields.h"

#include "formats/scenario/foreign_names.h"
#include "platform/text.h"

#include <fmt/format.h>

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

/// "a whole number from 1 to 1024", "a number above 0"; all ends of rules are whole numbers.
std::string words_for(const Bounds& bounds) {
    std::string words = bounds.whole ? "a whole number" : "a number";
    const bool has_least = std::isfinite(bounds.least);
    const bool has_most = std::isfinite(bounds.most);
    if (has_least && has_most)
        return fmt::format("{} from {:.0f} to {}{:.0f}", words, bounds.least,
                           bounds.below_most ? "under " : "", bounds.most);
    if (has_least && bounds.above_least) return fmt::format("{} above {:.0f}", words, bounds.least);
    return has_least ? fmt::format("{} of {:.0f} or more", words, bounds.least) : words;
}

}  // namespace

Fields::Fields(JsonValue object, std::vector<std::string_view> names)
    : object_(object), names_(std::move(names)), values_(names_.size()) {
    if (object.kind() != JsonValue::Kind::object) object.fail("an object");
    JsonValue name = object.first();
    for (int k = 0; k < object.size(); ++k, name = name.next().next()) {
        const auto known = std::find(names_.begin(), names_.end(), name.string());
        if (known == names_.end())
            name.fail(one_of(names_), "the unknown field \"" + on_one_line(name.string()) + '"' +
                                          called_here(name.string(), names_));
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

double read_number(JsonValue value, const Bounds& bounds) {
    const double number = read_number(value, words_for(bounds));
    if (!bounds.hold(number)) value.fail(words_for(bounds));
    return number;
}

int read_integer(JsonValue value, const Bounds& bounds) {
    return static_cast<int>(read_number(value, bounds));
}

std::string read_string(JsonValue value) {
    if (value.kind() != JsonValue::Kind::string) value.fail("a text in quotes");
    return std::string(value.string());
}

std::vector<std::string> read_labels(JsonValue value, int count, const std::string& one) {
    const std::string expected = "a list of " + std::to_string(count) +
                                 (count == 1 ? " word, " : " words, ") + one + " each";
    if (value.kind() != JsonValue::Kind::list) value.fail(expected);
    if (value.size() != count) value.fail(expected, std::to_string(value.size()) + " of them");
    std::vector<std::string> labels;
    JsonValue item = value.first();
    for (int n = 0; n < count; ++n, item = item.next()) {
        labels.push_back(read_string(item));
        if (labels.back().empty()) item.fail("a word that is not empty");
    }
    return labels;
}

}  // namespace lstm
