/// Documents that tests of the window open.
#pragma once

#include "document/document.h"

#include <cmath>

namespace lstm {

/// Random weights, inputs between −1 and 1, labels at every other step. The same each time.
inline Document sequence(Sizes sizes, int steps) {
    Document document;
    document.title = "A lesson";
    document.network = randomised(zero_network(lstm_cell(), sizes), 7);
    for (Vector& state : document.initial) state = Vector::Constant(sizes.hidden, 0.25);
    for (int t = 1; t <= steps; ++t) {
        Step step{Vector(sizes.input), t % 2 == 0 ? "step " + std::to_string(t) : ""};
        for (int k = 0; k < sizes.input; ++k)
            step.x[k] = std::round(100 * std::sin(1.0 + t + 0.7 * k)) / 100;
        document.sequence.edit().emplace_back(std::move(step));
    }
    return document;
}

}  // namespace lstm
