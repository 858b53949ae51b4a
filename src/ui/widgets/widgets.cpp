/// Text, cards, buttons and links.
#include "ui/widgets/widgets.h"

#include "ui/widgets/focus.h"
#include "ui/words/user_text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace lstm {

void draw_text(ImDrawList& list, ImFont* font, ImVec2 at, ImVec4 colour, std::string_view text,
               Align align) {
    const ImVec2 size = text_size(font, text);
    if (align == Align::centre) at.x -= size.x / 2;
    if (align == Align::right) at.x -= size.x;
    at.y -= size.y / 2;
    // Whole pixels keep the glyphs sharp.
    list.AddText(font, font->FontSize, {std::floor(at.x), std::floor(at.y)}, packed(colour),
                 text.data(), text.data() + text.size());
}

ImVec2 text_size(ImFont* font, std::string_view text) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size());
}

std::string elided(ImFont* font, std::string_view text, float width) {
    // No more characters than pixels: beyond them nothing is looked at.
    std::string line = one_line(text, static_cast<std::size_t>(std::max(width, 1.0F)));
    if (text_size(font, line).x <= width) return line;
    const float room = width - text_size(font, "…").x;
    const char* rest = line.data();
    if (room > 0)
        (void)font->CalcTextSizeA(font->FontSize, room, 0, line.data(), line.data() + line.size(),
                                  &rest);
    line.resize(static_cast<std::size_t>(rest - line.data()));
    return line + "…";
}

std::string in_lines(ImFont* font, std::string_view text, float width) {
    std::string lines;
    lines.reserve(text.size() + text.size() / 32);
    float x = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        const std::string_view word = text.substr(0, end);
        const float blank = lines.empty() || lines.back() == '\n' ? 0 : font->GetCharAdvance(' ');
        const float length = text_size(font, word).x;
        if (blank > 0 && x + blank + length > width) {
            lines += '\n';
            x = 0;
        } else if (blank > 0) {
            lines += ' ';
            x += blank;
        }
        std::string_view rest = word;
        if (x == 0) {
            while (!rest.empty() && text_size(font, rest).x > width) {  // longer than a line
                const char* end_of_line = nullptr;
                font->CalcTextSizeA(font->FontSize, std::max(width, font->FontSize), 0, rest.data(),
                                    rest.data() + rest.size(), &end_of_line);
                const auto count = std::max<std::size_t>(end_of_line - rest.data(), 1);
                lines.append(rest.substr(0, count)) += '\n';
                rest.remove_prefix(count);
            }
        }
        lines += rest;
        x += text_size(font, rest).x;
        if (end < text.size() && text[end] == '\n') {
            lines += '\n';
            x = 0;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void paragraph(std::string_view text) {
    const std::string lines =
        in_lines(ImGui::GetFont(), text, std::max(ImGui::GetContentRegionAvail().x, 1.0F));
    ImGui::TextUnformatted(lines.data(), lines.data() + lines.size());
}

Card::Card(Frame& frame, const char* id, ImVec2 min, ImVec2 max, float padding, bool scrolls) {
    const ImVec2 size{std::max(max.x - min.x, 1.0F), std::max(max.y - min.y, 1.0F)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().ChildRounding;
    list.AddRectFilled(min, {min.x + size.x, min.y + size.y}, packed(frame.theme->paper), rounding);
    list.AddRect(min, {min.x + size.x, min.y + size.y}, packed(frame.theme->rule), rounding);
    frame.regions.add(std::string("card/") + id, min, {min.x + size.x, min.y + size.y});
    ImGui::SetCursorScreenPos(min);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {frame.px(padding), frame.px(padding * 0.8F)});
    const ImGuiWindowFlags flags =
        scrolls ? ImGuiWindowFlags_None
                : ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding, flags);
    ImGui::PopStyleVar();
}

Card::~Card() {
    ImGui::EndChild();
}

namespace {

void register_last_item(Frame& frame, const std::string& id, std::string shown = {}) {
    frame.regions.add(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), std::move(shown));
}

void tooltip_for_last_item(const std::string& text) {
    if (!text.empty()) ImGui::SetItemTooltip("%s", text.c_str());
}

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    const float r = size / 2;
    const auto at = [&](float x, float y) { return ImVec2(centre.x + x * r, centre.y + y * r); };
    const float line = std::max(1.0F, size * 0.14F);
    const auto bar = [&](float x) {
        list.AddRectFilled(at(x - 0.14F, -0.8F), at(x + 0.14F, 0.8F), colour);
    };
    // Steps are open angles, so that the filled triangle means play and nothing else.
    const auto angle = [&](float x, float way) {
        const std::array points{at(x - 0.4F * way, -0.75F), at(x + 0.4F * way, 0),
                                at(x - 0.4F * way, 0.75F)};
        list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None,
                         1.4F * line);
    };
    switch (icon) {
        case Icon::first: bar(-0.75F), angle(0.3F, -1); break;
        case Icon::previous: angle(0, -1); break;
        case Icon::play:
            list.AddTriangleFilled(at(-0.65F, -1), at(0.95F, 0), at(-0.65F, 1), colour);
            break;
        case Icon::pause: bar(-0.4F), bar(0.4F); break;
        case Icon::next: angle(0, 1); break;
        case Icon::last: angle(-0.3F, 1), bar(0.75F); break;
        case Icon::plus:
        case Icon::add: list.AddLine(at(0, -0.75F), at(0, 0.75F), colour, line); [[fallthrough]];
        case Icon::minus: list.AddLine(at(-0.75F, 0), at(0.75F, 0), colour, line); break;
        case Icon::up:
            list.AddTriangleFilled(at(-0.7F, 0.45F), at(0, -0.55F), at(0.7F, 0.45F), colour);
            break;
        case Icon::down:
            list.AddTriangleFilled(at(-0.7F, -0.45F), at(0.7F, -0.45F), at(0, 0.55F), colour);
            break;
        case Icon::copy:
            list.AddRect(at(-0.75F, -0.75F), at(0.3F, 0.3F), colour, 0, 0, line);
            list.AddRect(at(-0.3F, -0.3F), at(0.75F, 0.75F), colour, 0, 0, line);
            break;
        case Icon::bin:
            list.AddLine(at(-0.65F, -0.65F), at(0.65F, 0.65F), colour, line);
            list.AddLine(at(-0.65F, 0.65F), at(0.65F, -0.65F), colour, line);
            break;
    }
}

}  // namespace

