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
                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
        frame.view.input.hovered_next = element;
        if (frame.prefix.empty()) frame.view.input.pointed = element;
    }
    return frame.view.input.hovered == element || fed_by_weight(frame, element);
}

namespace {

/// Of the number itself.
float stepper_number_width(const Frame& frame, int value) {
    return std::max(frame.px(26),
                    text_size(frame.theme.fonts.text, std::to_string(value)).x + frame.px(10));
}

}  // namespace

float stepper_width(const Frame& frame, const std::string& label, int value) {
    const Fonts& fonts = frame.theme.fonts;
    return text_size(fonts.text, label).x + stepper_number_width(frame, value) +
           2.3F * ImGui::GetFrameHeight() + frame.px(10);
}

std::optional<int> stepper(Frame& frame, const std::string& id, const std::string& label, int value,
                           int least, int most, const std::function<std::string(int)>& cost) {
    std::optional<int> result;
    const auto with_cost = [&](const std::string& word, int number) {
        return cost ? word + (": " + cost(number)) : word;
    };
    wrap_before(stepper_width(frame, label, value));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(label.c_str());
    ImGui::SameLine(0, frame.px(6));
    if (icon_button(frame, id + "/less", Icon::minus,
                    with_cost(frame.words("stepper.fewer"), value - 1), value > least))
        result = value - 1;
    ImGui::SameLine(0, frame.px(2));
    NumberField field;
    field.id = id;
    field.value = value;
    field.limit = 1e300;  // a count has no colour
    field.whole = true;
    field.tooltip = label;
    if (const auto typed = number_field(
            frame, field, {stepper_number_width(frame, value), ImGui::GetFrameHeight()})) {
        const double number = std::clamp<double>(std::round(typed->value), least, most);
        if (number != value) result = static_cast<int>(number);
    }
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

bool typed_field(Frame& frame, const std::string& id, std::span<char> text, float width,
                 const std::string& hint) {
    open_text_at_focus(frame, id);
    ImGui::SetNextItemWidth(width);
    const bool entered =
        ImGui::InputTextWithHint(("###" + id).c_str(), hint.c_str(), text.data(), text.size(),
                                 ImGuiInputTextFlags_EnterReturnsTrue |
                                     ImGuiInputTextFlags_AutoSelectAll);
    register_last_item(frame, id, text.data());
    focus_text(frame, id);
    return entered;
}

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
