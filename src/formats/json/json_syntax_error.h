/// Turning the JSON parser's complaint into ours.
#pragma once

#include "formats/format_error.h"

#include <string>
#include <string_view>

namespace lstm {

/// The error for `text` of `file` being no JSON. `position` (bytes read), `token` (the last one
/// read) and `message` are what nlohmann's parser reports.
[[nodiscard]] FormatError json_syntax_error(const std::string& file, std::string_view text,
                                            std::size_t position, std::string_view token,
                                            std::string_view message);

}  // namespace lstm
