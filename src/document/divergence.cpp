/// Comparing traces, and guessing an author's rounding.
#include "document/divergence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lstm {
namespace {

/// Whether `a` and `b` are the same up to what the order of a few additions can change.
bool agree(double a, double b) {
    if (!std::isfinite(a) || !std::isfinite(b)) return a == b || (std::isnan(a) && std::isnan(b));
    constexpr double slack = 16 * std::numeric_limits<double>::epsilon();
    return std::abs(a - b) <= slack * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace

std::optional<Divergence> first_divergence(const Trace& exact, const Trace& rounded) {
    for (int t = 1; t <= exact.steps(); ++t) {
        for (const Equation& equation : exact.cell().equations) {
            const VectorView a = exact.vector(equation.result, t);
            const VectorView b = rounded.vector(equation.result, t);
            for (int k = 0; k < static_cast<int>(a.size()); ++k)
                if (!agree(a[k], b[k])) return Divergence{t, equation.result, k};
        }
    }
    return {};
}

std::optional<int> published_decimals(const Document& document) {
    std::array<int, max_decimals + 1> counts{};
    for (const Expectation& e : *document.expectations)
        if (e.decimals) ++counts[*e.decimals];
    const auto most = std::max_element(counts.rbegin(), counts.rend());
    if (*most == 0) return {};
    return static_cast<int>(counts.rend() - most) - 1;
}

}  // namespace lstm
