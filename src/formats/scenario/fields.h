/// The members of a JSON object whose names the format knows.
#pragma once

#include "document/validate.h"
#include "formats/json/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// One object, its members looked up by name.
class Fields {
public:
    /// Throws FormatError where `object` is no object, or has a member that is not among `names`,
    /// or one of them twice.
    Fields(JsonValue object, std::vector<std::string_view> names);

    /// The member `name`, one of those given, if it is there.
    [[nodiscard]] std::optional<JsonValue> find(std::string_view name) const;
    /// The same, where it must be there; `expected` says what was to be found.
    [[nodiscard]] JsonValue at(std::string_view name, const std::string& expected) const;

private:
    JsonValue object_;
    std::vector<std::string_view> names_;
    std::vector<std::optional<JsonValue>> values_;
};

/// A number. Throws FormatError where `value` is none; `what` goes into the message.
[[nodiscard]] double read_number(JsonValue value, const std::string& what = "a number");
/// A number within `bounds`.
[[nodiscard]] double read_number(JsonValue value, const Bounds& bounds);
/// A whole number within `bounds`, which are those of an int; 2.0 is one.
[[nodiscard]] int read_integer(JsonValue value, const Bounds& bounds);
[[nodiscard]] std::string read_string(JsonValue value);
/// `count` words, none of them empty; each names `one`: "an input".
[[nodiscard]] std::vector<std::string> read_labels(JsonValue value, int count,
                                                   const std::string& one);

}  // namespace lstm
