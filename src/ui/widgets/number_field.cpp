/// A number that is dragged, typed or reset in place.
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace lstm {
namespace {

/// Change a pixel of dragging makes to a number that begins as `value`: 0.01 of what is nearest to
/// 1, and for others as much as their place before the point has. Shift goes ten times as far, Alt
/// a tenth.
double change_a_pixel(double value) {
    const ImGuiIO& io = ImGui::GetIO();
    constexpr int least = -9, most = 12;
    constexpr double slack = 1e-9;  // of logarithms
    const double size = std::abs(value);
    int power = -2;
    if (size >= 10) power = static_cast<int>(std::floor(std::log10(size) + slack)) - 2;
    if (size < 0.1 && size > 0) power = static_cast<int>(std::floor(std::log10(size) + slack)) - 1;
    power = std::clamp(power, least, most) + (io.KeyShift ? 1 : 0) - (io.KeyAlt ? 1 : 0);
    return std::pow(10.0, power);
}

/// `value` on the grid of what a pixel changes, so that dragging gives numbers one can read aloud.
double on_grid(double value, double grid) {
    if (std::abs(value) > 1e15 * grid) return value;  // doubles are coarser than the grid there
    if (grid >= 1) return std::round(value / grid) * grid;
    const double steps = std::round(1 / grid);
    return std::round(value * steps) / steps;
}

void open_entry(Frame& frame, const NumberField& field) {
    NumberEntry& entry = frame.view.input.number_entry;
    entry = {.id = field.id, .just_opened = true};
    frame.view.input.focus.id = field.id;
    const std::string text = format_plain(field.value);
    std::copy_n(text.begin(), std::min(text.size(), entry.text.size() - 1), entry.text.begin());
}

/// Sets the cursor behind what has been typed already, where ImGui would select it.
int keep_typing(ImGuiInputTextCallbackData* data) {
    bool& begun = *static_cast<bool*>(data->UserData);
    if (!std::exchange(begun, false)) return 0;
    data->CursorPos = data->BufTextLen;
    data->ClearSelection();
    return 0;
}

/// The field while it is typed into. Enter and leaving it commit, Esc does not.
std::optional<NumberChange> typed(Frame& frame, const NumberField& field, ImVec2 size) {
    NumberEntry& entry = frame.view.input.number_entry;
    if (entry.just_opened) open_text();
    const ImVec2 padding{frame.px(4), std::max((size.y - ImGui::GetFontSize()) / 2, 0.0F)};
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding);
    ImGui::PushStyleColor(ImGuiCol_FrameBg,
                          entry.refused ? blended(frame.theme->paper, frame.theme->bad, 0.25F)
                                        : frame.theme->accent_soft);
    ImGui::SetNextItemWidth(size.x);
    const bool entered =
        ImGui::InputText(("###entry/" + field.id).c_str(), entry.text.data(), entry.text.size(),
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll |
                             ImGuiInputTextFlags_CallbackAlways,
                         keep_typing, &entry.begun);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    frame.regions.add(field.id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      entry.text.data());
    (void)focus_stop(frame, field.id, true);

    entry.just_opened = false;
    const std::optional<double> value = parse_value(entry.text.data());
    if (entered && !value) {
        entry.refused = true;
        entry.just_opened = true;  // stays open, with the text as it is
        entry.active = false;
        return {};
    }
    // It may be left between two frames, and then says nothing about it.
    const bool left = std::exchange(entry.active, ImGui::IsItemActive()) && !entry.active;
    if (!entered && !left) {
        if (ImGui::IsItemEdited()) entry.refused = false;
        return {};
    }
    const bool cancelled = ImGui::IsKeyPressed(ImGuiKey_Escape);
    entry = {};
    frame.view.input.focus.entered = entered;
    if (cancelled || !value || *value == field.value) return {};
    return NumberChange{*value, 0};
}

std::optional<NumberChange> dragged(Frame& frame, const NumberField& field, Gesture gesture) {
    NumberDrag& drag = frame.view.input.drag;
    if (ImGui::IsItemActivated()) drag = {field.id, field.value, false};
    if (ImGui::IsItemDeactivated() && drag.id == field.id) {
        drag = {};
        frame.proposals.gesture_ended = true;
    }
    if (!ImGui::IsItemActive() || drag.id != field.id || field.whole) return {};
    const float distance = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0).x;
    if (!drag.moved && std::abs(distance) < ImGui::GetIO().MouseDragThreshold / 2) return {};
    drag.moved = true;
    const double pixel = change_a_pixel(drag.start);
    // Where the drag began there is the number that was there, on the grid or not.
    const double value =
        distance == 0
            ? drag.start
            : on_grid(drag.start + pixel * static_cast<double>(distance / frame.theme.scale),
                      pixel);
    if (value == field.value) return {};
    return NumberChange{value, gesture};
}

