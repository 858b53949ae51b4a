/// Why something was not done, in sentences.
#pragma once

#include "document/session.h"
#include "ui/words/words.h"

#include <string>

namespace lstm {

/// "There is no step 4.", "A value must be a finite number."
[[nodiscard]] std::string sentence_about(const Words& words, const Violation& violation);
/// "This would take 8 TB of memory, and 1.2 GB are free for it: …"
[[nodiscard]] std::string sentence_about(const Words& words, const NotEnoughMemory& lack);
[[nodiscard]] std::string sentence_about(const Words& words, const Refusal& refusal);

}  // namespace lstm
