/// Tasks with characters.
#include "model/learning/tasks/tasks.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace lstm {
namespace {

/// A sequence that asks for the next character of `text` from character `first` on.
Sequence next_characters(const std::string& text, std::string_view alphabet, std::size_t first) {
    Sequence sequence;
    const auto symbol = [&](char c) { return static_cast<int>(alphabet.find(c)); };
    const int count = static_cast<int>(alphabet.size());
    for (std::size_t k = 0; k + 1 < text.size(); ++k)
        sequence.add(one_hot(symbol(text[k]), count),
                     k >= first ? class_target(symbol(text[k + 1])) : Vector(),
                     std::string(1, text[k]));
    return sequence;
}

}  // namespace

Sequence draw_brackets(Random& random, int length) {
    constexpr std::string_view alphabet = "()a.";
    const int deepest = std::max(1, length / 4);
    const int depth = 1 + random.below(deepest);
    std::string text;
    for (int open = 0; open < depth; ++open) {
        while (random.unit() < 0.3) text += 'a';
        text += '(';
    }
    while (random.unit() < 0.3) text += 'a';
    const std::size_t first = text.size();
    text.append(static_cast<std::size_t>(depth), ')');
    text += '.';
    Sequence sequence = next_characters(text, alphabet, first);
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

Sequence draw_reber(Random& random, int /*length*/) {
    constexpr std::string_view alphabet = "BTPSXVE";
    /// A state of the grammar: two ways on, each a symbol and the state behind it.
    struct Way {
        char symbol;
        int next;
    };
    constexpr std::array<std::array<Way, 2>, 6> grammar{{{{{'T', 1}, {'P', 2}}},
                                                         {{{'S', 1}, {'X', 3}}},
                                                         {{{'T', 2}, {'V', 4}}},
                                                         {{{'X', 2}, {'S', 5}}},
                                                         {{{'P', 3}, {'V', 5}}},
                                                         {{{'E', -1}, {'E', -1}}}}};
    const char outer = random.below(2) == 0 ? 'T' : 'P';
    std::string text = std::string("B") + outer + 'B';
    for (int state = 0; state >= 0;) {
        const Way& way =
            grammar[static_cast<std::size_t>(state)][static_cast<std::size_t>(random.below(2))];
        text += way.symbol;
        state = way.next;
    }
    text += outer;
    text += 'E';
    Sequence sequence = next_characters(text, alphabet, 0);
    sequence.key = sequence.targets.size() - 2;
    return sequence;
}

}  // namespace lstm
