/// Writing JSON from its first value to its last: the one place that sets its commas and brackets.
#pragma once

#include "maths/numbers.h"

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lstm {

/// Appends one JSON value to a string: an object or list is begun, filled and ended.
///
///     json.object(lines).key("t").value(1).key("x").numbers(x, one_line).end();
class JsonWriter {
public:
    /// How the members of an object or list stand.
    enum class Layout {
        compact,   ///< {"t":1,"x":[1,2]}
        one_line,  ///< { "t": 1, "x": [1, 2] }
        lines,     ///< a member a line, two blanks further in
    };

    /// `out` may be emptied while the value is being written.
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& object(Layout layout) { return begin(layout, '{', '}'); }
    JsonWriter& list(Layout layout) { return begin(layout, '[', ']'); }
    /// Ends the innermost object or list.
    JsonWriter& end();

    /// The name of the next member of an object; `padding` blanks more go before its value.
    JsonWriter& key(std::string_view name, std::size_t padding = 0);
    /// Leaves the next member of `lines` beside the one before.
    JsonWriter& beside();
    /// Begins the next member of `compact` on a line of its own.
    JsonWriter& fresh_line();

    /// UTF-8; what is none becomes U+FFFD.
    JsonWriter& value(std::string_view text);
    /// The shortest text that reads back the same, of `number` rounded half away from zero to
    /// `digits` if given; what is not finite is a string: "NaN", "Infinity", "-Infinity".
    JsonWriter& value(double number, std::optional<int> digits = {});
    template <std::integral Integer>
    JsonWriter& value(Integer number) {
        if constexpr (std::is_same_v<Integer, bool>)
            return literal(number ? "true" : "false");
        else
            return literal(std::to_string(number));
    }
    JsonWriter& null() { return literal("null"); }

    /// A list of numbers.
    template <class Numbers>
    JsonWriter& numbers(const Numbers& numbers, Layout layout, std::optional<int> digits = {}) {
        list(layout);
        for (int k = 0; k < static_cast<int>(numbers.size()); ++k) value(numbers[k], digits);
        return end();
    }
    /// A list of rows, each a list of numbers of `row_layout`.
    template <class Matrix>
    JsonWriter& rows(const Matrix& matrix, Layout layout, Layout row_layout,
                     std::optional<int> digits = {}) {
        list(layout);
        for (int r = 0; r < static_cast<int>(matrix.rows()); ++r)
            numbers(matrix.row(r), row_layout, digits);
        return end();
    }

private:
    struct Open {
        Layout layout;
        char closing;
        bool empty = true;
    };
    enum class Break { usual, same_line, fresh_line };

    JsonWriter& begin(Layout layout, char opening, char closing);
    JsonWriter& literal(std::string_view text);
    /// What goes before a member, or between a name and its value.
    void separate();
    void new_line();

    std::string& out_;
    std::vector<Open> open_;
    bool after_key_ = false;
    Break break_ = Break::usual;
};

/// `text` in quotes, with escapes where JSON needs them; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace lstm
