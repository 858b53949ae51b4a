/// A long series of numbers as it can be drawn: few points, of which none is missing that stands
/// out.
#pragma once

#include "model/engine/step_range.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace lstm {

/// A number a timestep, where it stands in memory.
struct Series {
    const double* values = nullptr;  ///< that of `span.first`
    std::ptrdiff_t stride = 1;       ///< numbers from one step to the next
    StepRange span;                  ///< 0 ≤ first

    [[nodiscard]] double at(int t) const { return values[(t - span.first) * stride]; }
};

/// A point of a curve; NaN: the curve is open here.
struct CurvePoint {
    int t;
    double value;
};

/// The least and the most of each 4, 8, 16, … timesteps of a series, blocks that begin at multiples
/// of their length. Any stretch is so drawn in as many steps as it has pixels.
class Envelope {
public:
    /// Makes this the envelope of `series`, given that it is that of one with the same numbers
    /// before timestep `changed`; 0: of any.
    void update(const Series& series, int changed);

    /// What is to be drawn of `span`, a part of the series: all timesteps, or where there are many,
    /// the least and the most of blocks of at most `longest`, and whether any of their numbers is
    /// not finite. In the order of time.
    [[nodiscard]] std::vector<CurvePoint> points(const Series& series, StepRange span,
                                                 double longest) const;

    /// The least and the most of all finite numbers; nothing where there is none.
    struct Ends {
        double least;
        double most;
    };
    [[nodiscard]] std::optional<Ends> ends(const Series& series) const;

private:
    /// Timesteps of the least and of the most; none where no number is finite.
    struct Block {
        int least = none_of_them;
        int most = none_of_them;
        bool open = false;  ///< some number is not finite
    };
    static constexpr int none_of_them = -1;

    [[nodiscard]] static Block block_of(const Series& series, int n);
    [[nodiscard]] static Block joined(const Series& series, const Block& a, const Block& b);

    /// Block `n` of `level`, in which nothing is new before timestep `changed`.
    Block renewed(const Series& series, std::size_t level, std::size_t n, int changed);

    StepRange span_;
    std::vector<std::vector<Block>> levels_;  ///< blocks of 4 timesteps, of 8, …, the last is one
};

}  // namespace lstm
