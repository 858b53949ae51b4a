/// OpenGL's names for things (textures, programs…), deleted by their owners.
#pragma once

#include "platform/graphics/gl.h"

#include <utility>

namespace lstm {

/// Owns one OpenGL object, or none (name 0). Has to die while the object's context is current.
template <class Delete>
class GlName {
public:
    GlName() = default;
    explicit GlName(GLuint name) : name_(name) {}
    /// A new one, by OpenGL's function that makes several.
    template <class Generate>
    [[nodiscard]] static GlName made(Generate generate) {
        GLuint name = 0;
        generate(1, &name);
        return GlName(name);
    }
    GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlName& operator=(GlName other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    ~GlName() {
        if (name_ != 0) Delete{}(name_);
    }

    [[nodiscard]] GLuint get() const { return name_; }

private:
    GLuint name_ = 0;
};

struct DeleteTexture {
    void operator()(GLuint name) const { glDeleteTextures(1, &name); }
};
struct DeleteFramebuffer {
    void operator()(GLuint name) const { glDeleteFramebuffers(1, &name); }
};
struct DeleteBuffer {
    void operator()(GLuint name) const { glDeleteBuffers(1, &name); }
};
struct DeleteVertexArray {
    void operator()(GLuint name) const { glDeleteVertexArrays(1, &name); }
};
struct DeleteShader {
    void operator()(GLuint name) const { glDeleteShader(name); }
};
struct DeleteProgram {
    void operator()(GLuint name) const { glDeleteProgram(name); }
};

using GlTexture = GlName<DeleteTexture>;
using GlFramebuffer = GlName<DeleteFramebuffer>;
using GlBuffer = GlName<DeleteBuffer>;
using GlVertexArray = GlName<DeleteVertexArray>;
using GlShader = GlName<DeleteShader>;
using GlProgram = GlName<DeleteProgram>;

}  // namespace lstm
