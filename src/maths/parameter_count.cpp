/// Sums in words.
#include "maths/parameter_count.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// "2·3", or "2" of a vector.
std::string text_of(const Parameter& parameter, Sizes sizes) {
    const std::string rows = std::to_string(sizes.of(parameter.rows));
    if (parameter.columns == Extent::one) return rows;
    return rows + "·" + std::to_string(sizes.of(parameter.columns));
}

}  // namespace

std::int64_t parameter_count(const Cell& cell, Sizes sizes) {
    std::int64_t count = 0;
    for (const Parameter& parameter : cell.parameters)
        count += std::int64_t{sizes.of(parameter.rows)} * sizes.of(parameter.columns);
    return count;
}

std::string parameter_sum(const Cell& cell, Sizes sizes) {
    // What each owner has, in the cell's order: "2·3 + 2·2 + 2".
    std::vector<std::pair<std::string, std::string>> owners;
    for (const Parameter& parameter : cell.parameters) {
        if (owners.empty() || owners.back().first != parameter.gate)
            owners.emplace_back(parameter.gate, text_of(parameter, sizes));
        else
            owners.back().second += " + " + text_of(parameter, sizes);
    }
    std::vector<std::pair<std::string, int>> groups;
    for (const auto& [owner, sum] : owners) {
        const auto same =
            std::find_if(groups.begin(), groups.end(),
                         [&text = sum](const auto& group) { return group.first == text; });
        if (same == groups.end())
            groups.emplace_back(sum, 1);
        else
            ++same->second;
    }
    std::string text = std::to_string(parameter_count(cell, sizes)) + " = ";
    for (const auto& [sum, count] : groups) {
        if (&sum != &groups.front().first) text += " + ";
        if (count > 1)
            text += std::to_string(count) + " · (" + sum + ")";
        else
            text += sum;
    }
    return text;
}

}  // namespace lstm
