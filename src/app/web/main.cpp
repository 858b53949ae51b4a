/// The program in a page: opens what the address says, and leaves the rest to the page's calls.
#include "app/notebook_window.h"
#include "app/web/mirror_json.h"
#include "platform/web/page.h"

#include <emscripten.h>
#include <imgui_internal.h>

#include <exception>
#include <filesystem>
#include <optional>
#include <string>

namespace {

using namespace lstm;

/// It lives as long as the page does, which ends without a word.
NotebookWindow* window = nullptr;

/// At the first visit: as the user's system looks.
void settle_in() {
    const page::Wishes wishes = page::wishes();
    std::error_code unknown;
    if (std::filesystem::exists(settings_file(), unknown)) return;
    Settings settings;
    if (wishes.dark) settings.theme = "dark";
    if (wishes.more_contrast) settings.theme = "print";
    settings.reduced_motion = wishes.reduced_motion;
    save_settings(settings);
}

}  // namespace

int main() {
    settle_in();
    window = new NotebookWindow(load_example(examples().front()), "");
    Application& application = window->application();
    Look& look = application.view().look;
    look.keyboard = Keyboard::browser;
    look.touch = page::wishes().touch;
    const page::Address address = page::address();
    look.embedded = address.embedded;
    application.share_from(address.page);
    if (!address.fragment.empty()) application.open_link(address.fragment);
    return window->run();
}

// What the page calls, beside the window's own events.
extern "C" {

EMSCRIPTEN_KEEPALIVE int notebook_unsaved() {
    return window->application().session().unsaved() ? 1 : 0;
}

/// The address has another fragment now.
EMSCRIPTEN_KEEPALIVE void notebook_open_link(const char* fragment) {
    window->application().open_link(fragment);
}

/// The browser keeps nothing from this visit to the next, for that reason.
EMSCRIPTEN_KEEPALIVE void notebook_cannot_keep(const char* reason) {
    window->application().tell_unkept(reason);
}

EMSCRIPTEN_KEEPALIVE void notebook_full_screen(int on) {
    window->application().view().look.full_screen = on != 0;
}

/// Whether what is under the pointer may be dragged: else a finger there scrolls.
EMSCRIPTEN_KEEPALIVE int notebook_takes_drag() {
    const ImGuiContext& gui = *ImGui::GetCurrentContext();
    return gui.HoveredId != 0 || gui.HoveredIdPreviousFrame != 0 ? 1 : 0;
}

/// Two fingers moved apart by `factor`, and together across and down in pixels.
EMSCRIPTEN_KEEPALIVE void notebook_pinch(float factor, float across, float down) {
    constexpr float pixels_a_notch = 50, spread_a_notch = 0.18F;
    const float turn = (factor - 1) / spread_a_notch;
    ImGui::GetIO().AddMouseWheelEvent(across / pixels_a_notch, turn + down / pixels_a_notch);
}

/// What stands in the last frame, as JSON: valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* notebook_regions() {
    static std::string text;
    text = regions_json(window->application().regions());
    return text.c_str();
}

/// The same for those who do not see it.
EMSCRIPTEN_KEEPALIVE const char* notebook_mirror() {
    static std::string text;
    text = mirror_json(window->application());
    return text.c_str();
}

/// Tab comes to the control at the region `id`.
EMSCRIPTEN_KEEPALIVE void notebook_focus_on(const char* id) {
    window->application().focus_on(id);
}

/// A click on the region `id`.
EMSCRIPTEN_KEEPALIVE void notebook_press(const char* id) {
    const Region* const region = window->application().regions().find(id);
    if (region == nullptr) return;
    ImGuiIO& io = ImGui::GetIO();
    const auto [x, y] = region->centre();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
}

/// `text` in the place of the number at the region `id`.
EMSCRIPTEN_KEEPALIVE void notebook_enter(const char* id, const char* text) {
    window->application().focus_on(id);
    ImGuiIO& io = ImGui::GetIO();
    const auto press = [&](ImGuiKey key) {
        io.AddKeyEvent(key, true);
        io.AddKeyEvent(key, false);
    };
    press(ImGuiKey_Enter);  // opens the field, with all of it selected
    io.AddInputCharactersUTF8(text);
    press(ImGuiKey_Enter);
}
}
