/// Words: whatever the window says, as whole sentences with named holes, in one language.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// A language that the window speaks: its place in the table of languages.h. A sentence that it
/// lacks is said in English.
enum class Language : std::uint8_t { english };

/// All of them, English first.
[[nodiscard]] std::vector<Language> languages();

/// "en", "de": as settings, the command line and LANG spell it.
[[nodiscard]] std::string_view name_of(Language language);

/// The language called `name`: "de", or as LANG has it "de_AT.UTF-8"; nothing for all others.
[[nodiscard]] std::optional<Language> language_named(std::string_view name);

/// A sentence, and the key by which the code asks for it.
struct Sentence {
    std::string_view key;   ///< "command.undo.help"
    std::string_view text;  ///< "Undo: {edit}"
};

/// Its sentences; English has every key.
[[nodiscard]] std::span<const Sentence> sentences_in(Language language);

/// What stands in a sentence in the place of {name}.
struct Hole {
    std::string_view name;
    std::string value;
};

/// Says things in one language.
class Words {
public:
    explicit Words(Language language) : language_(language) {}

    [[nodiscard]] Language language() const { return language_; }
    /// The sentence of `key`, with its holes filled. A key that no language has is shown as it is,
    /// for a test to find.
    [[nodiscard]] std::string operator()(std::string_view key,
                                         std::initializer_list<Hole> holes = {}) const;
    /// Whether there is such a sentence.
    [[nodiscard]] bool has(std::string_view key) const;

private:
    Language language_;
};

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const Words& words, const std::vector<std::string>& items);

/// "a", "a, b", "a, b, c".
[[nodiscard]] std::string enumerated(const Words& words, const std::vector<std::string>& items);

/// `text` with a capital letter, if it begins with one of a to z.
[[nodiscard]] std::string capitalised(std::string text);

/// A number of things: the sentence WHAT.one of one, WHAT.many of any other number, with {n}.
[[nodiscard]] std::string counted(const Words& words, std::string_view what, int n);

}  // namespace lstm
