/// What sizes cost, and whether that is there.
#include "document/memory.h"

#include "model/engine/trace.h"
#include "platform/memory.h"

#include <array>
#include <cstdio>
#include <iterator>
#include <stdexcept>

namespace lstm {

double bytes_of_results(const ForwardPlan& plan, int steps) {
    return 2 * Trace::bytes(plan, steps);
}

double bytes_of(const Cell& cell, Sizes sizes, int steps) {
    double numbers = 0;
    constexpr double copies = 5;  // as they are, packed, their gradients, Adam's two means
    for (const Parameter& parameter : cell.parameters)
        numbers += copies * sizes.of(parameter.rows) * sizes.of(parameter.columns);
    return bytes_of_results(ForwardPlan(cell, sizes), steps) + numbers * sizeof(double);
}

std::string memory_text(double bytes) {
    static const char* const units[] = {"bytes", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < std::size(units)) {
        bytes /= 1000;
        ++unit;
    }
    const bool tenths = unit > 0 && bytes < 9.95;
    std::array<char, 40> text{};
    (void)std::snprintf(text.data(), text.size(), "%.*f %s", tenths ? 1 : 0, bytes, units[unit]);
    return text.data();
}

void require_memory(double bytes) {
    constexpr double small = 1e6;  // for which nobody is asked
    if (bytes < small) return;
    const double free = free_memory();
    if (bytes <= free) return;
    throw std::length_error("This would take " + memory_text(bytes) + " of memory, and " +
                            memory_text(free) +
                            " are free for it: make the sequence or the cell smaller.");
}

}  // namespace lstm
