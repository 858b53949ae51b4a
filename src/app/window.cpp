/// The window: events to Dear ImGui, a picture where something happened, and rest otherwise.
#include "app/window.h"

#include "app/application.h"
#include "app/examples.h"
#include "app/glfw_window.h"
#include "app/graphics_error.h"
#include "app/gui.h"
#include "app/journal.h"
#include "app/loading.h"
#include "app/offscreen_renderer.h"
#include "app/settings.h"
#include "app/shader_heat_map.h"
#include "app/telling.h"
#include "platform/display_loss.h"
#include "platform/leave_signals.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <utility>

namespace lstm {
namespace {

/// Frames after an event: Dear ImGui settles what one frame set off in the next ones.
constexpr int frames_to_settle = 3;
/// What hovers shows its tip after a while, and a text cursor blinks: seconds to the next look.
constexpr double moment = 0.5;
/// Seconds between frames at least, where the driver does not wait for the monitor.
constexpr double shortest_frame = 1.0 / 120;

/// Dear ImGui's side of GLFW: keys, mouse, clipboard, time.
struct GlfwBackend {
    explicit GlfwBackend(GLFWwindow* window) { ImGui_ImplGlfw_InitForOpenGL(window, false); }
    GlfwBackend(const GlfwBackend&) = delete;
    GlfwBackend& operator=(const GlfwBackend&) = delete;
    ~GlfwBackend() { ImGui_ImplGlfw_Shutdown(); }
};

class Window {
public:
    Window(Loaded scenario, const std::string& language);
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() { when_display_is_lost({}); }

    /// Until the user closes it, or a signal does. Returns the program's exit status.
    int run();

private:
    void listen();
    void draw();
    void draw_within_callback();
    void rest();
    void wake() { frames_due_ = frames_to_settle, lingering_ = true; }
    void save_changed_settings();
    /// Takes what is being typed, and keeps all that is unsaved.
    void leave_at_once();

    Settings settings_ = load_settings();
    Settings saved_settings_ = settings_;
    GlfwWindow window_{"LSTM Notebook", settings_.window};
    Gui gui_;
    GlfwBackend backend_{window_.get()};
    ShaderHeatMap painter_;
    Journal journal_{state_folder()};
    Application application_;

    int frames_due_ = frames_to_settle;
    bool lingering_ = true;  ///< the moment after the last event has not passed yet
    std::optional<std::filesystem::path> dropped_;
    bool close_asked_ = false;
    std::exception_ptr failure_;  ///< of a frame drawn within a callback
    LeaveSignals signals_{glfwPostEmptyEvent, [this] { journal_.flush(); }};
};

/// What the user asked for, else what he chose before, else what the system speaks.
Language language_of(const std::string& asked, const Settings& settings) {
    for (const std::string& name : {asked, settings.language})
        if (const auto language = language_named(name)) return *language;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0')
            return language_named(value).value_or(Language::english);
    return Language::english;
}

Window::Window(Loaded scenario, const std::string& language)
    : application_(std::move(scenario), settings_, painter_, open_pictures) {
    application_.view().look.language = language_of(language, settings_);
    listen();
    when_display_is_lost([this] { journal_.flush(); });
    application_.keep_work_in(journal_);
}

/// Every event wakes the window. Dear ImGui would install its own callbacks, but they take the
/// mouse's place in the window's units; here all lengths are pixels, so that type is always sharp.
void Window::listen() {
    GLFWwindow* const window = window_.get();
    glfwSetWindowUserPointer(window, this);
    static constexpr auto woken = [](GLFWwindow* of) -> Window& {
        Window& self = *static_cast<Window*>(glfwGetWindowUserPointer(of));
        self.wake();
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

int Window::run() {
    draw();
    glfwShowWindow(window_.get());
    while (!application_.closed()) {
        rest();
        if (failure_) std::rethrow_exception(failure_);
        if (const int signal = signals_.heard()) {
            leave_at_once();
            return 128 + signal;
        }
        if (const auto file = std::exchange(dropped_, std::nullopt)) application_.open_file(*file);
        if (std::exchange(close_asked_, false)) application_.ask_to_close();
        draw();
        application_.work();
        window_.set_title(application_.window_title());
        window_.set_full_screen(application_.full_screen());
    }
    save_changed_settings();
    journal_.clear();
    return 0;
}

void Window::leave_at_once() {
    draw();  // what was done until now is done
    application_.take_typing();
    draw();
    save_changed_settings();
    journal_.flush();
}

void Window::draw() {
    if (!window_.drawable()) return;
    ImGui_ImplGlfw_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize.x *= io.DisplayFramebufferScale.x;
    io.DisplaySize.y *= io.DisplayFramebufferScale.y;
    io.DisplayFramebufferScale = ImVec2(1, 1);
    gui_.draw(application_, window_.content_scale());
    glfwSwapBuffers(window_.get());
}

/// The caller of a callback is written in C, through which no exception should pass.
void Window::draw_within_callback() {
    try {
        draw();
    } catch (...) {
        failure_ = std::current_exception();
    }
}

/// Waits for an event, or until the picture changes by itself.
void Window::rest() {
    double pause = application_.next_frame_in();
    const bool settling = frames_due_ > 0;
    if (settling) {
        --frames_due_;
        pause = 0;
    } else {
        save_changed_settings();
        if (lingering_ || ImGui::GetIO().WantTextInput) pause = std::min(pause, moment);
    }

    if (std::isinf(pause) || !window_.drawable()) {
        glfwWaitEvents();
    } else {
        glfwWaitEventsTimeout(std::max(pause, shortest_frame));
    }
    // Nothing for a moment: one more look, and a tip that appears then needs a frame for its size.
    if (!settling && frames_due_ == 0 && std::exchange(lingering_, false)) frames_due_ = 1;
}

void Window::save_changed_settings() {
    settings_.window = window_.place();
    if (settings_ == saved_settings_) return;
    save_settings(settings_);
    saved_settings_ = settings_;
}

}  // namespace

int open_window(const WindowOptions& options) {
    Loaded scenario =
        options.file.empty() ? load_example(examples().front()) : load_scenario(options.file);
    try {
        return Window(std::move(scenario), options.language).run();
    } catch (const GraphicsError& error) {
        tell(error.what());
        return 1;
    }
}

}  // namespace lstm
