/// What a document's network is trained on.
#pragma once

#include "document/document.h"
#include "model/learning/trainer.h"

#include <cstdint>
#include <vector>

namespace lstm {

/// What training step `index`, from 0, learns from: a sequence drawn from the document's task; or
/// its own sequences, one of them in turn or, where it is trained on the batch, all.
[[nodiscard]] std::vector<TrainingSequence> training_sequences(const Document& document,
                                                               std::int64_t index);

/// The steps of a sequence, as a document has them.
[[nodiscard]] std::vector<Shared<Step>> steps_of(const Sequence& sequence);

/// A trainer that goes on where `document` was left. Throws NotEnoughMemory where memory does not
/// hold what it computes of the document's own sequences.
[[nodiscard]] Trainer trainer_of(const Document& document);

}  // namespace lstm
