/// Finding what was expected and what stands there instead.
#include "formats/json/json_syntax_error.h"

#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace lstm {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// The parser's names of tokens, in words; what is not here is shown as the parser has it.
constexpr std::array<Words, 5> expected_words{{
    {"']'", "',' or ']'"},
    {"'}'", "',' or '}'"},
    {"string literal", "a name in quotes"},
    {"'[', '{', or a literal", "a value"},
    {"end of input", "the end of the file"},
}};
constexpr std::array<Words, 6> found_words{{
    {"string literal", "a string"},
    {"number literal", "a number"},
    {"true literal", "true"},
    {"false literal", "false"},
    {"null literal", "null"},
    {"end of input", "the end of the file"},
}};

template <std::size_t N>
std::string in_words(const std::array<Words, N>& table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Words& words) { return words.first == name; });
    return std::string(found == table.end() ? name : found->second);
}

/// The part of `text` between `begin` and `end`, both of which may be missing.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t start = text.find(begin);
    if (start == std::string_view::npos) return {};
    text.remove_prefix(start + begin.size());
    return text.substr(0, text.find(end));
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '+' || c == '-' || c == '_';
}

/// Where the word or the one character begins that holds the byte at `at`.
std::size_t word_start(std::string_view text, std::size_t at) {
    while (at > 0 && at <= text.size() && is_word(text[at - 1])) --at;
    return at;
}

std::string word_at(std::string_view text, std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end == start) end += std::max<std::size_t>(character_length(text, start), 1);
    return fmt::format("'{}'", on_one_line(text.substr(start, end - start)));
}

}  // namespace

FormatError json_syntax_error(const std::string& file, std::string_view text, std::size_t position,
                              std::string_view token, std::string_view message) {
    // The last byte read; the parser counts the end of the text as one more.
    std::size_t offset = std::min(position == 0 ? 0 : position - 1, text.size());
    const auto error = [&](const std::string& expected, const std::string& found) {
        return FormatError(file, line_and_column(text, offset), expected, found);
    };

    const std::string_view token_wanted = between(message, "; expected ", "\n");
    const std::string wanted =
        token_wanted.empty() ? "a value" : in_words(expected_words, token_wanted);
    // "… - unexpected end of input; expected ']'": a token that does not belong there.
    if (const std::string_view name = between(message, "- unexpected ", ";"); !name.empty()) {
        if (name == "string literal") {
            offset -= std::min(offset, token.size() - 1);
        } else if (name.find("literal") != std::string_view::npos) {
            offset = word_start(text, offset);
        }
        return error(wanted, in_words(found_words, name));
    }
    // "… - invalid literal; last read: 'nul'": no token at all.
    const std::string_view reason = between(message, " - ", "; last read");
    if (offset == text.size()) return error("JSON to its end", "the end of the file");
    if (reason == "invalid literal") {
        offset = word_start(text, offset);
        return error(wanted, word_at(text, offset));
    }
    return error("valid JSON", on_one_line(reason, 200));
}

}  // namespace lstm
