/// Pictures as PNG files.
#pragma once

#include "platform/picture.h"

#include <string>

namespace lstm {

/// The bytes of a PNG file, 8-bit RGB; the same picture gives the same bytes.
[[nodiscard]] std::string encode_png(const Picture& picture);

}  // namespace lstm
