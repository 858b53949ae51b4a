/// Programs that run on the graphics card: found among the embedded files, compiled and linked.
#include "platform/graphics/shader_program.h"

#include "assets/embedded_assets.h"
#include "platform/graphics_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace lstm {
namespace {

/// What stands before each of our shaders, which are written so that both languages read them.
constexpr std::string_view dialect =
#ifdef __EMSCRIPTEN__
    "#version 300 es\n"
    "precision highp float;\nprecision highp int;\nprecision highp sampler2D;\n"
#else
    "#version 330 core\n"
#endif
    "#line 1\n";

std::string_view source_of(std::string_view path) {
    const auto files = embedded_files();
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const EmbeddedFile& each) { return each.path == path; });
    if (file == files.end()) {
        throw GraphicsError(fmt::format("the program carries no file {}", path));
    }
    return file->bytes;
}

/// The driver's words about a shader or a program: `get_log` is glGetShaderInfoLog or its like.
template <class GetParameter, class GetLog>
std::string log_of(GLuint name, GetParameter get_parameter, GetLog get_log) {
    GLint size = 0;
    get_parameter(name, GL_INFO_LOG_LENGTH, &size);
    std::string log(static_cast<std::size_t>(std::max(size, 1)), '\0');
    GLsizei length = 0;
    get_log(name, size, &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return log;
}

GlShader compile(GLenum kind, const std::string& path) {
    const std::array parts{dialect, source_of(path)};
    const std::array texts{parts[0].data(), parts[1].data()};
    const std::array lengths{static_cast<GLint>(parts[0].size()),
                             static_cast<GLint>(parts[1].size())};
    GlShader shader(glCreateShader(kind));
    glShaderSource(shader.get(), 2, texts.data(), lengths.data());
    glCompileShader(shader.get());
    GLint compiled = GL_FALSE;
    glGetShaderiv(shader.get(), GL_COMPILE_STATUS, &compiled);
    if (compiled == GL_FALSE) {
        throw GraphicsError(fmt::format("the graphics driver does not compile {}: {}", path,
                                        log_of(shader.get(), glGetShaderiv, glGetShaderInfoLog)));
    }
    return shader;
}

}  // namespace

ShaderProgram::ShaderProgram(std::string_view name) : program_(glCreateProgram()) {
    const GlShader vertex = compile(GL_VERTEX_SHADER, fmt::format("shaders/{}.vert", name));
    const GlShader fragment = compile(GL_FRAGMENT_SHADER, fmt::format("shaders/{}.frag", name));
    glAttachShader(program_.get(), vertex.get());
    glAttachShader(program_.get(), fragment.get());
    glLinkProgram(program_.get());
    // From now on the program alone keeps what it needs of them.
    glDetachShader(program_.get(), vertex.get());
    glDetachShader(program_.get(), fragment.get());
    GLint linked = GL_FALSE;
    glGetProgramiv(program_.get(), GL_LINK_STATUS, &linked);
    if (linked == GL_FALSE) {
        throw GraphicsError(
            fmt::format("the graphics driver does not link shaders/{}.vert and .frag: {}", name,
                        log_of(program_.get(), glGetProgramiv, glGetProgramInfoLog)));
    }
}

}  // namespace lstm
