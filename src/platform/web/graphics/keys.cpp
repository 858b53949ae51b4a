/// The names of UI Events KeyboardEvent code Values, and their keys.
#include "platform/web/graphics/keys.h"

#include <algorithm>
#include <iterator>

namespace lstm {
namespace {

struct NamedKey {
    std::string_view code;
    ImGuiKey key;
};

constexpr NamedKey keys[] = {
    {"Tab", ImGuiKey_Tab},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {"Space", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"AltLeft", ImGuiKey_LeftAlt},
    {"AltRight", ImGuiKey_RightAlt},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
    {"ContextMenu", ImGuiKey_Menu},
    {"Quote", ImGuiKey_Apostrophe},
    {"Comma", ImGuiKey_Comma},
    {"Minus", ImGuiKey_Minus},
    {"Period", ImGuiKey_Period},
    {"Slash", ImGuiKey_Slash},
    {"Semicolon", ImGuiKey_Semicolon},
    {"Equal", ImGuiKey_Equal},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"Backslash", ImGuiKey_Backslash},
    {"BracketRight", ImGuiKey_RightBracket},
    {"Backquote", ImGuiKey_GraveAccent},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadEqual", ImGuiKey_KeypadEqual},
};

/// Signs that stand on other keys elsewhere, by what stands on the key.
constexpr NamedKey signs[] = {
    {"+", ImGuiKey_Equal},        {"=", ImGuiKey_Equal},      {"-", ImGuiKey_Minus},
    {",", ImGuiKey_Comma},        {".", ImGuiKey_Period},     {"/", ImGuiKey_Slash},
    {";", ImGuiKey_Semicolon},    {"'", ImGuiKey_Apostrophe}, {"[", ImGuiKey_LeftBracket},
    {"]", ImGuiKey_RightBracket}, {"\\", ImGuiKey_Backslash}, {"`", ImGuiKey_GraveAccent},
};

template <std::size_t Count>
ImGuiKey find(const NamedKey (&table)[Count], std::string_view code) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const NamedKey& each) { return each.code == code; });
    return found == std::end(table) ? ImGuiKey_None : found->key;
}

/// `count` keys that follow `first`, by how far `index` is from it.
ImGuiKey nth(ImGuiKey first, int index, int count) {
    return index >= 0 && index < count ? static_cast<ImGuiKey>(first + index) : ImGuiKey_None;
}

int number_behind(std::string_view text, std::string_view before) {
    if (text.substr(0, before.size()) != before || text.size() == before.size()) return -1;
    int number = 0;
    for (const char c : text.substr(before.size())) {
        if (c < '0' || c > '9') return -1;
        number = 10 * number + (c - '0');
    }
    return number;
}

}  // namespace

ImGuiKey key_of(std::string_view code, std::string_view name) {
    constexpr int letters = 26, digits = 10, functions = 12;
    if (const int digit = number_behind(code, "Numpad"); digit >= 0)
        return nth(ImGuiKey_Keypad0, digit, digits);
    if (name.size() == 1) {
        const char c = name.front();
        if (c >= 'a' && c <= 'z') return nth(ImGuiKey_A, c - 'a', letters);
        if (c >= 'A' && c <= 'Z') return nth(ImGuiKey_A, c - 'A', letters);
        if (c >= '0' && c <= '9') return nth(ImGuiKey_0, c - '0', digits);
        if (const ImGuiKey key = find(signs, name); key != ImGuiKey_None) return key;
    }
    if (code.size() == 4 && code.substr(0, 3) == "Key")
        return nth(ImGuiKey_A, code.back() - 'A', letters);
    if (const int digit = number_behind(code, "Digit"); digit >= 0)
        return nth(ImGuiKey_0, digit, digits);
    if (const int number = number_behind(code, "F"); number >= 1)
        return nth(ImGuiKey_F1, number - 1, functions);
    if (const ImGuiKey key = find(keys, code); key != ImGuiKey_None) return key;
    return find(keys, name);  // on-screen keyboards say no place
}

}  // namespace lstm
