/// How far words are apart: Damerau and Levenshtein's distance, of neighbours only.
#include "app/suggestion.h"

#include <algorithm>

namespace lstm {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    // row[j]: from the first letters of a to the first j of b; `last` and `before` are the rows
    // above.
    std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& words) {
    constexpr std::size_t longest = 100;  // what is longer was no slip
    if (typed.size() < 2 || typed.size() > longest) return {};
    std::string best;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string& word : words) {
        const bool begins = typed.size() > 2 && word.starts_with(typed);
        const std::size_t apart = begins ? 1 : distance(typed, word);
        if (apart >= least || word == typed) continue;
        least = apart;
        best = word;
    }
    return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& words) {
    const std::string word = nearest(typed, words);
    return word.empty() ? "" : "; did you mean " + word + "?";
}

}  // namespace lstm
