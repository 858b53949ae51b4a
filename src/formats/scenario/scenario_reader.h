/// Reading a scenario file: from its text to a document.
#pragma once

#include "document/document.h"
#include "formats/format_error.h"

#include <string>
#include <string_view>

namespace lstm {

/// The version of the format that this program writes, and the last one that it reads.
inline constexpr int scenario_version = 1;

/// The document in `text`. Throws FormatError, naming `file_name`, at the first thing that is not
/// as the format has it.
[[nodiscard]] Document read_scenario(std::string_view text, const std::string& file_name);

}  // namespace lstm
