/// Tasks that take a long memory.
#include "model/tasks/tasks.h"

#include <algorithm>
#include <array>
#include <string>

namespace lstm {

Lesson draw_browsing(Random& random, int length) {
    constexpr std::array<const char*, 7> items{"camera", "tent",   "shoes",       "books",
                                               "coffee", "tripod", "sleeping bag"};
    const int wish = random.below(2);
    Lesson lesson;
    const int steps = std::max(3, length - random.below(4));
    for (int t = 0; t + 1 < steps; ++t) {
        const int item = t == 0 ? wish : 2 + random.below(3);
        const bool last = t + 2 == steps;
        lesson.add(one_hot(item, 7), last ? class_target(5 + wish) : Vector(),
                   items[static_cast<std::size_t>(item)]);
    }
    lesson.key = lesson.targets.size() - 1;
    return lesson;
}

Lesson draw_lag(Random& random, int length) {
    constexpr std::array<const char*, 4> names{"A", "B", "y", "z"};
    const int first = random.below(2);
    Lesson lesson;
    for (int t = 0; t < length; ++t) {
        const int symbol = t == 0 ? first : 2 + random.below(2);
        lesson.add(one_hot(symbol, 4), t + 1 == length ? class_target(first) : Vector(),
                   names[static_cast<std::size_t>(symbol)]);
    }
    lesson.key = lesson.targets.size() - 1;
    return lesson;
}

Lesson draw_adding(Random& random, int length) {
    const int half = std::max(1, length / 2);
    const int first = random.below(half);
    const int second = half + random.below(std::max(1, length - half));
    Lesson lesson;
    double sum = 0;
    for (int t = 0; t < length; ++t) {
        const bool marked = t == first || t == second;
        const double value = random.unit();
        if (marked) sum += value;
        lesson.add(Vector{{value, marked ? 1.0 : 0.0}},
                   t + 1 == length ? Vector::Constant(1, sum) : Vector(), marked ? "+" : "");
    }
    lesson.key = lesson.targets.size() - 1;
    return lesson;
}

}  // namespace lstm
