/// Looking members up, and refusing what no one asked for.
#include "formats/scenario/fields.h"

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

/// What others call a field, and what it is here.
struct Foreign {
    std::string_view name, here;
};
constexpr Foreign foreign_names[] = {
    {"i", "input"},
    {"f", "forget"},
    {"g", "candidate"},
    {"c", "candidate"},
    {"n", "candidate"},
    {"cell", "candidate"},
    {"o", "output"},
    {"r", "reset"},
    {"z", "update"},
    {"kernel", "W, with a row a unit: transposed"},
    {"recurrent_kernel", "U, with a row a unit: transposed"},
    {"bias", "b"},
    {"recurrent_bias", "b_u"},
    {"weight_ih", "W, of each gate its own rows"},
    {"weight_ih_l0", "W, of each gate its own rows"},
    {"weight_hh", "U, of each gate its own rows"},
    {"weight_hh_l0", "U, of each gate its own rows"},
    {"bias_ih", "b, of each gate its own rows"},
    {"bias_ih_l0", "b, of each gate its own rows"},
    {"bias_hh", "b_u, with \"biases\": 2"},
    {"bias_hh_l0", "b_u, with \"biases\": 2"},
    {"activation", "activations"},
    {"units", "hidden_size"},
    {"inputs", "sequence"},
};

/// ", which is called W here", where that is known of `name` and one of `names` is meant.
std::string called_here(std::string_view name, const std::vector<std::string_view>& names) {
    for (const Foreign& foreign : foreign_names) {
        const std::string_view field =
            foreign.here.substr(0, foreign.here.find_first_of(", "));
        if (foreign.name == name && std::find(names.begin(), names.end(), field) != names.end())
            return ", which is called " + std::string(foreign.here) + " here";
    }
    return "";
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

}  // namespace lstm
