/// Tasks that take a long memory.
#include "model/learning/tasks/tasks.h"

#include <algorithm>
#include <array>
#include <string>

namespace lstm {

Sequence draw_browsing(Random& random, int length) {
    constexpr std::array<const char*, 7> items{"camera", "tent",   "shoes",       "books",
                                               "coffee", "tripod", "sleeping bag"};
    const int wish = random.below(2);
    Sequence sequence;
    const int steps = std::max(3, length - random.below(4));
    for (int t = 0; t + 1 < steps; ++t) {
        const int item = t == 0 ? wish : 2 + random.below(3);
        const bool last = t + 2 == steps;
        sequence.add(one_hot(item, 7), last ? class_target(5 + wish) : Vector(),
                     items[static_cast<std::size_t>(item)]);
    }
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

Sequence draw_lag(Random& random, int length) {
    constexpr std::array<const char*, 4> names{"A", "B", "y", "z"};
    const int first = random.below(2);
    Sequence sequence;
    for (int t = 0; t < length; ++t) {
        const int symbol = t == 0 ? first : 2 + random.below(2);
        sequence.add(one_hot(symbol, 4), t + 1 == length ? class_target(first) : Vector(),
                     names[static_cast<std::size_t>(symbol)]);
    }
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

Sequence draw_adding(Random& random, int length) {
    const int half = std::max(1, length / 2);
    const int first = random.below(half);
    const int second = half + random.below(std::max(1, length - half));
    Sequence sequence;
    double sum = 0;
    for (int t = 0; t < length; ++t) {
        const bool marked = t == first || t == second;
        const double value = random.unit();
        if (marked) sum += value;
        sequence.add(Vector{{value, marked ? 1.0 : 0.0}},
                     t + 1 == length ? Vector::Constant(1, sum) : Vector(), marked ? "+" : "");
    }
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

}  // namespace lstm
