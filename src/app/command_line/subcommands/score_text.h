/// How well a network does, in words and as JSON.
#pragma once

#include "document/document.h"
#include "model/learning/score.h"

#include <cstdint>
#include <iosfwd>
#include <optional>

namespace lstm {

/// The seed of lessons that `document`, which has a task, is not trained on.
[[nodiscard]] std::uint64_t fresh_seed(const Document& document);

/// How a network does on some lessons of its task.
struct ScoreReport {
    TaskScore result;
    std::optional<DetectionScore> detection;  ///< where the task has anomalies, and all is finite
    bool classes = false;                     ///< the quality is a share of right answers
    std::uint64_t seed = 0;
    bool fresh = true;  ///< it was not trained on this seed
    int sequences = 0;
    int length = 0;  ///< of a sequence, more or less

    /// Whether all that came out are finite numbers.
    [[nodiscard]] bool finite() const;
};

/// Has `document`, which has a task, do `lessons` lessons of the series that `seed` begins:
/// exactly, with nothing held.
[[nodiscard]] ScoreReport score_of(const Document& document, std::uint64_t seed, int sequences);

/// A sentence and a small table.
void print_score(std::ostream& out, const ScoreReport& score);

/// One JSON object; docs/command-line.md describes it.
void print_score_json(std::ostream& out, const ScoreReport& score);

}  // namespace lstm
