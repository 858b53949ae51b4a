/// The themes that there are, and how settings and the command line spell them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace lstm {

/// Warm paper, a dark room, and white paper with black ink.
enum class ThemeName { light, dark, print };

inline constexpr std::array theme_names{ThemeName::light, ThemeName::dark, ThemeName::print};

/// "light", "dark" or "print".
[[nodiscard]] constexpr std::string_view name_of(ThemeName theme) {
    constexpr std::array<std::string_view, theme_names.size()> names{"light", "dark", "print"};
    return names[static_cast<std::size_t>(theme)];
}

/// The theme of that name, if there is one.
[[nodiscard]] constexpr std::optional<ThemeName> theme_named(std::string_view name) {
    for (const ThemeName theme : theme_names)
        if (name_of(theme) == name) return theme;
    return {};
}

}  // namespace lstm
