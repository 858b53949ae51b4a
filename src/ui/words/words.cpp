/// Finding a sentence, and filling its holes.
#include "ui/words/words.h"

#include "ui/words/languages.h"

#include <algorithm>
#include <map>

namespace lstm {
namespace {

using Index = std::map<std::string_view, std::string_view>;

Index index_of(Language language) {
    Index index;
    for (const Sentence& sentence : sentences_in(language))
        index.emplace(sentence.key, sentence.text);
    return index;
}

std::vector<Index> all_indices() {
    std::vector<Index> indices;
    for (const Language language : languages()) indices.push_back(index_of(language));
    return indices;
}

/// The sentence of `key` in `language`, or else in English; nothing where there is none.
std::optional<std::string_view> find(Language language, std::string_view key) {
    static const std::vector<Index> indices = all_indices();
    for (const Language each : {language, Language::english}) {
        const Index& index = indices[static_cast<std::size_t>(each)];
        if (const auto found = index.find(key); found != index.end()) return found->second;
    }
    return {};
}

}  // namespace

std::vector<Language> languages() {
    std::vector<Language> all;
    for (std::size_t n = 0; n < language_table.size(); ++n) all.push_back(Language(n));
    return all;
}

std::string_view name_of(Language language) {
    return language_table[static_cast<std::size_t>(language)].name;
}

std::optional<Language> language_named(std::string_view name) {
    const std::string_view start = name.substr(0, name.find_first_of("_.@"));
    for (const Language language : languages())
        if (name_of(language) == start) return language;
    return {};
}

std::span<const Sentence> sentences_in(Language language) {
    return language_table[static_cast<std::size_t>(language)].sentences();
}

std::string Words::operator()(std::string_view key, std::initializer_list<Hole> holes) const {
    const std::string_view text = find(language_, key).value_or(key);
    std::string said;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at);
        said += text.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto hole = std::ranges::find(holes, name, &Hole::name);
        said += hole != holes.end() ? hole->value : "{" + std::string(name) + "}";
        at = close + 1;
    }
    return said;
}

bool Words::has(std::string_view key) const {
    return find(language_, key).has_value();
}

namespace {

std::string joined(const std::vector<std::string>& items, const std::string& between,
                   const std::string& before_last) {
    std::string list;
    for (std::size_t n = 0; n < items.size(); ++n) {
        if (n > 0) list += n + 1 == items.size() ? before_last : between;
        list += items[n];
    }
    return list;
}

}  // namespace

std::string listed(const Words& words, const std::vector<std::string>& items) {
    return joined(items, words("list.comma"), words("list.and"));
}

std::string enumerated(const Words& words, const std::vector<std::string>& items) {
    return joined(items, words("list.comma"), words("list.comma"));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string counted(const Words& words, std::string_view what, int n) {
    return words(std::string(what) + (n == 1 ? ".one" : ".many"), {{"n", std::to_string(n)}});
}

}  // namespace lstm
