/// Looking for letters and places that share the same pixels.
#include "room.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <imgui_internal.h>

#include <algorithm>
#include <array>

namespace lstm {
namespace {

/// Whether two letters stand in one another's place. Accents and what italics lean over do not
/// count.
bool collide(const Letter& a, const Letter& b) {
    const auto accent = [](const Letter& letter) {
        return (letter.character >= 0x300 && letter.character < 0x370) ||
               letter.character == 0x2dc || letter.character == 0x2c6;
    };
    if (accent(a) || accent(b) || a.lies_over != b.lies_over) return false;
    const float across = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
    const float down = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
    if (across < 2 || down < 2) return false;
    const auto area = [](const Letter& letter) {
        return (letter.max.x - letter.min.x) * (letter.max.y - letter.min.y);
    };
    return across * down > 0.2F * std::min(area(a), area(b));
}

/// Whether it stands in a list that can be scrolled sideways.
bool scrolls_across(const Letter& letter) {
    const ImGuiWindow* window = ImGui::FindWindowByName(letter.window);
    return window != nullptr && window->ScrollMax.x > 0;
}

}  // namespace

std::string utf8(ImWchar character) {
    std::array<char, 5> text{};
    const auto code = static_cast<unsigned>(character);
    const auto tail = [&](unsigned shift) {
        return static_cast<char>(0x80U | (code >> shift & 0x3fU));
    };
    if (code < 0x80) {
        text = {static_cast<char>(code)};
    } else if (code < 0x800) {
        text = {static_cast<char>(0xc0U | code >> 6U), tail(0)};
    } else {
        text = {static_cast<char>(0xe0U | code >> 12U), tail(6), tail(0)};
    }
    return text.data();
}

std::set<std::string> letters_without_room(const std::vector<Letter>& letters) {
    std::set<std::string> faults;
    std::vector<const Letter*> by_height;
    for (const Letter& letter : letters) by_height.push_back(&letter);
    std::ranges::stable_sort(by_height, {}, [](const Letter* letter) { return letter->min.y; });
    for (std::size_t n = 0; n < by_height.size(); ++n) {
        const Letter& letter = *by_height[n];
        const auto report = [&](const std::string& what) {
            faults.insert(fmt::format("“{}” at {:.0f}, {:.0f} in {} {}", utf8(letter.character),
                                      letter.min.x, letter.min.y, letter.window, what));
        };
        const bool cut =
            letter.min.x < letter.clip_min.x - 1.5F || letter.max.x > letter.clip_max.x + 1.5F;
        if (cut && !scrolls_across(letter)) report("is cut off");
        // What is as thin as a stroke of the pen may be struck out.
        const bool thin = letter.max.y - letter.min.y < 0.35F * letter.size;
        if (letter.covered > 0.6F && !thin) report("is painted over");
        for (std::size_t k = n + 1; k < by_height.size() && by_height[k]->min.y < letter.max.y; ++k)
            if (collide(letter, *by_height[k]))
                report("covers “" + utf8(by_height[k]->character) + "”");
    }
    return faults;
}

void expect_room(const std::string& scene) {
    for (const std::string& fault : letters_without_room(drawn_text()))
        ADD_FAILURE() << scene << ": " << fault;
}

void expect_apart(const Driver& user, std::string_view prefix, const std::string& scene) {
    constexpr float touching = 2;
    const auto& regions = user.application().regions().all();
    const auto holds = [](const Region& out, const Region& in) {
        return in.min.x >= out.min.x - touching && in.min.y >= out.min.y - touching &&
               in.max.x <= out.max.x + touching && in.max.y <= out.max.y + touching;
    };
    for (const auto& [one, a] : regions) {
        if (!one.starts_with(prefix)) continue;
        for (const auto& [other, b] : regions) {
            if (!other.starts_with(prefix) || one >= other || holds(a, b) || holds(b, a)) continue;
            const float across = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
            const float down = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
            if (across > touching && down > touching)
                ADD_FAILURE() << scene << ": " << one << " and " << other << " overlap by "
                              << across << " x " << down;
        }
    }
}

}  // namespace lstm
