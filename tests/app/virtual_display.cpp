/// A display that nobody looks at: Xvfb, xdotool, and Xlib for what that cannot do.
#include "virtual_display.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

namespace lstm {
namespace {

struct Disconnect {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

std::unique_ptr<Display, Disconnect> connect(const std::string& name) {
    std::unique_ptr<Display, Disconnect> display(XOpenDisplay(name.c_str()));
    if (!display) throw std::runtime_error("no display " + name);
    return display;
}

}  // namespace

VirtualDisplay::VirtualDisplay()
    // Without -noreset it starts afresh, and for a moment is away, when its last client leaves.
    : server_({"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset"}) {
    using namespace std::chrono_literals;
    // The server prints its number when it is ready.
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const std::string number = server_.out();
        if (number.ends_with('\n')) {
            name_ = ":" + number.substr(0, number.size() - 1);
            return;
        }
        if (server_.wait(20ms)) break;
    }
    throw std::runtime_error("Xvfb did not start: " + server_.err());
}

std::string VirtualDisplay::xdotool(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "xdotool");
    std::string said = run(std::move(arguments), {.environment = {{"DISPLAY", name_}}}).out;
    if (said.ends_with('\n')) said.pop_back();
    return said;
}

void VirtualDisplay::close(const std::string& window) const {
    const auto display = connect(name_);
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = std::stoul(window);
    event.xclient.message_type = XInternAtom(display.get(), "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] =
        static_cast<long>(XInternAtom(display.get(), "WM_DELETE_WINDOW", False));
    XSendEvent(display.get(), event.xclient.window, False, NoEventMask, &event);
    XSync(display.get(), False);
}

std::vector<std::uint8_t> VirtualDisplay::pixels() const {
    const auto display = connect(name_);
    const Window root = DefaultRootWindow(display.get());
    XWindowAttributes attributes{};
    XGetWindowAttributes(display.get(), root, &attributes);
    XImage* const image =
        XGetImage(display.get(), root, 0, 0, static_cast<unsigned>(attributes.width),
                  static_cast<unsigned>(attributes.height), AllPlanes, ZPixmap);
    if (image == nullptr) throw std::runtime_error("the screen cannot be read");
    const auto size = static_cast<std::size_t>(image->bytes_per_line) * image->height;
    std::vector<std::uint8_t> result(image->data, image->data + size);
    XDestroyImage(image);
    return result;
}

}  // namespace lstm
