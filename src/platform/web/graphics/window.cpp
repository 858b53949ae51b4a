/// The window in a page: the page's events to Dear ImGui, a frame when the page asks for one.
#include "platform/window.h"

#include "platform/frame_pace.h"
#include "platform/graphics/gl_renderer.h"
#include "platform/graphics_error.h"
#include "platform/web/graphics/keys.h"
#include "platform/web/page.h"

#include <emscripten.h>
#include <emscripten/html5_webgl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <exception>
#include <limits>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// The context of the canvas, current from then on.
class CanvasContext {
public:
    CanvasContext() {
        EmscriptenWebGLContextAttributes wish;
        emscripten_webgl_init_context_attributes(&wish);
        wish.majorVersion = 2;
        wish.alpha = wish.depth = wish.stencil = wish.antialias = EM_FALSE;
        // A picture of the page shows the last frame, however long ago that was.
        wish.preserveDrawingBuffer = EM_TRUE;
        context_ = emscripten_webgl_create_context("#canvas", &wish);
        if (context_ <= 0 || emscripten_webgl_make_context_current(context_) != 0)
            throw GraphicsError("this browser draws no WebGL 2, which the window needs");
    }
    CanvasContext(const CanvasContext&) = delete;
    CanvasContext& operator=(const CanvasContext&) = delete;
    ~CanvasContext() { emscripten_webgl_destroy_context(context_); }

private:
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
};

constexpr std::array<const char*, ImGuiMouseCursor_COUNT> cursors{
    "default",     "text",        "move",    "ns-resize",  "ew-resize",
    "nesw-resize", "nwse-resize", "pointer", "not-allowed"};

/// Dear ImGui's clipboard: the page's events of copying and pasting go by it.
std::string& clipboard() {
    static std::string text;
    return text;
}

}  // namespace

class Window::Loop {
public:
    Loop() { prepare_gui(); }

    [[nodiscard]] Renderer& renderer() { return renderer_; }
    void begin(WindowContents& contents) { contents_ = &contents; }
    [[nodiscard]] WindowContents& contents() { return *contents_; }

    /// Seconds until the next frame, negative: none is due.
    double frame(double seconds, int width, int height, float content_scale);
    void wake() { pace_.wake(); }
    void lose_graphics() { lost_ = true; }
    void restore_graphics() {
        renderer_.restore();
        lost_ = false;
        wake();
    }

private:
    static void prepare_gui();
    void draw(double seconds, int width, int height, float content_scale);
    void tell_page();

    CanvasContext context_;
    GlRenderer renderer_;
    WindowContents* contents_ = nullptr;
    FramePace pace_;
    double last_ = 0;  ///< when the last frame was, in seconds
    bool lost_ = false;
    bool waiting_ = false;
    std::string title_;
    bool full_screen_ = false;
    int cursor_ = -1;
};

namespace {

/// The page calls functions, not objects.
Window::Loop* the_loop = nullptr;
/// Where text is being typed, as Dear ImGui says.
ImGuiPlatformImeData text_place;

}  // namespace

void Window::Loop::prepare_gui() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendPlatformName = "page";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.MouseDoubleClickTime = 0.5F;
    io.SetClipboardTextFn = [](void*, const char* text) {
        clipboard() = text;
        page::copy(text);
    };
    io.GetClipboardTextFn = [](void*) { return clipboard().c_str(); };
    io.SetPlatformImeDataFn = [](ImGuiViewport*, ImGuiPlatformImeData* data) {
        text_place = *data;
    };
}

double Window::Loop::frame(double seconds, int width, int height, float content_scale) {
    if (std::exchange(waiting_, false)) pace_.end_wait();
    if (width > 0 && height > 0 && !lost_) draw(seconds, width, height, content_scale);
    if (contents_->work()) pace_.wake();
    tell_page();
    if (pace_.resting()) {
        contents_->rest();
        page::keep_files();
    }
    const double pause = pace_.begin_wait(contents_->next_frame_in(), ImGui::GetIO().WantTextInput);
    waiting_ = true;
    return std::isinf(pause) || lost_ ? -1 : pause;
}

void Window::Loop::draw(double seconds, int width, int height, float content_scale) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    constexpr double least = 1e-6, most = 1;
    io.DeltaTime = static_cast<float>(std::clamp(seconds - last_, least, most));
    last_ = seconds;
    contents_->draw(content_scale);
}

