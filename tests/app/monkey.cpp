/// What a monkey can do to a window.
#include "monkey.h"

#include <array>
#include <vector>

namespace lstm {

void Monkey::act() {
    // A button that is held down is let go before long.
    if (held_ && one_in(3)) {
        held_ = false;
        user_.let_go();
    } else if (held_ || one_in(8)) {
        meddle();
    } else {
        handle(a_place());
    }
    // A monkey that gets at files must not reach those of others.
    if (user_.view().dialogs.open == Dialog::open || user_.view().dialogs.open == Dialog::save_as)
        user_.press(ImGuiKey_Escape);
}

void Monkey::stop() {
    if (held_) user_.let_go();
    for (int k = 0; k < 4; ++k) user_.press(ImGuiKey_Escape);
}

/// The name of something that can be pointed at.
std::string Monkey::a_place() {
    std::vector<std::string> names{"nothing"};
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    for (const auto& [name, region] : user_.application().regions().all()) {
        const ImVec2 at = region.centre();
        if (at.x >= 0 && at.y >= 0 && at.x < size.x && at.y < size.y) names.push_back(name);
    }
    return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
}

void Monkey::handle(const std::string& place) {
    if (!user_.sees(place)) return;
    switch (below(9)) {
        case 0: user_.double_click(place); break;
        case 1: user_.right_click(place); break;
        case 2: user_.drag(place, static_cast<float>(below(200) - 100)); break;
        case 3: user_.wheel(place, static_cast<float>(below(20) - 10)); break;
        case 4: user_.hold(place), held_ = true; break;
        case 5: user_.move_to(place); break;
        case 6:
            user_.double_click(place), user_.type(some_text()), user_.press(ImGuiKey_Enter);
            break;
        default: user_.click(place); break;
    }
}

/// Whatever can be done with the other hand.
void Monkey::meddle() {
    switch (below(5)) {
        case 0: user_.type(some_text()); break;
        case 1: user_.resize(some_size()); break;
        case 2:
            user_.move_by(static_cast<float>(below(400) - 200), static_cast<float>(below(99) - 49));
            break;
        case 3: user_.wheel(static_cast<float>(below(20) - 10)); break;
        default: press_some_key(); break;
    }
}

/// Any key of a keyboard, now and then with Ctrl or Shift.
void Monkey::press_some_key() {
    constexpr int first = ImGuiKey_Tab;
    constexpr int count = ImGuiKey_KeypadEqual - first + 1;
    const auto key = static_cast<ImGuiKey>(first + below(count));
    if (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper) return;  // modifiers: see below
    const ImGuiKeyChord modifiers =
        (one_in(3) ? ImGuiMod_Ctrl : 0) | (one_in(4) ? ImGuiMod_Shift : 0);
    user_.press(key, modifiers);
}

const char* Monkey::some_text() {
    constexpr std::array texts{"1", "-0,5", "1/3", "1e308", "garbage", "σ", "?", "", "7"};
    return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
}

ImVec2 Monkey::some_size() {
    constexpr std::array<ImVec2, 8> sizes{{{1280, 720},
                                           {1280, 720},
                                           {1920, 1080},
                                           {700, 900},
                                           {320, 240},
                                           {1, 1},
                                           {3000, 200},
                                           {4000, 3000}}};
    return sizes[static_cast<std::size_t>(below(static_cast<int>(sizes.size())))];
}

}  // namespace lstm