/// `character` as it stands at the beginning of a number; 0 where no number begins so.
char beginning(ImWchar character) {
    constexpr ImWchar minus = 0x2212;
    if (character == minus) return '-';
    constexpr std::string_view beginnings = "0123456789.,+-";
    const auto found = beginnings.find(static_cast<char>(character));
    return character < 0x80 && found != std::string_view::npos ? beginnings[found] : '\0';
}

/// What keys do to a field that was clicked or that Tab is at: a digit or Enter begins to type. Of
/// one that Tab is at, ↑ and ↓ change it too (with Shift more, with Alt less), and Delete resets.
std::optional<NumberChange> keyed(Frame& frame, const NumberField& field, Gesture gesture) {
    const bool entered = focus_stop(frame, field.id, true);
    const int steps = focus_steps(frame, field.id);
    if (entered) open_entry(frame, field);
    if (entered || !focus_hears(frame, field.id)) return {};
    for (const ImWchar character : ImGui::GetIO().InputQueueCharacters) {
        const char first = beginning(character);
        if (first == '\0') continue;
        open_entry(frame, field);
        frame.view.input.number_entry.text = {first};
        frame.view.input.number_entry.begun = true;
        return {};
    }
    if (!focus_takes(frame, field.id)) return {};
    if (ImGui::IsKeyReleased(ImGuiKey_UpArrow) || ImGui::IsKeyReleased(ImGuiKey_DownArrow))
        frame.proposals.gesture_ended = true;  // holding a key is one gesture
    if (ImGui::IsKeyPressed(ImGuiKey_Delete) && field.original && *field.original != field.value)
        return NumberChange{*field.original, 0};
    if (steps == 0) return {};
    if (field.whole) return NumberChange{field.value + steps, 0};
    const double step = 10 * change_a_pixel(field.value);
    return NumberChange{on_grid(field.value + steps * step, step), gesture};
}

ImFont* font_for(const Frame& frame, float height) {
    return height > frame.px(21) ? frame.theme.fonts.text : frame.theme.fonts.small;
}

/// Between a number and the right edge of its cell.
float margin_of(const Frame& frame, float width) {
    return frame.px(width > frame.px(44) ? 5 : 3);
}

void draw(Frame& frame, const NumberField& field, ImVec2 min, ImVec2 max, const std::string& text,
          bool highlighted) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = frame.px(3);
    list.AddRectFilled(min, max, packed(frame.theme.signed_colour(field.value, field.limit)),
                       rounding);
    list.AddRect(min, max,
                 packed(highlighted ? frame.theme->accent : faded(frame.theme->rule, 0.7F)),
                 rounding, 0, highlighted ? frame.px(1.6F) : 1.0F);
    draw_text(list, font_for(frame, max.y - min.y),
              {max.x - margin_of(frame, max.x - min.x), (min.y + max.y) / 2}, frame.theme->ink,
              text, Align::right);
    if (field.original && *field.original != field.value) {
        const float mark = frame.px(6);  // a folded corner: changed from the file
        list.AddTriangleFilled(min, {min.x + mark, min.y}, {min.x, min.y + mark},
                               packed(frame.theme->accent));
    }
}

