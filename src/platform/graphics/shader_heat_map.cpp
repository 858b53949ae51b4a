/// Heat maps drawn by a shader of ours: values to a texture, the texture to a picture.
#include "platform/graphics/shader_heat_map.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

constexpr int frames_kept = 300;  ///< a picture that nobody wanted for so long is given back
constexpr float not_finite_mark = 2;

/// A value as the shader takes it: −1 to 1, or `not_finite_mark`. Drivers may compile shaders as if
/// NaN did not exist, so none is ever sent there.
float encode(float value, float limit) {
    if (!std::isfinite(value)) return not_finite_mark;
    if (!(limit > 0)) return value > 0 ? 1.0f : value < 0 ? -1.0f : 0.0f;
    return std::clamp(value / limit, -1.0f, 1.0f);
}

/// What the shader gets to see: no more columns and rows than the picture has pixels.
struct Texels {
    int columns, rows;
    std::vector<float> values;
};

Texels texels_of(const HeatMap& map, int width, int height) {
    Texels texels{std::min(map.columns, width), std::min(map.rows, height), {}};
    texels.values.assign(static_cast<std::size_t>(texels.columns) * texels.rows, 0.0f);
    // Products of two sizes go beyond 32 bits.
    const auto place = [](std::int64_t index, int count, int of) { return index * of / count; };
    const float* value = map.values;
    for (int row = 0; row < map.rows; ++row) {
        float* const line =
            texels.values.data() + place(row, map.rows, texels.rows) * texels.columns;
        for (int column = 0; column < map.columns; ++column) {
            const float encoded = encode(*value++, map.limit);
            float& texel = line[place(column, map.columns, texels.columns)];
            if (std::abs(encoded) > std::abs(texel)) texel = encoded;
        }
    }
    return texels;
}

GlTexture upload(const Texels& texels) {
    GlTexture texture = GlTexture::made(glGenTextures);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, texels.columns, texels.rows, 0, GL_RED, GL_FLOAT,
                 texels.values.data());
    return texture;
}

/// Whether both look the same, as far as their revisions tell.
bool same(const HeatMap& a, const HeatMap& b) {
    return a.revision == b.revision && a.rows == b.rows && a.columns == b.columns &&
           a.limit == b.limit && a.negative == b.negative && a.zero == b.zero &&
           a.positive == b.positive && a.not_finite == b.not_finite;
}

}  // namespace

ShaderHeatMap::ShaderHeatMap()
    : program_("heatmap"), no_vertices_(GlVertexArray::made(glGenVertexArrays)) {
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &max_size_);
}

std::uintptr_t ShaderHeatMap::paint(const HeatMap& map, int width, int height) {
    width = std::clamp(width, 1, max_size_);
    height = std::clamp(height, 1, max_size_);
    const int frame = ImGui::GetFrameCount();
    forget_unused(frame);

    Entry& entry = entries_[map.key];
    entry.last_frame = frame;
    const bool fits = entry.picture.width() == width && entry.picture.height() == height;
    if (!fits || !same(entry.drawn, map)) {
        if (!fits) entry.picture = Framebuffer(width, height);
        draw(map, entry.picture);
        entry.drawn = map;
    }
    return entry.picture.texture();
}

void ShaderHeatMap::restore() {
    entries_.clear();
    program_ = ShaderProgram("heatmap");
    no_vertices_ = GlVertexArray::made(glGenVertexArrays);
}

void ShaderHeatMap::draw(const HeatMap& map, const Framebuffer& picture) const {
    glBindFramebuffer(GL_FRAMEBUFFER, picture.name());
    glViewport(0, 0, picture.width(), picture.height());
    for (const GLenum effect : {GL_SCISSOR_TEST, GL_BLEND, GL_DEPTH_TEST, GL_CULL_FACE})
        glDisable(effect);
    if (map.rows <= 0 || map.columns <= 0) {
        const GLfloat nothing[] = {0, 0, 0, 0};
        glClearBufferfv(GL_COLOR, 0, nothing);
        return;
    }

    const GlTexture values = upload(texels_of(map, picture.width(), picture.height()));
    program_.use();
    glUniform1i(program_.uniform("values"), 0);  // the texture unit
    glUniform2i(program_.uniform("pixels"), picture.width(), picture.height());
    const auto set_colour = [this](const char* name, const Rgba& colour) {
        glUniform4f(program_.uniform(name), colour.red, colour.green, colour.blue, colour.alpha);
    };
    set_colour("negative", map.negative);
    set_colour("zero", map.zero);
    set_colour("positive", map.positive);
    set_colour("not_finite", map.not_finite);
    glBindVertexArray(no_vertices_.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

void ShaderHeatMap::forget_unused(int frame) {
    std::erase_if(entries_, [frame](const auto& entry) {
        return frame - entry.second.last_frame > frames_kept;
    });
}

}  // namespace lstm
