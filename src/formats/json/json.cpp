/// Filling the flat list from nlohmann's event parser, and finding places in it.
#include "formats/json/json.h"

#include "formats/json/json_syntax_error.h"
#include "maths/numbers.h"
#include "platform/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <utility>

namespace lstm {
namespace {

constexpr std::size_t still_open = std::numeric_limits<std::size_t>::max();

/// A name as a reference token of RFC 6901.
std::string pointer_token(std::string_view name) {
    std::string result = "/";
    for (const char c : on_one_line(name)) {
        if (c == '~') {
            result += "~0";
        } else if (c == '/') {
            result += "~1";
        } else {
            result += c;
        }
    }
    return result;
}

std::string place_of(std::string pointer) {
    // The pointer to the whole document is empty, which tells nobody anything.
    return pointer.empty() ? "line 1, column 1" : std::move(pointer);
}

}  // namespace

/// Receives the parser's events; its public names are those that the parser calls.
class JsonBuilder {
public:
    JsonBuilder(JsonText& target, std::string_view text) : target_(target), text_(text) {}

    bool null() { return push(JsonText::Kind::null); }
    bool boolean(bool value) { return push(JsonText::Kind::boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
    bool number_float(double value, const std::string&) { return number(value); }
    bool string(const std::string& value) {
        push(JsonText::Kind::string);
        JsonText::Token& token = target_.tokens_.back();
        token.size = static_cast<std::uint32_t>(value.size());
        token.start = target_.strings_.size();
        target_.strings_ += value;
        return true;
    }
    bool binary(const std::vector<std::uint8_t>&) { return false; }  // no such thing in a text
    bool start_object(std::size_t) { return open(JsonText::Kind::object); }
    bool start_array(std::size_t) { return open(JsonText::Kind::list); }
    bool key(const std::string& name) {
        count_member();
        return string(name);
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error) {
        constexpr int number_out_of_range = 406;
        if (error.id == number_out_of_range) {
            null();
            last().fail("a number that fits into a double", on_one_line(token));
        }
        throw json_syntax_error(target_.file_, text_, position, token, error.what());
    }

private:
    bool number(double value) { return push(JsonText::Kind::number, value); }

    bool push(JsonText::Kind kind, double number = 0) {
        if (!open_.empty() && target_.tokens_[open_.back()].kind == JsonText::Kind::list)
            count_member();
        target_.tokens_.push_back({kind, 0, {number}});
        return true;
    }

    bool open(JsonText::Kind kind) {
        push(kind);
        target_.tokens_.back().end = still_open;
        open_.push_back(target_.tokens_.size() - 1);
        if (open_.size() > JsonText::max_depth)
            last().fail("at most " + std::to_string(JsonText::max_depth) + " levels of nesting",
                        "one more");
        return true;
    }

    bool close() {
        target_.tokens_[open_.back()].end = target_.tokens_.size();
        open_.pop_back();
        return true;
    }

    void count_member() {
        if (++target_.tokens_[open_.back()].size > JsonText::max_members)
            JsonValue(target_, open_.back())
                .fail("at most " + std::to_string(JsonText::max_members) + " members", "more");
    }

    [[nodiscard]] JsonValue last() const { return {target_, target_.tokens_.size() - 1}; }

    JsonText& target_;
    std::string_view text_;
    std::vector<std::size_t> open_;  ///< indices of the lists and objects that are not closed yet
};

JsonText::JsonText(std::string_view text, std::string file) : file_(std::move(file)) {
    // The parser would take a zero byte for the end of the text.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        throw FormatError(file_, line_and_column(text, zero), "UTF-8 text", "a zero byte");
    JsonBuilder builder(*this, text);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
}

JsonValue JsonText::root() const {
    return {*this, 0};
}

std::size_t JsonText::behind(std::size_t index) const {
    const Token& token = tokens_[index];
    return token.kind == Kind::list || token.kind == Kind::object ? token.end : index + 1;
}

std::string_view JsonText::string(std::size_t index) const {
    return std::string_view(strings_).substr(tokens_[index].start, tokens_[index].size);
}

std::string JsonText::pointer(std::size_t index) const {
    std::string result;
    for (std::size_t at = 0; at != index;) {
        const bool object = tokens_[at].kind == Kind::object;
        std::size_t member = at + 1;
        for (std::size_t k = 0;; ++k) {
            const std::size_t value = object ? member + 1 : member;
            const std::size_t next = behind(value);
            if (index < next) {
                result += object ? pointer_token(string(member)) : fmt::format("/{}", k);
                if (index < value) return result;  // a name's place is that of its value
                at = value;
                break;
            }
            member = next;
        }
    }
    return result;
}

void JsonValue::fail(const std::string& expected) const {
    switch (kind()) {
        case Kind::null: fail(expected, "null");
        case Kind::boolean: fail(expected, number() != 0 ? "true" : "false");
        case Kind::number: fail(expected, number_text(number()));
        case Kind::string: fail(expected, fmt::format("\"{}\"", on_one_line(string())));
        case Kind::list: fail(expected, "a list");
        case Kind::object: fail(expected, "an object");
    }
    fail(expected, "nothing");
}

void JsonValue::fail(const std::string& expected, const std::string& found) const {
    throw FormatError(text_->file(), place_of(pointer()), expected, found);
}

void JsonValue::fail_without(std::string_view name, const std::string& expected) const {
    throw FormatError(text_->file(), pointer() + pointer_token(name), expected, "nothing");
}

}  // namespace lstm