void wrap_before(float width) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
    if (window.HiddenFramesCannotSkipItems > 0) return;  // it is being measured
    if (window.DC.IsSameLine && window.DC.CursorPos.x + width > window.WorkRect.Max.x + 1)
        ImGui::NewLine();
}

float button_width(const Frame& frame, std::string_view label) {
    return text_size(frame.theme.fonts.text, label).x + 2 * ImGui::GetStyle().FramePadding.x;
}

bool button(Frame& frame, const std::string& id, const std::string& label,
            const std::string& tooltip, bool enabled, bool selected) {
    wrap_before(button_width(frame, label));
    if (selected) {
        ImGui::PushStyleColor(ImGuiCol_Button, frame.theme->accent_soft);
        ImGui::PushStyleColor(ImGuiCol_Text, frame.theme->accent);
        ImGui::PushStyleColor(ImGuiCol_Border, frame.theme->accent);
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, frame.theme->outlined ? frame.px(2) : 0);
    }
    ImGui::BeginDisabled(!enabled);
    const bool clicked = ImGui::Button((label + "###" + id).c_str());
    ImGui::EndDisabled();
    if (selected) {
        ImGui::PopStyleColor(3);
        ImGui::PopStyleVar();
    }
    register_last_item(frame, id, label);
    tooltip_for_last_item(tooltip);
    return focus_stop(frame, id) || clicked;
}

