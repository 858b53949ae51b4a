/// Look-ups in a cell's lists.
#include "model/cell.h"

#include <algorithm>
#include <stdexcept>

namespace lstm {

std::string_view name_of(Phase phase) {
    switch (phase) {
        case Phase::read: return "read";
        case Phase::forget: return "forget";
        case Phase::write: return "write";
        case Phase::update: return "update";
        case Phase::output: return "output";
        case Phase::speak: return "speak";
    }
    return "";
}

QuantityId Cell::find(std::string_view name) const {
    const auto found = std::find_if(quantities.begin(), quantities.end(),
                                    [&](const Quantity& q) { return q.name == name; });
    return found == quantities.end() ? none : static_cast<int>(found - quantities.begin());
}

QuantityId Cell::at(std::string_view name) const {
    const QuantityId id = find(name);
    if (id == none) throw std::out_of_range("no quantity " + std::string(name));
    return id;
}

ParameterId Cell::find_parameter(std::string_view gate, std::string_view letter) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) {
        return p.gate == gate && p.letter == letter;
    });
    return found == parameters.end() ? none : static_cast<int>(found - parameters.begin());
}

}  // namespace lstm
