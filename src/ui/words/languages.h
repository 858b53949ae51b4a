/// The table of the languages: each has a file of its own, with one function, and a line here.
#pragma once

#include "ui/words/words.h"

#include <array>
#include <span>

namespace lstm {

/// Every sentence that there is.
[[nodiscard]] std::span<const Sentence> english();
/// Those that have been translated.
[[nodiscard]] std::span<const Sentence> german();

struct LanguageEntry {
    std::string_view name;
    std::span<const Sentence> (*sentences)();
};

inline constexpr std::array language_table{LanguageEntry{"en", english},
                                           LanguageEntry{"de", german}};

}  // namespace lstm
