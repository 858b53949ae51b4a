/// Writing a scenario file that people can read and edit.
#pragma once

#include "document/document.h"

#include <string>

namespace lstm {

/// `document` as the text of a scenario file. Reading it back gives the same document, and writing
/// that one the same text, byte for byte: fields stand in a fixed order, title, description,
/// source, initial and every bias are always there, and each number is the shortest that reads back
/// the same.
[[nodiscard]] std::string write_scenario(const Document& document);

}  // namespace lstm
