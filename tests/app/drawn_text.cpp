/// Finding letters among triangles: a letter is a rectangle that shows a glyph's place in the font
/// texture.
#include "drawn_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
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
    bool lies_over = false;  ///< it is part of a dialog or a tip
};

/// Triangles by the tile of the window that they touch, in their order: what lies under a letter is
/// found without looking at all.
class Tiles {
public:
    explicit Tiles(ImVec2 window)
        : across_(static_cast<int>(window.x / side) + 1),
          down_(static_cast<int>(window.y / side) + 1),
          tiles_(static_cast<std::size_t>(across_) * static_cast<std::size_t>(down_)) {}

    void add(int number, const Triangle& triangle) {
        const auto& [a, b, c, clip, lies_over] = triangle;
        const float left = std::max(std::min({a->pos.x, b->pos.x, c->pos.x}), clip.x);
        const float right = std::min(std::max({a->pos.x, b->pos.x, c->pos.x}), clip.z);
        const float top = std::max(std::min({a->pos.y, b->pos.y, c->pos.y}), clip.y);
        const float bottom = std::min(std::max({a->pos.y, b->pos.y, c->pos.y}), clip.w);
        if (left > right || top > bottom) return;
        for (int y = index(top, down_); y <= index(bottom, down_); ++y)
            for (int x = index(left, across_); x <= index(right, across_); ++x)
                tiles_[static_cast<std::size_t>(y * across_ + x)].push_back(number);
    }
    [[nodiscard]] const std::vector<int>& at(ImVec2 place) const {
        return tiles_[static_cast<std::size_t>(index(place.y, down_) * across_ +
                                               index(place.x, across_))];
    }

private:
    static constexpr float side = 32;
    static int index(float place, int count) {
        return std::clamp(static_cast<int>(place / side), 0, count - 1);
    }

    int across_, down_;
    std::vector<std::vector<int>> tiles_;
};

ImVec4 over(const ImVec4& below, const ImVec4& above) {
    const auto mix = [&](float under, float top) { return under + (top - under) * above.w; };
    return {mix(below.x, above.x), mix(below.y, above.y), mix(below.z, above.z), 1};
}

/// Lays `triangle` over `paper` if it covers `at`.
void lay(const Triangle& triangle, ImVec2 at, ImVec4& paper) {
    const auto& [a, b, c, clip, lies_over] = triangle;
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

/// Whether `window` is a dialog or a tip, which may lie over the rest.
bool lies_over(std::string_view window) {
    return window.starts_with("##") || window.find("###dialog") != std::string_view::npos;
}

/// The share of a letter, at four places in it, that `painted` from `first` on hides.
float covered(const Letter& letter, const std::vector<Triangle>& painted, int first,
              const Tiles& tiles) {
    constexpr std::array shares{0.25F, 0.75F};
    int hidden = 0;
    for (const float x : shares) {
        for (const float y : shares) {
            const ImVec2 at{letter.min.x + x * (letter.max.x - letter.min.x),
                            letter.min.y + y * (letter.max.y - letter.min.y)};
            // Paint that lets little of a mark through hides it.
            ImVec4 mark{0, 0, 0, 1}, other{1, 1, 1, 1};
            for (const int n : tiles.at(at)) {
                if (n < first || painted[static_cast<std::size_t>(n)].lies_over != letter.lies_over)
                    continue;
                lay(painted[static_cast<std::size_t>(n)], at, mark);
                lay(painted[static_cast<std::size_t>(n)], at, other);
            }
            if (std::abs(other.x - mark.x) < 0.3F) ++hidden;
        }
    }
    return static_cast<float>(hidden) / 4;
}

}  // namespace

std::vector<Letter> drawn_text() {
    const auto glyphs = glyphs_by_place();
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    std::vector<Triangle> painted;
    std::vector<Letter> letters;
    std::vector<int> since;  ///< for each letter, how much had been painted before it
    Tiles tiles(window);
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
                    painted.push_back({&a, &b, &c, clip, lies_over(list->_OwnerName)});
                    tiles.add(static_cast<int>(painted.size()) - 1, painted.back());
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
                letter.lies_over = lies_over(list->_OwnerName);
                n += 3;  // its second triangle
                if (!letter.visible()) continue;
                for (const int number : tiles.at(letter.centre()))
                    lay(painted[static_cast<std::size_t>(number)], letter.centre(), letter.paper);
                letters.push_back(letter);
                since.push_back(static_cast<int>(painted.size()));
            }
        }
    }
    for (std::size_t n = 0; n < letters.size(); ++n)
        letters[n].covered = covered(letters[n], painted, since[n], tiles);
    return letters;
}

}  // namespace lstm
