/// Vertices, indices and textures of Dear ImGui, to OpenGL.
#include "platform/graphics/gui_painter.h"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace lstm {
namespace {

/// As shaders/gui.vert has them.
enum Attribute : GLuint { position, texture_position, colour };

GLuint name_of(ImTextureID texture) {
    return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(texture));
}

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);  // NOLINT(performance-no-int-to-ptr): OpenGL's way
}

}  // namespace

GuiPainter::GuiPainter()
    : program_("gui"), size_(program_.uniform("size")), coverage_(program_.uniform("coverage")) {
    program_.use();
    glUniform1i(program_.uniform("image"), 0);  // the texture unit
    array_ = GlVertexArray::made(glGenVertexArrays);
    vertices_ = GlBuffer::made(glGenBuffers);
    indices_ = GlBuffer::made(glGenBuffers);
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.get());
    for (const GLuint attribute : {position, texture_position, colour})
        glEnableVertexAttribArray(attribute);
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(position, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(texture_position, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(colour, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(offsetof(ImDrawVert, col)));
}

void GuiPainter::upload_fonts() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* texels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&texels, &width, &height);
    fonts_ = GlTexture::made(glGenTextures);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, fonts_.get());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, texels);
    const std::uintptr_t name = fonts_.get();
    atlas.SetTexID(reinterpret_cast<ImTextureID>(name));  // NOLINT(performance-no-int-to-ptr)
}

void GuiPainter::draw(const ImDrawData& data) const {
    if (data.DisplaySize.x <= 0 || data.DisplaySize.y <= 0) return;
    set_state(data);
    for (const ImDrawList* list : data.CmdLists) draw(*list, data);
    glDisable(GL_SCISSOR_TEST);
}

void GuiPainter::set_state(const ImDrawData& data) const {
    glViewport(0, 0, static_cast<GLsizei>(data.DisplaySize.x),
               static_cast<GLsizei>(data.DisplaySize.y));
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glActiveTexture(GL_TEXTURE0);
    program_.use();
    glUniform2f(size_, data.DisplaySize.x, data.DisplaySize.y);
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
}

void GuiPainter::draw(const ImDrawList& list, const ImDrawData& data) const {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4& clip = command.ClipRect;
        const int left = std::max(static_cast<int>(clip.x), 0);
        const int top = std::max(static_cast<int>(clip.y), 0);
        const int right = static_cast<int>(std::min(clip.z, data.DisplaySize.x));
        const int bottom = static_cast<int>(std::min(clip.w, data.DisplaySize.y));
        if (right <= left || bottom <= top || command.ElemCount == 0) continue;
        // OpenGL counts from the bottom.
        glScissor(left, static_cast<GLint>(data.DisplaySize.y) - bottom, right - left,
                  bottom - top);
        const GLuint texture = name_of(command.GetTexID());
        glUniform1i(coverage_, texture == fonts_.get() ? 1 : 0);
        glBindTexture(GL_TEXTURE_2D, texture);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                       offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

}  // namespace lstm
