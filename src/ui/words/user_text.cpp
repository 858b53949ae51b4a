/// Shortening before measuring, and breaking no more lines than are shown.
#include "ui/words/user_text.h"

#include "ui/widgets/widgets.h"

#include <imgui_internal.h>

#include <algorithm>

namespace lstm {
namespace {

/// A character, and how many bytes it takes.
struct Character {
    unsigned code;
    std::size_t bytes;
};

Character character_at(std::string_view text, std::size_t at) {
    unsigned code = 0;
    const int bytes = ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size());
    return {code, static_cast<std::size_t>(std::max(bytes, 1))};
}

/// Whether it ends a line, or has no sign of its own.
bool is_control(unsigned code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

/// At most `longest` characters, shown as they are; lines end where they do, if `keeps_lines`.
struct Shown {
    std::string text;
    bool whole = true;
};

Shown shown(std::string_view text, std::size_t longest, bool keeps_lines) {
    Shown result;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == longest) {
            result.whole = false;
            break;
        }
        const auto [code, bytes] = character_at(text, at);
        if (is_control(code) && !(keeps_lines && code == '\n')) {
            result.text += ' ';
        } else {
            result.text += text.substr(at, bytes);
        }
        at += bytes;
    }
    return result;
}

/// Where the next line begins: blanks and the end of a line go with the line that they end.
const char* after_line(const char* at, const char* end) {
    while (at < end && ImCharIsBlankA(*at)) ++at;
    return at < end && *at == '\n' ? at + 1 : at;
}

}  // namespace

std::string one_line(std::string_view text, std::size_t longest) {
    Shown line = shown(text, longest, false);
    return line.whole ? std::move(line.text) : line.text + "…";
}

std::vector<std::string> lines_of(ImFont* font, std::string_view text, float width, int most) {
    // No line holds more characters than pixels.
    const auto room = static_cast<std::size_t>(std::max(width, 1.0F)) *
                      static_cast<std::size_t>(std::max(most, 1));
    const Shown some = shown(text, room, true);
    std::vector<std::string> lines;
    const char* at = some.text.data();
    const char* const end = at + some.text.size();
    while (at < end && static_cast<int>(lines.size()) < most) {
        // Dear ImGui would look for a place to break beyond the end of the line.
        const char* const line_end = std::find(at, end, '\n');
        const char* stop = font->CalcWordWrapPositionA(1.0F, at, line_end, width);
        if (stop == at && at < line_end)
            stop += character_at({at, static_cast<std::size_t>(end - at)}, 0).bytes;
        lines.emplace_back(at, stop);
        at = after_line(stop, end);
    }
    if (!lines.empty() && (at < end || !some.whole))
        lines.back() = elided(font, lines.back() + "…", width);
    return lines;
}

void paragraph(Frame& frame, const std::string& id, std::string_view text, float width, int most) {
    ImFont* font = ImGui::GetFont();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    float y = at.y;
    for (const std::string& line : lines_of(font, text, width, most)) {
        ImGui::GetWindowDrawList()->AddText({at.x, y}, ImGui::GetColorU32(ImGuiCol_Text),
                                            line.c_str());
        y += height;
    }
    ImGui::Dummy({width, std::max(y - at.y, height)});
    if (!id.empty())
        frame.regions.add(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), std::string(text));
}

}  // namespace lstm
