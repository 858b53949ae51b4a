/// What edits are called in menus.
#pragma once

#include "document/edit.h"
#include "ui/words/words.h"

#include <string>

namespace lstm {

/// "change forget.W[0][1]", "move step 2 to 3"; as a verb that follows "Undo: ".
[[nodiscard]] std::string name_of(const Words& words, const EditSummary& edit);

}  // namespace lstm
