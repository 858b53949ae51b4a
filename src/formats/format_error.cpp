/// Putting a format error into one line.
#include "formats/format_error.h"

#include "platform/text.h"

#include <utility>

namespace lstm {

FormatError::FormatError(std::string file, std::string place, std::string expected,
                         std::string found)
    : std::runtime_error(on_one_line(file, 1000) + ": " + place + ": expected " + expected +
                         ", found " + found),
      file_(std::move(file)),
      place_(std::move(place)),
      expected_(std::move(expected)),
      found_(std::move(found)) {}

}  // namespace lstm
