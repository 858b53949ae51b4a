/// A browser's keys as Dear ImGui calls them.
#pragma once

#include <imgui.h>

#include <string_view>

namespace lstm {

/// `code`: where the key is ("KeyA", "Numpad1"); `name`: what stands on it ("a", "Enter"). A letter
/// or a digit goes by what stands on it, as shortcuts do. ImGuiKey_None where there is none.
[[nodiscard]] ImGuiKey key_of(std::string_view code, std::string_view name);

}  // namespace lstm
