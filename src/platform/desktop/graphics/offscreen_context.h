/// OpenGL without a display: for the render command, and for tests that look at pixels.
#pragma once

namespace lstm {

/// An OpenGL 3.3 core context that needs neither a display server nor a graphics card. Current, on
/// the thread that made it, for as long as it lives; drawing goes into a `Framebuffer`.
class OffscreenContext {
public:
    /// Throws GraphicsError with a sentence that says what is missing and what to install.
    OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;
    ~OffscreenContext();

private:
    explicit OffscreenContext(void* display);

    void* display_;  ///< an EGLDisplay; its header would bring X11's macros along
    void* surface_;
    void* context_;
};

}  // namespace lstm
