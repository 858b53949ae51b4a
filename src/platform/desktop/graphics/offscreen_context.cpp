/// OpenGL without a display, through EGL.
#include "platform/desktop/graphics/offscreen_context.h"

#include "platform/graphics_error.h"

#include <glad/gl.h>

#include <fmt/format.h>

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace lstm {
namespace {

[[noreturn]] void fail(const char* what) {
    throw GraphicsError(
        fmt::format("drawing without a display needs OpenGL 3.3 through EGL, but {} (EGL error "
                    "0x{:04x}). Install libegl1 and libgl1-mesa-dri, or update the graphics driver",
                    what, eglGetError()));
}

/// Mesa's platform without any display server; elsewhere whatever the driver has by default.
EGLDisplay open_display() {
    const EGLDisplay surfaceless =
        eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (surfaceless != EGL_NO_DISPLAY && eglInitialize(surfaceless, nullptr, nullptr)) {
        return surfaceless;
    }
    const EGLDisplay standard = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    if (standard == EGL_NO_DISPLAY || !eglInitialize(standard, nullptr, nullptr)) {
        fail("no driver could be started");
    }
    return standard;
}

}  // namespace

// The constructor that this one calls is complete before anything can fail, so that the destructor
// gives back what was made until then.
OffscreenContext::OffscreenContext() : OffscreenContext(open_display()) {
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (!eglChooseConfig(display_, wanted, &config, 1, &found) || found == 0) {
        fail("the driver offers no OpenGL");
    }
    // Some drivers make no context current without a surface. Nothing is drawn on this one.
    const EGLint size[] = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    surface_ = eglCreatePbufferSurface(display_, config, size);
    eglBindAPI(EGL_OPENGL_API);
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                              3,
                              EGL_CONTEXT_MINOR_VERSION,
                              3,
                              EGL_CONTEXT_OPENGL_PROFILE_MASK,
                              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                              EGL_NONE};
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
    if (context_ == EGL_NO_CONTEXT) fail("the driver has no OpenGL 3.3");
    if (!eglMakeCurrent(display_, surface_, surface_, context_)) {
        fail("its context could not be used");
    }
    if (gladLoadGL(eglGetProcAddress) == 0) fail("its functions could not be found");
}

OffscreenContext::OffscreenContext(void* display)
    : display_(display), surface_(EGL_NO_SURFACE), context_(EGL_NO_CONTEXT) {}

OffscreenContext::~OffscreenContext() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    if (surface_ != EGL_NO_SURFACE) eglDestroySurface(display_, surface_);
    // The display stays: the process has only this one, and others may be using it.
    eglReleaseThread();
}

}  // namespace lstm
