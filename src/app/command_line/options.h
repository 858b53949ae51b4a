/// The options that commands are made of. What each is read into must live as long as it.
#pragma once

#include "app/command_line/subcommand.h"

#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lstm {

struct View;

/// `--t A[:B]`
struct RequestedSteps {
    std::optional<int> first;  ///< absent: the first step
    std::optional<int> last;   ///< absent: the last step
};

/// How pictures look.
struct PictureOptions {
    std::optional<std::pair<int, int>> size;  ///< pixels, each 1 to 8192; absent: what it needs
    std::string language = "en";              ///< "en", "de"
    std::string theme = "light";              ///< "light", "dark" or "print"
    double scale = 1;                         ///< 0.5 to 3
    bool all_units = false;                   ///< the diagram shows all units, small

    /// Puts theme, scale and units into `view`.
    void apply_to(View& view) const;
};

/// Where `--out` leads, and whether over what.
struct OutWish {
    std::string path;  ///< empty or "-": standard output
    bool force = false;
};

/// Something that is on where it is named.
[[nodiscard]] Option flag(std::string name, std::string help, bool& on);

/// Any text.
[[nodiscard]] Option words(std::string name, std::string value, std::string help,
                           std::function<void(const std::string&)> take);

/// One of `choices`.
template <class Text>
[[nodiscard]] Option choice(std::string name, std::string value, std::string help,
                            std::vector<std::string> choices, Text& chosen) {
    Option option = words(std::move(name), std::move(value), std::move(help),
                          [&chosen](const std::string& text) { chosen = text; });
    option.choices = std::move(choices);
    return option;
}

/// All of `text` as a whole number within `low` and `high`. Throws UsageError.
[[nodiscard]] int whole_number(const std::string& text, int low, int high);

/// A whole number within `low` and `high`.
template <class Number>
[[nodiscard]] Option whole(std::string name, std::string help, int low, int high, Number& number) {
    return words(
        std::move(name), "N", std::move(help),
        [&number, low, high](const std::string& text) { number = whole_number(text, low, high); });
}

/// The scenario that a command is about.
[[nodiscard]] Option scenario(std::string& file);

/// Only some steps.
[[nodiscard]] Option steps_option(RequestedSteps& steps);

/// "--sequence NAME", one of a file's sequences; `more` follows what is said of it.
[[nodiscard]] Option sequence_option(std::optional<std::string>& sequence,
                                     const std::string& more = "");
/// A seed of random numbers.
[[nodiscard]] Option seed_option(std::string help, std::optional<int>& seed);

/// `option`, which must be there.
[[nodiscard]] Option required(Option option);

/// `--out`. `value`: what is written, "PNG" say.
[[nodiscard]] Option out_option(std::string value, std::string help, OutWish& out);

/// `--force`, of a command that reads a file and writes one.
[[nodiscard]] Option force_option(OutWish& out);

/// `--size`, `--theme`, `--scale`, `--all-units`. `usual`: the size where none is asked for.
[[nodiscard]] Option size_option(const std::string& usual, PictureOptions& look);
[[nodiscard]] Option theme_option(PictureOptions& look);
[[nodiscard]] Option language_option(std::string& language);
[[nodiscard]] Option scale_option(PictureOptions& look);
[[nodiscard]] Option units_option(PictureOptions& look);

/// `--format`, of which "text" or "table" is the first and the default.
[[nodiscard]] Option format_option(std::vector<std::string> formats, std::string& format);

/// What `name` says of each of `things`, as text.
template <class Things, class Name>
[[nodiscard]] std::vector<std::string> names_of(const Things& things, Name&& name) {
    std::vector<std::string> names;
    names.reserve(std::size(things));
    for (const auto& one : things) names.emplace_back(name(one));
    return names;
}

}  // namespace lstm
