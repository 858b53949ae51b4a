/// Reading the values of options.
#include "app/command_line/options.h"

#include "ui/look/theme_name.h"
#include "ui/state/view.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace lstm {
namespace {

[[noreturn]] void refuse(const std::string& expected, const std::string& found) {
    throw UsageError("expected " + expected + ", found " + found);
}

/// All of `text` as a number.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size()) return {};
    return number;
}

/// Splits "A:B" at its separator into two numbers; "A" alone is nothing.
std::optional<std::pair<int, int>> two_numbers(std::string_view text, char separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) return {};
    const auto a = number_in<int>(text.substr(0, at));
    const auto b = number_in<int>(text.substr(at + 1));
    if (!a || !b) return {};
    return std::pair(*a, *b);
}

void read_steps(const std::string& text, RequestedSteps& steps) {
    const auto one = number_in<int>(text);
    const auto range =
        one ? std::pair(*one, *one) : two_numbers(text, ':').value_or(std::pair(0, 0));
    if (range.first < 1 || range.second < range.first)
        refuse("a step or a range of steps such as 2:4", text);
    steps = {range.first, range.second};
}

std::pair<int, int> read_size(const std::string& text) {
    constexpr int longest = 8192;
    const auto size = two_numbers(text, 'x');
    const auto fits = [](int length) { return length >= 1 && length <= longest; };
    if (!size || !fits(size->first) || !fits(size->second))
        refuse("WIDTHxHEIGHT in pixels, each from 1 to 8192", text);
    return *size;
}

double read_scale(const std::string& text) {
    const auto scale = number_in<double>(text);
    // NaN lies nowhere, and every comparison with it is false.
    const bool fits = scale && *scale >= 0.5 && *scale <= 3;
    if (!fits) refuse("a number from 0.5 to 3", text);
    return *scale;
}

}  // namespace

void PictureOptions::apply_to(View& view) const {
    view.look.theme = theme_named(theme).value_or(ThemeName::light);
    view.look.language = language_named(language).value_or(Language::english);
    view.look.zoom = static_cast<float>(scale);
    view.cursor.all_units = all_units;
}

Option flag(std::string name, std::string help, bool& on) {
    return {std::move(name), "", std::move(help), [&on](const std::string&) { on = true; }};
}

Option words(std::string name, std::string value, std::string help,
             std::function<void(const std::string&)> take) {
    return {std::move(name), std::move(value), std::move(help), std::move(take)};
}

int whole_number(const std::string& text, int low, int high) {
    const auto number = number_in<int>(text);
    if (!number || *number < low || *number > high)
        refuse(fmt::format("a whole number from {} to {}", low, high), text);
    return *number;
}

Option scenario(std::string& file) {
    Option option = words("FILE", "", "A scenario file, an example's name, or - for standard input",
                          [&file](const std::string& text) { file = text; });
    option.names = Names::scenario;
    return required(std::move(option));
}

Option steps_option(RequestedSteps& steps) {
    return words("--t", "A[:B]", "Only step A, or steps A to B",
                 [&steps](const std::string& text) { read_steps(text, steps); });
}

Option sequence_option(std::optional<std::string>& sequence, const std::string& more) {
    return words("--sequence", "NAME", "The sequence of that name, the first if not given" + more,
                 [&sequence](const std::string& text) { sequence = text; });
}

Option seed_option(std::string help, std::optional<int>& seed) {
    return whole("--seed", std::move(help), 0, 2'000'000'000, seed);
}

Option required(Option option) {
    option.required = true;
    return option;
}

Option out_option(std::string value, std::string help, OutWish& out) {
    Option option =
        words("--out", std::move(value), std::move(help), [&out](const std::string& text) {
            if (text.empty()) refuse("a path, or - for standard output", "nothing");
            out.path = text;
        });
    option.names = Names::file;
    return option;
}

Option force_option(OutWish& out) {
    return flag("--force", "Write even over the file that is read", out.force);
}

Option size_option(const std::string& usual, PictureOptions& look) {
    return words("--size", "WxH", "The picture's size in pixels, " + usual + " if not given",
                 [&look](const std::string& text) { look.size = read_size(text); });
}

Option language_option(std::string& language) {
    return choice("--language", "NAME", "The language of the window: English or German",
                  names_of(languages(), [](Language each) { return name_of(each); }), language);
}

Option theme_option(PictureOptions& look) {
    return choice("--theme", "NAME", "The colours, light if not given",
                  names_of(theme_names, [](ThemeName theme) { return name_of(theme); }),
                  look.theme);
}

Option scale_option(PictureOptions& look) {
    return words("--scale", "F", "The size of everything, from 0.5 to 3",
                 [&look](const std::string& text) { look.scale = read_scale(text); });
}

Option units_option(PictureOptions& look) {
    return flag("--all-units", "The diagram with all units side by side", look.all_units);
}

Option format_option(std::vector<std::string> formats, std::string& format) {
    format = formats.front();
    return choice("--format", "NAME", "How to print it, " + format + " if not given",
                  std::move(formats), format);
}

}  // namespace lstm
