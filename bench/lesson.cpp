/// Documents to measure with.
#include "lesson.h"

#include <cmath>

namespace lstm {

Document sequence(Sizes sizes, int steps) {
    Document document;
    document.network = randomised(zero_network(lstm_cell(), sizes), 1);
    for (Vector& state : document.initial) state = Vector::Zero(sizes.hidden);
    for (int t = 1; t <= steps; ++t) {
        Step step{Vector(sizes.input), ""};
        for (int k = 0; k < sizes.input; ++k) step.x[k] = std::sin(t + 0.7 * k);
        document.sequence.edit().emplace_back(std::move(step));
    }
    return document;
}

}  // namespace lstm