std::string how_to_change(const Frame& frame, const NumberField& field) {
    if (field.whole) return frame.words("number.how_whole");
    if (!field.weight) return frame.words("number.how");
    return frame.words("number.how_weight",
                       {{"name", frame.cell().parameters[field.weight->parameter].name()}});
}

}  // namespace

std::string fitted(ImFont* font, double value, float room) {
    const auto fits = [&](const std::string& text) { return text_size(font, text).x <= room; };
    // "−.71", as printed tables have it
    const auto without_zero = [](std::string text) {
        const std::size_t first = text.find_first_of("0123456789");
        if (first != std::string::npos && text.compare(first, 2, "0.") == 0) text.erase(first, 1);
        return text;
    };
    std::string text = format_exact(value);
    for (int decimals = 3; decimals >= 0 && !fits(text); --decimals) {
        text = format_value(value, decimals);
        if (!fits(text)) text = without_zero(text);
    }
    if (!fits(text)) text = format_power(value);
    if (!fits(text) && std::abs(value) < 0.01) text = value < 0 ? "−.00" : ".00";
    return fits(text) ? text : "…";
}

std::optional<NumberChange> number_field(Frame& frame, const NumberField& field, ImVec2 size) {
    size = {std::max(size.x, 1.0F), std::max(size.y, 1.0F)};  // InvisibleButton refuses 0
    if (frame.view.input.number_entry.id == field.id) return typed(frame, field, size);

    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + size.x, min.y + size.y};
    ImGui::InvisibleButton(("###" + field.id).c_str(), size,
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
    const Gesture gesture = ImGui::GetItemID();
    const bool hovered = ImGui::IsItemHovered();
    bool lit = field.element && link(frame, min, max, *field.element);
    if (field.weight) {
        if (hovered) frame.view.input.hovered_weight_next = field.weight;
        lit = lit || frame.view.input.hovered_weight == field.weight ||
              frame.view.selection.weight == field.weight;
    }
    const bool highlighted =
        lit || hovered || ImGui::IsItemActive() || frame.view.input.focus.id == field.id;
    const std::string text = fitted(font_for(frame, size.y), field.value,
                                    size.x - margin_of(frame, size.x) - frame.px(1));
    draw(frame, field, min, max, text, highlighted);
    frame.regions.add(field.id, min, max, format_exact(field.value));

    if (hovered) {
        ImGui::SetMouseCursor(field.whole ? ImGuiMouseCursor_TextInput : ImGuiMouseCursor_ResizeEW);
        if (!field.tooltip.empty() && !ImGui::IsItemActive()) {
            std::string tooltip = field.tooltip + " = " + format_exact(field.value);
            if (field.original && *field.original != field.value)
                tooltip += "\n" + frame.words("number.in_file",
                                              {{"value", format_exact(*field.original)}});
            if (!field.about.empty()) tooltip += "\n" + field.about;
            tooltip += "\n" + how_to_change(frame, field);
            ImGui::SetItemTooltip("%s", tooltip.c_str());
        }
        const bool right_clicked = ImGui::IsMouseReleased(ImGuiMouseButton_Right);
        if (field.whole ? ImGui::IsItemDeactivated() && !right_clicked
                        : ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            (void)focus_stop(frame, field.id, true);
            frame.view.input.drag = {};
            frame.proposals.gesture_ended = true;
            open_entry(frame, field);
            return {};
        }
        frame.view.input.pointed.reset();
        if (right_clicked && !field.weight && field.original && *field.original != field.value)
            return NumberChange{*field.original, 0};
    }
    if (const auto change = keyed(frame, field, gesture)) return change;
    return dragged(frame, field, gesture);
}

}  // namespace lstm
