/// The languages' own files: one function each.
#pragma once

#include "ui/words/words.h"

#include <span>

namespace lstm {

/// Every sentence that there is.
[[nodiscard]] std::span<const Sentence> english();
/// Those that have been translated.
[[nodiscard]] std::span<const Sentence> german();

}  // namespace lstm
