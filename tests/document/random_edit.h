/// A random edit, most often one that fits the document.
#pragma once

#include "document/edit.h"

#include <random>

namespace lstm {

inline Edit random_edit(const Document& document, std::mt19937& random) {
    const auto below = [&](int end) { return std::uniform_int_distribution(0, end - 1)(random); };
    const double value = std::uniform_real_distribution(-2.0, 2.0)(random);
    const int t = below(document.steps() + 1) + 1;  // now and then one too far
    const int element = below(document.sizes().hidden);
    switch (below(13)) {
        case 0:
        case 1: {
            const int parameter = below(static_cast<int>(document.network.parameters.size()));
            const Matrix& matrix = *document.network.parameters[parameter];
            return SetParameter{parameter, below(static_cast<int>(matrix.rows())),
                                below(static_cast<int>(matrix.cols())), value};
        }
        case 2:
        case 3: return SetInput{t, below(document.sizes().input), value};
        case 4: return SetLabel{t, "label " + std::to_string(below(3))};
        case 5: return SetInitial{below(2), element, value};
        case 6: return InsertStep{t};
        case 7: return DuplicateStep{t};
        case 8: return DeleteStep{t};
        case 9: return MoveStep{t, below(document.steps() + 1) + 1};
        case 10: return Resize{{below(4) + 1, below(4) + 1}};
        case 11: {
            std::vector<Force> forces = *document.forces;
            if (!forces.empty() && below(2) == 0) forces.erase(forces.begin());
            const Gate& gate = document.cell().gates[below(4)];
            Force force{gate.value, {}, t, t + below(3), value};
            if (below(2) == 0) force.element = element;
            forces.push_back(force);
            return SetForces{forces};
        }
        default: break;
    }
    if (below(2) == 0) return Randomise{random()};
    return below(2) == 0 ? SetRounding{below(6)} : SetRounding{};
}

}  // namespace lstm
