/// How a network learns, as fields of a scenario.
#pragma once

#include "document/document.h"

#include <string>

namespace lstm {

/// Appends the fields `training` and `task`, each where it says something.
void append_training(std::string& out, const Document& document);

}  // namespace lstm
