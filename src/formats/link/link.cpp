/// The parts of a link, which & separates.
#include "formats/link/link.h"

#include "formats/format_error.h"
#include "formats/link/packing.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/text.h"

#include <charconv>
#include <utility>
#include <vector>

namespace lstm {
namespace {

using Part = std::pair<std::string_view, std::string_view>;  // its name and what it says

/// What stands between # and &, & and &, & and the first blank.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    const std::size_t sign = text.find('#');
    if (sign == std::string_view::npos) return parts;
    text.remove_prefix(sign + 1);
    text = text.substr(0, text.find_first_of(" \t\r\n"));
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view part = text.substr(0, end);
        const std::size_t equals = part.find('=');
        parts.emplace_back(part.substr(0, equals), equals == std::string_view::npos
                                                       ? std::string_view()
                                                       : part.substr(equals + 1));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return parts;
}

bool names_contents(std::string_view part) {
    return part == "s" || part == "example";
}

int step_in(std::string_view text) {
    int t = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), t);
    if (error != std::errc() || end != text.data() + text.size() || t < 1)
        throw FormatError(link_name, "t", "a timestep", "\"" + on_one_line(text) + "\"");
    return t;
}

/// JSON of ours as it is, less the blanks and line ends between its values.
std::string without_blanks(std::string_view json) {
    std::string text;
    bool in_string = false;
    bool escaped = false;
    for (const char sign : json) {
        if (!in_string && (sign == ' ' || sign == '\n')) continue;
        text += sign;
        if (sign == '"' && !escaped) in_string = !in_string;
        escaped = in_string && sign == '\\' && !escaped;
    }
    return text;
}

std::string spelled(const LinkedPlace& place) {
    std::string text;
    if (place.t) text += "&t=" + std::to_string(*place.t);
    if (!place.phase.empty()) text += "&phase=" + place.phase;
    if (!place.page.empty()) text += "&page=" + place.page;
    if (place.backward) text += "&backward";
    if (place.presenter) text += "&presenter";
    return text;
}

}  // namespace

bool is_link(std::string_view text) {
    for (const auto& [name, value] : parts_of(text))
        if (names_contents(name)) return true;
    return false;
}

ScenarioLink read_link(std::string_view text) {
    ScenarioLink link;
    bool found = false;
    for (const auto& [name, value] : parts_of(text)) {
        if (names_contents(name)) {
            if (found) throw FormatError(link_name, std::string(name), "one scenario", "two");
            found = true;
            if (value.empty())
                throw FormatError(link_name, "its end", "more letters",
                                  "none: the link is cut off");
        }
        if (name == "s") link.scenario = unpacked_text(value, link_name);
        if (name == "example") link.example = value;
        if (name == "t") link.place.t = step_in(value);
        if (name == "phase") link.place.phase = value;
        if (name == "page") link.place.page = value;
        if (name == "backward") link.place.backward = true;
        if (name == "presenter") link.place.presenter = true;
    }
    if (!found)
        throw FormatError(link_name, "#", "s= or example= behind it",
                          "\"" + on_one_line(text) + "\"");
    return link;
}

std::string link_to(const Document& document, const LinkedPlace& place) {
    return "#s=" + packed_text(without_blanks(write_scenario(document)), link_name) +
           spelled(place);
}

std::string link_to_example(std::string_view name, const LinkedPlace& place) {
    return "#example=" + std::string(name) + spelled(place);
}

}  // namespace lstm
