/// The window: events to Dear ImGui, a picture where something happened, and rest otherwise.
#include "platform/window.h"

#include "platform/desktop/graphics/display_loss.h"
#include "platform/desktop/graphics/glfw_window.h"
#include "platform/frame_pace.h"
#include "platform/graphics/gl_renderer.h"
#include "platform/leave_signals.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace lstm {
namespace {

/// Seconds between frames at least, where the driver does not wait for the monitor.
constexpr double shortest_frame = 1.0 / 120;

/// Dear ImGui's side of GLFW: keys, mouse, clipboard, time.
struct GlfwBackend {
    explicit GlfwBackend(GLFWwindow* window) { ImGui_ImplGlfw_InitForOpenGL(window, false); }
    GlfwBackend(const GlfwBackend&) = delete;
    GlfwBackend& operator=(const GlfwBackend&) = delete;
    ~GlfwBackend() { ImGui_ImplGlfw_Shutdown(); }
};

}  // namespace

class Window::Loop {
public:
    Loop(const std::string& title, const std::optional<WindowPlace>& last) : window_(title, last) {
        listen();
    }

    [[nodiscard]] Renderer& renderer() { return renderer_; }
    [[nodiscard]] WindowPlace place() { return window_.place(); }
    int run(WindowContents& contents);

private:
    void listen();
    void draw();
    void draw_within_callback();
    void wait();

    GlfwWindow window_;
    GlfwBackend backend_{window_.get()};
    GlRenderer renderer_;
    WindowContents* contents_ = nullptr;
    FramePace pace_;
    std::optional<std::filesystem::path> dropped_;
    bool close_asked_ = false;
    std::exception_ptr failure_;  ///< of a frame drawn within a callback
};

/// Every event wakes the window. Dear ImGui would install its own callbacks, but they take the
/// mouse's place in the window's units; here all lengths are pixels, so that type is always sharp.
void Window::Loop::listen() {
    GLFWwindow* const window = window_.get();
    glfwSetWindowUserPointer(window, this);
    static constexpr auto woken = [](GLFWwindow* of) -> Loop& {
        Loop& self = *static_cast<Loop*>(glfwGetWindowUserPointer(of));
        self.pace_.wake();
        return self;
    };

    glfwSetCursorPosCallback(window, [](GLFWwindow* of, double x, double y) {
        const auto [across, down] = woken(of).window_.pixels_per_unit();
        ImGui_ImplGlfw_CursorPosCallback(of, x * across, y * down);
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* of, int entered) {
        woken(of);
        ImGui_ImplGlfw_CursorEnterCallback(of, entered);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* of, int button, int action, int modifiers) {
        woken(of);
        ImGui_ImplGlfw_MouseButtonCallback(of, button, action, modifiers);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* of, double across, double down) {
        woken(of);
        ImGui_ImplGlfw_ScrollCallback(of, across, down);
    });
    glfwSetKeyCallback(window, [](GLFWwindow* of, int key, int code, int action, int modifiers) {
        woken(of);
        ImGui_ImplGlfw_KeyCallback(of, key, code, action, modifiers);
    });
    glfwSetCharCallback(window, [](GLFWwindow* of, unsigned character) {
        woken(of);
        ImGui_ImplGlfw_CharCallback(of, character);
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* of, int focused) {
        woken(of);
        ImGui_ImplGlfw_WindowFocusCallback(of, focused);
    });

    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* of, int, int) { woken(of); });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* of, float, float) { woken(of); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* of, int) { woken(of); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* of) {
        // While the user drags a border, some systems do not return from waiting for events.
        woken(of).draw_within_callback();
    });
    glfwSetDropCallback(window, [](GLFWwindow* of, int, const char** files) {
        woken(of).dropped_ = std::filesystem::path(reinterpret_cast<const char8_t*>(files[0]));
    });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* of) {
        glfwSetWindowShouldClose(of, GLFW_FALSE);
        woken(of).close_asked_ = true;
    });
}

int Window::Loop::run(WindowContents& contents) {
    contents_ = &contents;
    const auto rescue = [&contents] { contents.rescue(); };
    const LeaveSignals signals(glfwPostEmptyEvent, rescue);
    const DisplayLoss loss(rescue);
    draw();
    glfwShowWindow(window_.get());
    while (!contents.closed()) {
        wait();
        if (failure_) std::rethrow_exception(failure_);
        if (const int signal = signals.heard()) {
            draw();  // what was done until now is done
            contents.take_typing();
            draw();
            contents.rest();
            contents.rescue();
            return 128 + signal;
        }
        if (const auto file = std::exchange(dropped_, std::nullopt)) contents.open_file(*file);
        if (std::exchange(close_asked_, false)) contents.ask_to_close();
        draw();
        if (contents.work()) pace_.wake();
        window_.set_title(contents.title());
        window_.set_full_screen(contents.full_screen());
    }
    return 0;
}

void Window::Loop::draw() {
    if (contents_ == nullptr || !window_.drawable()) return;
    ImGui_ImplGlfw_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize.x *= io.DisplayFramebufferScale.x;
    io.DisplaySize.y *= io.DisplayFramebufferScale.y;
    io.DisplayFramebufferScale = ImVec2(1, 1);
    contents_->draw(window_.content_scale());
    glfwSwapBuffers(window_.get());
}

/// The caller of a callback is written in C, through which no exception should pass.
void Window::Loop::draw_within_callback() {
    try {
        draw();
    } catch (...) {
        failure_ = std::current_exception();
    }
}

/// Waits for an event, or until the picture changes by itself.
void Window::Loop::wait() {
    if (pace_.resting()) contents_->rest();
    const double pause = pace_.begin_wait(contents_->next_frame_in(), ImGui::GetIO().WantTextInput);
    if (std::isinf(pause) || !window_.drawable()) {
        glfwWaitEvents();
    } else {
        glfwWaitEventsTimeout(std::max(pause, shortest_frame));
    }
    pace_.end_wait();
}

Window::Window(const std::string& title, const std::optional<WindowPlace>& last)
    : loop_(std::make_unique<Loop>(title, last)) {}

Window::~Window() = default;

Renderer& Window::renderer() {
    return loop_->renderer();
}

WindowPlace Window::place() {
    return loop_->place();
}

int Window::run(WindowContents& contents) {
    return loop_->run(contents);
}

}  // namespace lstm
