/// What a command is called, and a button of it.
#include "ui/commands/command.h"

#include "ui/widgets/widgets.h"

#include <algorithm>
#include <stdexcept>

namespace lstm {
namespace {

/// The key of a sentence about `command`: "command.save_as.help".
std::string key_of(const Command& command, const char* what) {
    return "command." + std::string(command.id) + "." + what;
}

/// "Z", "F5"; of a key that has a name in a language, or a sign, that.
std::string name_of(ImGuiKey key, const Words& words) {
    const std::string name = ImGui::GetKeyName(key);
    const std::string named = "key." + name;
    return words.has(named) ? words(named) : name;
}

}  // namespace

std::string_view name_of(CommandGroup group) {
    constexpr std::array<std::string_view, command_groups.size()> names{"run", "compare", "file",
                                                                        "edit", "look"};
    return names[static_cast<std::size_t>(group)];
}

const Command& command(std::string_view id) {
    const auto table = commands();
    const auto found = std::ranges::find(table, id, &Command::id);
    if (found == table.end()) throw std::logic_error("no command " + std::string(id));
    return *found;
}

std::string keys_in_words(const KeyChord& chord, const Words& words) {
    std::string keys;
    if (chord.control) keys += words("key.Ctrl") + "+";
    if (chord.shift) keys += words("key.Shift") + "+";
    return keys + name_of(chord.key, words);
}

std::string keys_in_words(const Command& command, Keyboard keyboard, const Words& words) {
    std::vector<std::string> each;
    if (command.character != 0) each.emplace_back(1, command.character);
    for (const KeyChord& chord : command.keys_in(keyboard)) {
        if (chord.told) each.push_back(keys_in_words(chord, words));
    }
    std::string joined;
    for (const std::string& keys : each)
        joined = joined.empty() ? keys : words("keys.or", {{"one", joined}, {"other", keys}});
    return joined;
}

std::string label_of(const Frame& frame, const Command& command) {
    return command.label != nullptr ? command.label(frame) : frame.words(key_of(command, "label"));
}

std::string tooltip_of(const Frame& frame, const Command& command) {
    const std::string help =
        command.tooltip != nullptr ? command.tooltip(frame) : frame.words(key_of(command, "help"));
    const std::vector<KeyChord>& keys = command.keys_in(frame.view.look.keyboard);
    if (keys.empty()) return help;
    return help + "  (" + keys_in_words(keys.front(), frame.words) + ")";
}

bool command_button(Frame& frame, const std::string& region, const Command& command,
                    bool selected) {
    if (!button(frame, region, label_of(frame, command), tooltip_of(frame, command),
                command.enabled(frame), selected))
        return false;
    command.act(frame);
    return true;
}

std::string key_table(const Words& words) {
    std::string table = "| " + words("help.key") + " | " + words("help.in_browser") + " | " +
                        words("help.does") + " |\n|---|---|---|\n";
    for (const Command& each : commands()) {
        if (each.keys.empty()) continue;
        const std::string keys = keys_in_words(each, Keyboard::desktop, words);
        const std::string in_browser = keys_in_words(each, Keyboard::browser, words);
        table += "| " + keys + " | " + (in_browser == keys ? "" : in_browser) + " | " +
                 words(key_of(each, "help")) + " |\n";
    }
    return table;
}

}  // namespace lstm
