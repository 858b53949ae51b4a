/// Taking the names of regions apart.
#include "ui/words/spoken.h"

#include "ui/commands/command.h"
#include "ui/words/narration.h"

#include <algorithm>
#include <array>
#include <vector>

namespace lstm {
namespace {

/// "forget.W[0][1]" is "forget.W", "0" and "1".
struct Indexed {
    std::string_view name;
    std::vector<std::string> indices;
};

Indexed taken_apart(std::string_view part) {
    const std::size_t bracket = std::min(part.find('['), part.size());
    Indexed result{part.substr(0, bracket), {}};
    for (std::size_t at = bracket; at < part.size();) {
        const std::size_t end = std::min(part.find(']', at), part.size());
        result.indices.emplace_back(part.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return result;
}

/// The word for a quantity that is no gate's.
std::string_view key_of(Role role) {
    switch (role) {
        case Role::input: return "spoken.input";
        case Role::hidden_state: return "spoken.hidden_state";
        case Role::cell_state: return "spoken.cell_state";
        case Role::pre_activation: return "spoken.pre_activation";
        case Role::heard: return "spoken.heard";
        case Role::kept: return "spoken.kept";
        case Role::written: return "spoken.written";
        case Role::squashed: return "spoken.squashed";
        case Role::output: return "spoken.output";
        case Role::prediction: return "spoken.prediction";
        default: return "";
    }
}

/// "forget.W": empty where there is no such parameter.
std::string parameter_name(const Words& words, const Cell& cell, std::string_view name) {
    const std::size_t point = name.find('.');
    if (point == std::string_view::npos) return {};
    const std::string_view owner = name.substr(0, point), letter = name.substr(point + 1);
    if (cell.find_parameter(owner, letter) == none) return {};
    const Gate* const gate = cell.find_gate(owner);
    return words("spoken.parameter",
                 {{"gate", gate != nullptr ? title_of(words, *gate) : words("spoken.readout")},
                  {"letter", std::string(letter)}});
}

std::string with_places(const Words& words, std::string name, const std::vector<std::string>& at) {
    if (at.size() == 1) return words("spoken.unit", {{"what", std::move(name)}, {"unit", at[0]}});
    if (at.size() == 2)
        return words("spoken.entry",
                     {{"what", std::move(name)}, {"row", at[0]}, {"column", at[1]}});
    return name;
}

/// A number of the run or a weight; empty where the part names neither.
std::string number_name(const Words& words, const Cell& cell, std::string_view part) {
    const Indexed place = taken_apart(part);
    std::string name = parameter_name(words, cell, place.name);
    if (const QuantityId quantity = cell.find(place.name); name.empty() && quantity != none)
        name = lstm::spoken_name(words, cell, quantity);
    return name.empty() ? name : with_places(words, std::move(name), place.indices);
}

std::string in_plain(std::string_view part) {
    std::string text(part);
    std::replace(text.begin(), text.end(), '_', ' ');
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

const Command* command_called(std::string_view id) {
    for (const Command& each : commands())
        if (each.id == id) return &each;
    return nullptr;
}

}  // namespace

std::string spoken_name(const Words& words, const Cell& cell, QuantityId id) {
    const Quantity& quantity = cell.quantities[id];
    const Gate* const gate = cell.gate_of(id);
    const std::string_view key = key_of(quantity.role);
    if (gate != nullptr && gate->value == id && !cell.is_state(id)) return title_of(words, *gate);
    std::string name = key.empty() ? quantity.symbol
                                   : words(key, {{"function", facts_of(cell.form.squash).symbol}});
    if (cell.is_previous(id)) name = words("spoken.previous", {{"quantity", name}});
    if (gate != nullptr && !cell.is_state(id))
        name = words("spoken.of_gate", {{"what", name}, {"gate", title_of(words, *gate)}});
    return name;
}

std::string spoken_name(const Words& words, const Cell& cell, std::string_view id,
                        std::string_view shown) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= id.size();) {
        const std::size_t end = std::min(id.find('/', at), id.size());
        parts.push_back(id.substr(at, end - at));
        at = end + 1;
    }
    for (std::size_t k = parts.size(); k-- > 0;)
        if (std::string name = number_name(words, cell, parts[k]); !name.empty()) return name;
    const std::string_view last = parts.back();
    if (last == "less" || last == "more")
        return words(last == "less" ? "spoken.less" : "spoken.more",
                     {{"what", in_plain(parts[parts.size() - 2])}});
    if (!shown.empty() && last != "help") return std::string(shown);
    if (const Command* const does = command_called(last))
        return words("command." + std::string(does->id) + ".label");
    return in_plain(last);
}

}  // namespace lstm
