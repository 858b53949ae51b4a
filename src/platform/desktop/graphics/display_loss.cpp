/// Xlib's handler of broken connections, in the Xlib that GLFW has loaded.
#include "platform/desktop/graphics/display_loss.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#ifndef _WIN32
#include <dlfcn.h>
#endif

namespace lstm {

#ifdef _WIN32

DisplayLoss::DisplayLoss(std::function<void()>) {}
DisplayLoss::~DisplayLoss() = default;

#else

namespace {

using Handler = int (*)(void* display);

std::function<void()> rescue_from_loss;

int leave(void*) {
    if (rescue_from_loss) rescue_from_loss();
    fmt::print(stderr,
               "lstm-notebook: the display is gone; unsaved work is offered at the next "
               "start\n");
    std::_Exit(1);  // what else is to be cleaned up may need the display
}

}  // namespace

DisplayLoss::DisplayLoss(std::function<void()> rescue) {
    void* const xlib = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
    if (xlib == nullptr) return;
    const auto set_handler =
        reinterpret_cast<Handler (*)(Handler)>(dlsym(xlib, "XSetIOErrorHandler"));
    if (set_handler == nullptr) return;
    rescue_from_loss = std::move(rescue);
    set_handler(leave);
}

DisplayLoss::~DisplayLoss() {
    rescue_from_loss = nullptr;
}

#endif

}  // namespace lstm
