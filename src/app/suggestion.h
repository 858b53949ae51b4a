/// "Did you mean …?": the word that somebody meant who mistyped it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// The first of those `words` that `typed` differs least from, if that is no more than one letter
/// in three; else empty. A letter too many, too few, another one, and two that changed places each
/// count once; so does a beginning alone.
[[nodiscard]] std::string nearest(std::string_view typed, const std::vector<std::string>& words);

/// "; did you mean WORD?", or nothing where no word is near.
[[nodiscard]] std::string did_you_mean(std::string_view typed,
                                       const std::vector<std::string>& words);

}  // namespace lstm
