/// A window with OpenGL on the user's screen, through GLFW.
#include "platform/desktop/graphics/glfw_window.h"

#include "platform/graphics_error.h"

#include <glad/gl.h>

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

constexpr int default_width = 1280, default_height = 720;
constexpr int min_width = 320, min_height = 240;
constexpr const char* application_id = "lstm-notebook";

/// Why GLFW's last call failed.
std::string glfw_reason() {
    const char* description = nullptr;
    glfwGetError(&description);
    return description != nullptr ? description : "no reason was given";
}

constexpr const char* without_display =
    "or use \"lstm-notebook render\" or \"lstm-notebook trace\", which need no display";

[[noreturn]] void fail(const std::string& found) {
    throw GraphicsError(fmt::format(
        "the window needs a display with OpenGL 3.3, but there is none: {}. Update the graphics "
        "driver (Debian: apt-get install libgl1-mesa-dri), {}",
        found, without_display));
}

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

/// Where not even a display was found: which, and what speaks to it.
[[noreturn]] void fail_without_display(const std::string& found) {
    const bool speaks_wayland =
        std::string_view(glfwGetVersionString()).find("Wayland") != std::string_view::npos;
    if (is_set("WAYLAND_DISPLAY") && !is_set("DISPLAY") && !speaks_wayland)
        throw GraphicsError(fmt::format(
            "the window needs GLFW for Wayland here, as WAYLAND_DISPLAY is set and DISPLAY is not, "
            "but the one that is installed speaks only to X11. Install it (Debian: apt-get install "
            "libglfw3-wayland, which takes the place of libglfw3), start Xwayland, {}",
            without_display));
    throw GraphicsError(fmt::format(
        "the window needs a display, but there is none: {}. Set DISPLAY or WAYLAND_DISPLAY to one, "
        "{}",
        found, without_display));
}

/// Whatever OpenGL there is when 3.3 is not, for the message.
std::string found_instead() {
    const std::string reason = glfw_reason();
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    GLFWwindow* const window = glfwCreateWindow(1, 1, application_id, nullptr, nullptr);
    if (window == nullptr) return reason;
    glfwMakeContextCurrent(window);
    std::string found = reason;
    if (gladLoadGL(glfwGetProcAddress) != 0) {
        const auto text = [](GLenum name) {
            return reinterpret_cast<const char*>(glGetString(name));
        };
        found = fmt::format("the renderer found, {}, has OpenGL {} ({})", text(GL_RENDERER),
                            text(GL_VERSION), reason);
    }
    glfwDestroyWindow(window);
    return found;
}

GLFWwindow* make_window(const std::string& title) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);  // macOS asks for it
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // until there is something to see
    glfwWindowHint(GLFW_AUTO_ICONIFY,
                   GLFW_FALSE);  // a projection stays when another window is used
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, application_id);
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, application_id);
#ifdef GLFW_WAYLAND_APP_ID
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, application_id);
#endif
    GLFWwindow* const window =
        glfwCreateWindow(default_width, default_height, title.c_str(), nullptr, nullptr);
    if (window == nullptr) fail(found_instead());
    return window;
}

/// The monitor that shows most of the window.
GLFWmonitor* monitor_of(GLFWwindow* window) {
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    const auto shown = [&](GLFWmonitor* monitor) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitor, &left, &top);
        const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
        const int across = std::min(x + width, left + mode->width) - std::max(x, left);
        const int down = std::min(y + height, top + mode->height) - std::max(y, top);
        return static_cast<long long>(std::max(across, 0)) * std::max(down, 0);
    };
    const std::span all(monitors, static_cast<std::size_t>(count));
    return all.empty() ? nullptr : *std::ranges::max_element(all, {}, shown);
}

/// What windows may cover of `monitor`.
ScreenArea work_area(GLFWmonitor* monitor) {
    ScreenArea area;
    glfwGetMonitorWorkarea(monitor, &area.x, &area.y, &area.width, &area.height);
    return area;
}

