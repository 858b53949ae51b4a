/// A display that nobody looks at, for tests of the real window.
#pragma once

#include "support/process.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lstm {

/// An X server of its own, on a number that is free, without a window manager.
class VirtualDisplay {
public:
    /// Throws std::runtime_error where Xvfb does not start.
    VirtualDisplay();

    /// What DISPLAY has to be.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Lets xdotool press keys and move the mouse. Returns what it prints, less the last newline.
    std::string xdotool(std::vector<std::string> arguments) const;

    /// Presses the close button that a window manager would have put on the window.
    void close(const std::string& window) const;
    /// All pixels of the screen.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;

private:
    Process server_;
    std::string name_;
};

}  // namespace lstm