void Window::Loop::tell_page() {
    if (std::string title = contents_->title(); title != title_) {
        title_ = std::move(title);
        page::set_title(title_);
    }
    if (const bool full = contents_->full_screen(); full != std::exchange(full_screen_, full))
        page::set_full_screen(full);
    if (const int cursor = ImGui::GetMouseCursor(); cursor != std::exchange(cursor_, cursor))
        page::set_cursor(cursor < 0 ? "none" : cursors.at(static_cast<std::size_t>(cursor)));
    page::want_text(ImGui::GetIO().WantTextInput, text_place.InputPos.x, text_place.InputPos.y,
                    text_place.InputLineHeight);
}

Window::Window(const std::string&, const std::optional<WindowPlace>&)
    : loop_(std::make_unique<Loop>()) {
    the_loop = loop_.get();
}

Window::~Window() {
    the_loop = nullptr;
}

Renderer& Window::renderer() {
    return loop_->renderer();
}

WindowPlace Window::place() {
    return {};
}

int Window::run(WindowContents& contents) {
    loop_->begin(contents);
    return 0;
}

std::unique_ptr<PictureRenderer> open_offscreen_renderer(int width, int height) {
    return open_picture_renderer(width, height);
}

}  // namespace lstm

// What the page calls. Places are pixels of the canvas, times are seconds.
extern "C" {
using namespace lstm;

EMSCRIPTEN_KEEPALIVE double notebook_frame(double seconds, int width, int height, float scale) {
    return the_loop->frame(seconds, width, height, scale);
}

EMSCRIPTEN_KEEPALIVE void notebook_move(float x, float y, int by_touch) {
    the_loop->wake();
    ImGui::GetIO().AddMouseSourceEvent(by_touch != 0 ? ImGuiMouseSource_TouchScreen
                                                     : ImGuiMouseSource_Mouse);
    ImGui::GetIO().AddMousePosEvent(x, y);
}

EMSCRIPTEN_KEEPALIVE void notebook_leave() {
    the_loop->wake();
    constexpr float nowhere = -std::numeric_limits<float>::max();
    ImGui::GetIO().AddMousePosEvent(nowhere, nowhere);
}

EMSCRIPTEN_KEEPALIVE void notebook_button(int button, int down) {
    the_loop->wake();
    ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
}

EMSCRIPTEN_KEEPALIVE void notebook_wheel(float across, float down) {
    the_loop->wake();
    ImGui::GetIO().AddMouseWheelEvent(across, down);
}

/// Modifiers are added up: 1 Ctrl, 2 Shift, 4 Alt, 8 Super. Whether there is such a key.
EMSCRIPTEN_KEEPALIVE int notebook_key(const char* code, const char* name, int down, int modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (modifiers & 8) != 0);
    the_loop->wake();
    const ImGuiKey key = key_of(code, name);
    if (key == ImGuiKey_None) return 0;
    io.AddKeyEvent(key, down != 0);
    return 1;
}

EMSCRIPTEN_KEEPALIVE void notebook_text(const char* text) {
    the_loop->wake();
    ImGui::GetIO().AddInputCharactersUTF8(text);
}

EMSCRIPTEN_KEEPALIVE void notebook_focus(int focused) {
    the_loop->wake();
    ImGui::GetIO().AddFocusEvent(focused != 0);
}

EMSCRIPTEN_KEEPALIVE void notebook_clipboard(const char* text) {
    clipboard() = text;
}

EMSCRIPTEN_KEEPALIVE void notebook_open(const char* path) {
    the_loop->wake();
    the_loop->contents().open_file(path);
}

/// The tab may be gone in a moment: what is unsaved is kept.
EMSCRIPTEN_KEEPALIVE void notebook_rescue() {
    the_loop->contents().rest();
    the_loop->contents().rescue();
}

EMSCRIPTEN_KEEPALIVE void notebook_wake() {
    the_loop->wake();
}

EMSCRIPTEN_KEEPALIVE void notebook_lose_graphics() {
    the_loop->lose_graphics();
}

EMSCRIPTEN_KEEPALIVE void notebook_restore_graphics() {
    the_loop->restore_graphics();
}
}