bool icon_button(Frame& frame, const std::string& id, Icon icon, const std::string& tooltip,
                 bool enabled) {
    const float height = ImGui::GetFrameHeight();
    wrap_before(height * 1.15F);
    ImGui::BeginDisabled(!enabled);
    const bool clicked = ImGui::Button(("###" + id).c_str(), {height * 1.15F, height});
    const ImU32 colour = ImGui::GetColorU32(ImGuiCol_Text);
    ImGui::EndDisabled();
    register_last_item(frame, id);
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    draw_icon(*ImGui::GetWindowDrawList(), icon, {(min.x + max.x) / 2, (min.y + max.y) / 2},
              height * 0.42F, colour);
    tooltip_for_last_item(tooltip);
    return focus_stop(frame, id) || clicked;
}

bool press_area(Frame& frame, const std::string& id, ImVec2 size, std::string shown) {
    const bool clicked = ImGui::InvisibleButton(("###" + id).c_str(),
                                                {std::max(size.x, 1.0F), std::max(size.y, 1.0F)});
    register_last_item(frame, id, std::move(shown));
    return focus_stop(frame, id) || clicked;
}

bool list_line(Frame& frame, const std::string& id, const std::string& label, bool selected,
               int flags, ImVec2 size) {
    const bool clicked =
        ImGui::Selectable((one_line(label) + "###" + id).c_str(), selected, flags, size);
    register_last_item(frame, id, label);
    return focus_stop(frame, id) || clicked;
}

bool text_link(Frame& frame, const std::string& id, const std::string& sentence) {
    ImFont* font = frame.theme.fonts.text;
    const std::string lines = in_lines(font, sentence, ImGui::GetContentRegionAvail().x);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = press_area(frame, id, text_size(font, lines), sentence);
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at,
                                        packed(hovered ? frame.theme->ink : frame.theme->accent),
                                        lines.c_str());
    return clicked;
}

void heading(Frame& frame, std::string_view text) {
    ImGui::PushFont(frame.theme.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, frame.theme->muted);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

namespace {

/// Whether the weight under the mouse multiplies `element`, or goes into it: W[j][k] takes x[k] (or
/// h₋[k]) to unit j of its gate.
bool fed_by_weight(const Frame& frame, Element element) {
    if (!frame.view.input.hovered_weight) return false;
    const auto [parameter, row, column] = *frame.view.input.hovered_weight;
    const Cell& cell = frame.cell();
    if (const Gate* gate = cell.find_gate(cell.parameters[parameter].gate);
        gate != nullptr && element == Element{gate->value, row})
        return true;
    const auto feeds = [&, matrix = parameter, from = column](const Equation& equation) {
        return equation.operation == Operation::matrix_vector &&
               equation.operands.front().id == matrix &&
               element == Element{equation.operands.back().id, from};
    };
    return std::any_of(cell.equations.begin(), cell.equations.end(), feeds);
}

}  // namespace

bool link(Frame& frame, ImVec2 min, ImVec2 max, Element element) {
    if (ImGui::IsMouseHoveringRect(min, max) &&
        ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem))
        frame.view.input.hovered_next = element;
    return frame.view.input.hovered == element || fed_by_weight(frame, element);
}

float stepper_width(const Frame& frame, const std::string& label, int value) {
    const Fonts& fonts = frame.theme.fonts;
    return text_size(fonts.text, label).x +
           std::max(frame.px(26), text_size(fonts.text, std::to_string(value)).x + frame.px(8)) +
           2.3F * ImGui::GetFrameHeight() + frame.px(10);
}

std::optional<int> stepper(Frame& frame, const std::string& id, const std::string& label, int value,
                           int least, int most, const std::function<std::string(int)>& cost) {
    std::optional<int> result;
    const auto with_cost = [&](const std::string& word, int number) {
        return cost ? word + (": " + cost(number)) : word;
    };
    const std::string text = std::to_string(value);
    const float width =
        std::max(frame.px(26), text_size(frame.theme.fonts.text, text).x + frame.px(8));
    wrap_before(stepper_width(frame, label, value));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(label.c_str());
    ImGui::SameLine(0, frame.px(6));
    if (icon_button(frame, id + "/less", Icon::minus,
                    with_cost(frame.words("stepper.fewer"), value - 1), value > least))
        result = value - 1;
    ImGui::SameLine(0, frame.px(2));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, ImGui::GetFrameHeight()});
    register_last_item(frame, id, text);
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.bold,
              {at.x + width / 2, at.y + ImGui::GetFrameHeight() / 2}, frame.theme->ink, text,
              Align::centre);
    ImGui::SameLine(0, frame.px(2));
    if (icon_button(frame, id + "/more", Icon::plus,
                    with_cost(frame.words("stepper.more"), value + 1), value < most))
        result = value + 1;
    return result;
}

