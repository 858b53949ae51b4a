/// The pages of the inspector, and how the command line spells them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lstm {

/// Pages of the inspector on the right.
enum class Page { weights, inputs, derivation, gradients, training, what_if, published, about };

inline constexpr std::array pages{Page::weights,  Page::inputs,  Page::derivation, Page::gradients,
                                  Page::training, Page::what_if, Page::published,  Page::about};

/// "weights", "what-if" …
[[nodiscard]] constexpr std::string_view name_of(Page page) {
    constexpr std::array<std::string_view, pages.size()> names{
        "weights", "inputs", "working", "gradients", "training", "what-if", "published", "about"};
    return names[static_cast<std::size_t>(page)];
}

/// The page that is spelled so, if any is.
[[nodiscard]] constexpr std::optional<Page> page_named(std::string_view name) {
    for (const Page page : pages)
        if (name == name_of(page)) return page;
    return {};
}

}  // namespace lstm
