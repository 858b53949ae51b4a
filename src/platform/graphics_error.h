/// The error that says what graphics there are, and what is needed.
#pragma once

#include <stdexcept>

namespace lstm {

/// There is no display, no OpenGL 3.3, or a driver that does not do its part. what() is a sentence
/// that says what was found; the program ends with status 1.
class GraphicsError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace lstm