namespace {

/// Whether the user is at a field of text, or may be in this frame. Elsewhere it holds only what
/// can be seen: Dear ImGui walks all that a field holds, every frame.
bool may_be_worked(const Frame& frame, const std::string& id, const char* label, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    return ImGui::GetActiveID() == ImGui::GetID(label) || frame.view.input.focus.id == id ||
           frame.view.input.text_entry.id == id ||
           ImGui::IsMouseHoveringRect(at, {at.x + size.x, at.y + size.y});
}

int grow(ImGuiInputTextCallbackData* data) {
    auto& target = *static_cast<std::string*>(data->UserData);
    target.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = target.data();
    return 0;
}

void draw_one_line(Frame& frame, const std::string& id, std::string& edited, float width,
                   const std::string& hint) {
    const std::string label = "###" + id;
    if (!may_be_worked(frame, id, label.c_str(), {width, ImGui::GetFrameHeight()}))
        edited = one_line(edited);
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint(label.c_str(), hint.c_str(), edited.data(), edited.capacity() + 1,
                             ImGuiInputTextFlags_CallbackResize, grow, &edited);
}

/// Dear ImGui breaks no lines: at rest, the words are drawn over the field as they fit.
void draw_lines(Frame& frame, const std::string& id, std::string& edited, float width, int lines) {
    constexpr int most = 4;  // times as many lines as it has at least
    const std::string label = "###" + id;
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    const std::vector<std::string> words =
        lines_of(ImGui::GetFont(), edited, width - 2 * padding.x, most * lines);
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 size{
        width,
        line * static_cast<float>(std::max(static_cast<int>(words.size()), lines)) + 2 * padding.y};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool at_rest = ImGui::GetActiveID() != ImGui::GetID(label.c_str());
    if (!may_be_worked(frame, id, label.c_str(), size)) edited.clear();
    ImGui::PushStyleColor(ImGuiCol_Text, faded(frame.theme->ink, at_rest ? 0 : 1));
    ImGui::InputTextMultiline(label.c_str(), edited.data(), edited.capacity() + 1, size,
                              ImGuiInputTextFlags_CallbackResize, grow, &edited);
    ImGui::PopStyleColor();
    if (!at_rest || ImGui::IsItemActive()) return;
    float y = at.y + padding.y;
    for (const std::string& each : words) {
        ImGui::GetWindowDrawList()->AddText({at.x + padding.x, y}, packed(frame.theme->ink),
                                            each.c_str());
        y += line;
    }
}

}  // namespace

std::optional<std::string> text_field(Frame& frame, const std::string& id, const std::string& text,
                                      float width, const std::string& hint, int lines) {
    // ImGui keeps the text while it is being edited; the document gets it when that is over.
    std::string edited = text;
    open_text_at_focus(frame, id);
    if (lines == 1)
        draw_one_line(frame, id, edited, width, hint);
    else
        draw_lines(frame, id, edited, width, lines);
    register_last_item(frame, id, text);
    focus_text(frame, id);
    edited.resize(std::strlen(edited.c_str()));
    TextEntry& entry = frame.view.input.text_entry;
    if (ImGui::IsItemActive()) entry = {id, edited};
    if (!ImGui::IsItemDeactivatedAfterEdit()) return {};
    // Dear ImGui gives several lines their old text back where another control takes the keyboard
    // away.
    const bool cancelled = ImGui::IsKeyPressed(ImGuiKey_Escape);
    if (entry.id == id && edited == text && !cancelled) return entry.text;
    return edited;
}

}  // namespace lstm