std::vector<ScreenArea> screens() {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    std::vector<ScreenArea> areas;
    for (GLFWmonitor* const monitor : std::span(monitors, static_cast<std::size_t>(count)))
        areas.push_back(work_area(monitor));
    return areas;
}

ScreenArea area_of(GLFWwindow* window) {
    ScreenArea area;
    glfwGetWindowPos(window, &area.x, &area.y);
    glfwGetWindowSize(window, &area.width, &area.height);
    return area;
}

/// Makes a window that is larger than the monitor as large as that.
void fit_on_monitor(GLFWwindow* window) {
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return;
    const ScreenArea most = work_area(monitor);
    const ScreenArea area = area_of(window);
    if (area.width <= most.width && area.height <= most.height) return;
    glfwSetWindowSize(window, std::min(area.width, most.width), std::min(area.height, most.height));
}

/// To where the window was last, if there is a screen.
void put_back(GLFWwindow* window, const WindowPlace& last) {
    if (const auto area = fitted_on(screens(), last.area)) {
        glfwSetWindowSize(window, area->width, area->height);
        glfwSetWindowPos(window, area->x, area->y);
    }
    if (last.maximised) glfwMaximizeWindow(window);
}

}  // namespace

GlfwWindow::Library::Library() {
    if (glfwInit() == GLFW_FALSE) fail_without_display(glfw_reason());
}

GlfwWindow::Library::~Library() {
    glfwTerminate();
}

void GlfwWindow::Destroy::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
}

GlfwWindow::GlfwWindow(const std::string& title, const std::optional<WindowPlace>& last)
    : window_(make_window(title)), title_(title) {
    glfwMakeContextCurrent(get());
    if (gladLoadGL(glfwGetProcAddress) == 0) fail("its functions could not be loaded");
    glfwSwapInterval(1);
    const float scale = content_scale();
    glfwSetWindowSizeLimits(get(), static_cast<int>(min_width * scale),
                            static_cast<int>(min_height * scale), GLFW_DONT_CARE, GLFW_DONT_CARE);
    fit_on_monitor(get());
    windowed_ = area_of(get());
    if (last) put_back(get(), *last);
}

bool GlfwWindow::drawable() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(get(), &width, &height);
    return width > 0 && height > 0 && glfwGetWindowAttrib(get(), GLFW_ICONIFIED) == GLFW_FALSE;
}

std::array<double, 2> GlfwWindow::pixels_per_unit() const {
    int width = 0, height = 0, pixels_across = 0, pixels_down = 0;
    glfwGetWindowSize(get(), &width, &height);
    glfwGetFramebufferSize(get(), &pixels_across, &pixels_down);
    return {width > 0 ? static_cast<double>(pixels_across) / width : 1,
            height > 0 ? static_cast<double>(pixels_down) / height : 1};
}

float GlfwWindow::content_scale() const {
    float across = 1, down = 1;
    glfwGetWindowContentScale(get(), &across, &down);
    return across;
}

WindowPlace GlfwWindow::place() {
    const bool maximised = glfwGetWindowAttrib(get(), GLFW_MAXIMIZED) == GLFW_TRUE;
    if (!full_screen_ && !maximised && glfwGetWindowAttrib(get(), GLFW_ICONIFIED) == GLFW_FALSE)
        windowed_ = area_of(get());
    return {windowed_, maximised};
}

void GlfwWindow::set_title(const std::string& title) {
    if (title == title_) return;
    title_ = title;
    glfwSetWindowTitle(get(), title.c_str());
}

void GlfwWindow::set_full_screen(bool full_screen) {
    if (full_screen == full_screen_) return;
    if (full_screen) (void)place();  // remembers it
    full_screen_ = full_screen;
    if (!full_screen) {
        const auto& [x, y, width, height] = windowed_;
        glfwSetWindowMonitor(get(), nullptr, x, y, width, height, GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* const monitor = monitor_of(get());
    if (monitor == nullptr) return;
    const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(get(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

}  // namespace lstm
