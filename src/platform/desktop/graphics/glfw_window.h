/// A window with OpenGL on the user's screen: made, made full screen, and given back.
#pragma once

#include "platform/window_place.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

struct GLFWwindow;

namespace lstm {

/// A hidden window with a current OpenGL 3.3 core context, its functions loaded: where it was last,
/// or of 1280 × 720 times the monitor's scale. There is one at a time, on the main thread.
class GlfwWindow {
public:
    /// Throws GraphicsError with a sentence that names what was found and what to do.
    explicit GlfwWindow(const std::string& title, const std::optional<WindowPlace>& last = {});

    [[nodiscard]] GLFWwindow* get() const { return window_.get(); }

    /// Whether the window has any pixels to draw; none while it is minimised.
    [[nodiscard]] bool drawable() const;
    /// Pixels for one of the units in which GLFW gives places in the window.
    [[nodiscard]] std::array<double, 2> pixels_per_unit() const;
    /// How large the user wants things on this monitor; 1 is the usual size.
    [[nodiscard]] float content_scale() const;

    /// Where it stands now, or will when it is neither full screen nor minimised.
    [[nodiscard]] WindowPlace place();

    void set_title(const std::string& title);
    /// Fills the monitor that the window is on, or brings it back to where it was before.
    void set_full_screen(bool full_screen);

private:
    struct Library {
        Library();
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
        ~Library();
    };
    struct Destroy {
        void operator()(GLFWwindow* window) const;
    };

    Library library_;
    std::unique_ptr<GLFWwindow, Destroy> window_;
    std::string title_;
    bool full_screen_ = false;
    ScreenArea windowed_;  ///< the last place that was neither full screen nor maximised
};

}  // namespace lstm
