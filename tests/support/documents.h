/// Documents for tests: small ones written by hand, and random ones.
#pragma once

#include "document/document.h"

#include <cstdint>
#include <string>

namespace lstm {

/// The text of a valid scenario with every field of the format: 2 inputs, 3 units, 2 steps.
[[nodiscard]] std::string full_scenario();

/// What a random document may be.
struct RandomDocumentLimits {
    int max_size = 6;   ///< of input_size and hidden_size
    int max_steps = 9;  ///< of T
    int max_clamps = 0;
    int max_sequences = 3;       ///< 1: only the one without a name
    const Cell* cell = nullptr;  ///< of this kind; nullptr: of any, with a read-out or without
    /// Numbers of every size, and strings of every character; otherwise what a lesson would have.
    bool wild = false;
};

/// A valid document, of any loss, targets at some steps or none; the same seed gives the same one.
[[nodiscard]] Document random_document(std::uint32_t seed, RandomDocumentLimits limits = {});

}  // namespace lstm
