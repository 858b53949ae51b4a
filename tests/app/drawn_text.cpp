/// Finding letters among triangles: a letter is a rectangle that shows a glyph's place in the font
/// texture.
#include "drawn_text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lstm {
namespace {

struct Glyph {
    const ImFont* font;
    const ImFontGlyph* glyph;
};

/// Glyphs by the upper left corner of their place in the texture.
std::map<std::pair<float, float>, Glyph> glyphs_by_place() {
    std::map<std::pair<float, float>, Glyph> glyphs;
    for (const ImFont* font : ImGui::GetIO().Fonts->Fonts)
        for (const ImFontGlyph& glyph : font->Glyphs)
            if (glyph.Visible != 0)
                glyphs.emplace(std::pair(glyph.U0, glyph.V0), Glyph{font, &glyph});
    return glyphs;
}

/// A triangle of one colour, or a blend of three, and what it may touch.
struct Triangle {
    const ImDrawVert* a;
    const ImDrawVert* b;
    const ImDrawVert* c;
    ImVec4 clip;
};

ImVec4 over(const ImVec4& below, const ImVec4& above) {
    const auto mix = [&](float under, float top) { return under + (top - under) * above.w; };
    return {mix(below.x, above.x), mix(below.y, above.y), mix(below.z, above.z), 1};
}

/// Lays `triangle` over `paper` if it covers `at`.
void lay(const Triangle& triangle, ImVec2 at, ImVec4& paper) {
    const auto& [a, b, c, clip] = triangle;
    if (at.x < clip.x || at.y < clip.y || at.x >= clip.z || at.y >= clip.w) return;
    const auto cross = [](ImVec2 p, ImVec2 q, ImVec2 r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    const float whole = cross(a->pos, b->pos, c->pos);
    if (whole == 0) return;
    const float u = cross(at, b->pos, c->pos) / whole;
    const float v = cross(a->pos, at, c->pos) / whole;
    const float w = 1 - u - v;
    if (u < 0 || v < 0 || w < 0) return;
    const ImVec4 ca = ImGui::ColorConvertU32ToFloat4(a->col);
    const ImVec4 cb = ImGui::ColorConvertU32ToFloat4(b->col);
    const ImVec4 cc = ImGui::ColorConvertU32ToFloat4(c->col);
    const auto blend = [&](float x, float y, float z) { return u * x + v * y + w * z; };
    paper = over(paper, {blend(ca.x, cb.x, cc.x), blend(ca.y, cb.y, cc.y), blend(ca.z, cb.z, cc.z),
                         blend(ca.w, cb.w, cc.w)});
}

}  // namespace

std::vector<Letter> drawn_text() {
    const auto glyphs = glyphs_by_place();
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    std::vector<Triangle> painted;
    std::vector<Letter> letters;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
            const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
            for (unsigned n = 0; n + 2 < command.ElemCount; n += 3) {
                const ImDrawVert& a = vertices[index[n]];
                const ImDrawVert& b = vertices[index[n + 1]];
                const ImDrawVert& c = vertices[index[n + 2]];
                const ImVec4& clip = command.ClipRect;
                if (a.uv.x == white.x && a.uv.y == white.y) {
                    painted.push_back({&a, &b, &c, clip});
                    continue;
                }
                const auto found = glyphs.find({a.uv.x, a.uv.y});
                if (found == glyphs.end() || c.uv.x != found->second.glyph->U1 ||
                    c.uv.y != found->second.glyph->V1)
                    continue;
                const auto& [font, glyph] = found->second;
                Letter letter{};
                letter.character = static_cast<ImWchar>(glyph->Codepoint);
                letter.min = a.pos;
                letter.max = c.pos;
                letter.clip_min = {std::max(clip.x, 0.0F), std::max(clip.y, 0.0F)};
                letter.clip_max = {std::min(clip.z, window.x), std::min(clip.w, window.y)};
                letter.size = font->FontSize * (c.pos.y - a.pos.y) / (glyph->Y1 - glyph->Y0);
                letter.ink = ImGui::ColorConvertU32ToFloat4(a.col);
                letter.paper = {desk.x, desk.y, desk.z, 1};
                letter.window = list->_OwnerName;
                n += 3;  // its second triangle
                if (!letter.visible()) continue;
                for (const Triangle& triangle : painted)
                    lay(triangle, letter.centre(), letter.paper);
                letters.push_back(letter);
            }
        }
    }
    return letters;
}

}  // namespace lstm
