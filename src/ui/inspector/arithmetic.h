/// How the page Expected has the run computed, and which way an author did it.
#pragma once

#include "ui/state/frame.h"

#include <optional>

namespace lstm {

/// The same document computed both ways; one of them is its own.
struct BothWays {
    Rounding rounding;
    const Results& exact;
    const Results& rounded;
};

/// Both ways, where it is known how to round: as the document says, or else as what is published
/// tells.
[[nodiscard]] std::optional<BothWays> both_ways(Frame& frame);

/// Exact or rounded, and how; where the two part, what became of that, and which way explains what
/// is published, if one does.
void draw_arithmetic(Frame& frame, const std::optional<BothWays>& ways);

}  // namespace lstm
