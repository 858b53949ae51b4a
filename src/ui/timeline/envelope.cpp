/// Blocks of blocks: built from the first number that changed, read where they begin.
#include "ui/timeline/envelope.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace lstm {
namespace {

constexpr int shortest = 2;  ///< the logarithm of the length of the shortest blocks

/// Timesteps of a block of `level`, as a power of two.
constexpr int length_of(int level) {
    return 1 << (shortest + level);
}

}  // namespace

Envelope::Block Envelope::block_of(const Series& series, int n) {
    Block block;
    const int first = std::max(n * length_of(0), series.span.first);
    const int last = std::min(n * length_of(0) + length_of(0) - 1, series.span.last);
    for (int t = first; t <= last; ++t) {
        const double value = series.at(t);
        if (!std::isfinite(value)) {
            block.open = true;
            continue;
        }
        if (block.least == none_of_them || value < series.at(block.least)) block.least = t;
        if (block.most == none_of_them || value > series.at(block.most)) block.most = t;
    }
    return block;
}

Envelope::Block Envelope::joined(const Series& series, const Block& a, const Block& b) {
    const bool open = a.open || b.open;
    if (a.least == none_of_them) return {b.least, b.most, open};
    if (b.least == none_of_them) return {a.least, a.most, open};
    return {series.at(b.least) < series.at(a.least) ? b.least : a.least,
            series.at(b.most) > series.at(a.most) ? b.most : a.most, open};
}

void Envelope::update(const Series& series, int changed) {
    const StepRange before = std::exchange(span_, series.span);
    if (span_.last < span_.first) {
        levels_.clear();
        return;
    }
    // Where it got longer or shorter, its last block has another end.
    const int first =
        before.first != span_.first
            ? 0
            : std::clamp(std::min({changed, before.last + 1, span_.last + 1}), 0, span_.last);
    levels_.resize(static_cast<std::size_t>(
        std::bit_width(static_cast<unsigned>(span_.last / length_of(0))) + 1));
    for (std::size_t level = 0; level < levels_.size(); ++level)
        levels_[level].resize(
            static_cast<std::size_t>(span_.last / length_of(static_cast<int>(level))) + 1);
    (void)renewed(series, levels_.size() - 1, 0, first);
}

Envelope::Block Envelope::renewed(const Series& series, std::size_t level, std::size_t n,
                                  int changed) {
    Block& block = levels_[level][n];
    const int length = length_of(static_cast<int>(level));
    if (static_cast<int>(n + 1) * length <= changed) return block;
    if (level == 0) return block = block_of(series, static_cast<int>(n));
    // One half after the other: their numbers are still at hand when they are joined.
    const bool two = 2 * n + 1 < levels_[level - 1].size();
    const Block one = renewed(series, level - 1, 2 * n, changed);
    return block =
               joined(series, one, two ? renewed(series, level - 1, 2 * n + 1, changed) : Block());
}

std::vector<CurvePoint> Envelope::points(const Series& series, StepRange span,
                                         double longest) const {
    const int last_level = static_cast<int>(levels_.size()) - 1;
    int level = -1;  // of single steps
    while (level < last_level && length_of(level + 1) <= longest) ++level;
    constexpr double open = std::numeric_limits<double>::quiet_NaN();
    std::vector<CurvePoint> points;
    for (int t = span.first; t <= span.last;) {
        // The longest block that begins here and ends within the span.
        int fits = level;
        while (fits >= 0 && (t % length_of(fits) != 0 || span.last - t < length_of(fits) - 1))
            --fits;
        if (fits < 0) {
            const double value = series.at(t);
            points.push_back({t, std::isfinite(value) ? value : open});
            ++t;
            continue;
        }
        const Block& block =
            levels_[static_cast<std::size_t>(fits)][static_cast<std::size_t>(t / length_of(fits))];
        t += length_of(fits);
        if (block.least != none_of_them) {
            const auto [one, other] = std::minmax(block.least, block.most);
            points.push_back({one, series.at(one)});
            if (one != other) points.push_back({other, series.at(other)});
        }
        if (block.open) points.push_back({t - 1, open});
    }
    return points;
}

std::optional<Envelope::Ends> Envelope::ends(const Series& series) const {
    if (levels_.empty() || levels_.back().front().least == none_of_them) return {};
    const Block& all = levels_.back().front();
    return Ends{series.at(all.least), series.at(all.most)};
}

}  // namespace lstm
