// The files that travel inside the program: examples, shaders and fonts.
#pragma once

#include <span>
#include <string_view>

namespace lstm {

/// One file, as it was when the program was built. Both views live as long as the program.
struct EmbeddedFile {
    std::string_view path;   ///< "examples/NAME.json", "shaders/NAME" or "fonts/NAME.ttf"
    std::string_view bytes;  ///< its contents; a zero byte, not counted, follows them
};

/// Every embedded file, sorted by path (so that a binary search finds one).
std::span<const EmbeddedFile> embedded_files();

}  // namespace lstm
