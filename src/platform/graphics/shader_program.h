/// Programs that run on the graphics card, from the folder shaders/.
#pragma once

#include "platform/graphics/gl_name.h"

#include <string_view>

namespace lstm {

/// A vertex and a fragment shader, compiled and linked. Needs a current OpenGL context.
class ShaderProgram {
public:
    /// From shaders/`name`.vert and shaders/`name`.frag, as embedded in the program. Throws
    /// GraphicsError with the driver's log where they do not compile or link.
    explicit ShaderProgram(std::string_view name);

    void use() const { glUseProgram(program_.get()); }
    /// Where the uniform `name` is set; −1, which OpenGL ignores, where the shaders do not use it.
    [[nodiscard]] GLint uniform(const char* name) const {
        return glGetUniformLocation(program_.get(), name);
    }

private:
    GlProgram program_;
};

}  // namespace lstm
