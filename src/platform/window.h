/// A window on the user's screen. It runs the loop, as a browser's page does: who draws in it is
/// asked for frames, and told what becomes of the window.
#pragma once

#include "platform/renderer.h"
#include "platform/window_place.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lstm {

/// What stands in a window. All members but `rescue` are called from the thread that called
/// Window::run, never within one another.
class WindowContents {
public:
    WindowContents() = default;
    WindowContents(const WindowContents&) = delete;
    WindowContents& operator=(const WindowContents&) = delete;
    virtual ~WindowContents() = default;

    /// Draws a frame with the window's renderer. ImGuiIO already says how many pixels there are,
    /// how much time has passed and what the user did meanwhile. `content_scale`: how large the
    /// user wants things on this monitor; 1 is the usual size.
    virtual void draw(float content_scale) = 0;
    /// Between two frames: goes on with what takes long, for some hundredths of a second at most.
    /// Whether there is something new to see.
    [[nodiscard]] virtual bool work() = 0;
    /// Seconds after which the picture changes by itself; infinite where nothing moves.
    [[nodiscard]] virtual double next_frame_in() const = 0;
    /// Nothing happens for the moment: time to save what the user chose.
    virtual void rest() = 0;

    [[nodiscard]] virtual std::string title() const = 0;
    [[nodiscard]] virtual bool full_screen() const = 0;
    /// Whether the window may go.
    [[nodiscard]] virtual bool closed() const = 0;

    /// A file was dropped on the window.
    virtual void open_file(const std::filesystem::path& file) = 0;
    /// The user wants to close the window.
    virtual void ask_to_close() = 0;
    /// The system asks the program to leave: the next frame, which is the last, takes what is being
    /// typed. `rest` and `rescue` follow.
    virtual void take_typing() = 0;
    /// The program ends within this call or soon after it, because the display is gone or it hangs:
    /// keeps what is unsaved. Called from any thread.
    virtual void rescue() = 0;
};

/// A window, hidden until it runs. It gives Dear ImGui's current context its size, keys, mouse,
/// clipboard and time; all places are pixels. There is one at a time, on the main thread, and it
/// goes before that context.
class Window {
public:
    /// Where it was `last`, or of 1280 × 720 times the monitor's scale. Throws GraphicsError with a
    /// sentence that names what was found and what to do.
    explicit Window(const std::string& title, const std::optional<WindowPlace>& last = {});
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    [[nodiscard]] Renderer& renderer();
    /// Where it stands now, or will when it is neither full screen nor minimised.
    [[nodiscard]] WindowPlace place();

    /// Shows `contents` until they are closed: 0; or until the system asks the program to leave,
    /// by TERM, HUP or INT: 128 + the signal. It draws when something happened or moves, and
    /// otherwise sleeps. In a browser it does not return: the page calls from then on, and the
    /// contents must live as long as the page.
    [[nodiscard]] int run(WindowContents& contents);

    class Loop;  ///< what stands behind it, on each system

private:
    std::unique_ptr<Loop> loop_;
};

}  // namespace lstm
