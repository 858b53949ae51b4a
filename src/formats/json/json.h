/// JSON as a flat list of values, which a text of any depth or size cannot hurt.
#pragma once

#include "formats/format_error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

class JsonValue;

/// A parsed text: every value in the order of the text, in one array and without recursion.
class JsonText {
public:
    /// Values nested deeper than this are refused; a scenario needs five levels.
    static constexpr std::size_t max_depth = 32;
    /// A list or object with more members is refused; the longest that a scenario may have is its
    /// sequence.
    static constexpr std::uint32_t max_members = 1'000'000;

    /// Parses `text`. Throws FormatError, naming `file`, where it is not JSON (then the place is a
    /// line and a column) or holds a number beyond the range of doubles, or goes over the limits.
    JsonText(std::string_view text, std::string file);

    /// The value that holds all others.
    [[nodiscard]] JsonValue root() const;
    [[nodiscard]] const std::string& file() const { return file_; }

    enum class Kind : std::uint8_t { null, boolean, number, string, list, object };

private:
    friend class JsonValue;
    friend class JsonBuilder;

    /// In an object, a member is two tokens, or more: its name (a string) and its value.
    struct Token {
        Kind kind;
        std::uint32_t size;  ///< string: bytes; list or object: members
        union {
            double number;      ///< of a boolean: 0 or 1
            std::size_t start;  ///< of a string: where it begins in `strings_`
            std::size_t end;    ///< of a list or object: index behind its last descendant
        };
    };

    /// Index of the token behind the value at `index`; that of one still open is beyond all others.
    [[nodiscard]] std::size_t behind(std::size_t index) const;
    [[nodiscard]] std::string_view string(std::size_t index) const;
    [[nodiscard]] std::string pointer(std::size_t index) const;

    std::string file_;
    std::vector<Token> tokens_;
    std::string strings_;
};

/// A value of a JsonText, which must outlive it: a handle, cheap to copy.
class JsonValue {
public:
    using Kind = JsonText::Kind;

    JsonValue(const JsonText& text, std::size_t index) : text_(&text), index_(index) {}

    [[nodiscard]] Kind kind() const { return token().kind; }
    /// Of a number.
    [[nodiscard]] double number() const { return token().number; }
    /// Of a string: UTF-8, escapes resolved.
    [[nodiscard]] std::string_view string() const { return text_->string(index_); }
    /// How many members a list or object has.
    [[nodiscard]] int size() const { return static_cast<int>(token().size); }
    /// The first member of a list, or the name of the first member of an object, if size() > 0.
    [[nodiscard]] JsonValue first() const { return {*text_, index_ + 1}; }
    /// What follows this value in its list or object: for a name, the value of that name.
    [[nodiscard]] JsonValue next() const { return {*text_, text_->behind(index_)}; }

    /// Where it stands, as a JSON pointer (RFC 6901), fit for one line.
    [[nodiscard]] std::string pointer() const { return text_->pointer(index_); }
    /// Throws the FormatError for this place. Without `found`, the value describes itself.
    [[noreturn]] void fail(const std::string& expected) const;
    [[noreturn]] void fail(const std::string& expected, const std::string& found) const;
    /// Throws the FormatError for an object's member `name` that is not there.
    [[noreturn]] void fail_without(std::string_view name, const std::string& expected) const;

private:
    [[nodiscard]] const JsonText::Token& token() const { return text_->tokens_[index_]; }

    const JsonText* text_;
    std::size_t index_;
};

}  // namespace lstm
