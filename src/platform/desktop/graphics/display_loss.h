/// The end of the display: the X server died, or the user was logged out.
#pragma once

#include <functional>

namespace lstm {

/// While it lives, `rescue` is called when the connection to the X server breaks; the program then
/// ends with exit status 1. Does nothing where no X server is used. There is one at a time, once
/// GLFW has been started.
class DisplayLoss {
public:
    explicit DisplayLoss(std::function<void()> rescue);
    DisplayLoss(const DisplayLoss&) = delete;
    DisplayLoss& operator=(const DisplayLoss&) = delete;
    ~DisplayLoss();
};

}  // namespace lstm
