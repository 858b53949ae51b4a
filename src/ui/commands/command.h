/// Commands: all that a key or a button of the window does by itself, as one table.
///
/// Keys, the bar, the transport, tooltips, the help page and the README's list of keys are made
/// from it. A new command is an entry of the table in commands.cpp and its words in ui/words.
#pragma once

#include "ui/state/frame.h"
#include "ui/words/words.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// Keys that are pressed together.
struct KeyChord {
    ImGuiKey key;
    bool control = false;
    bool shift = false;
    bool told = true;  ///< to people; not where the same sign only stands elsewhere
};

/// Where the help page lists a command.
enum class CommandGroup { run, compare, file, edit, look };
inline constexpr std::array command_groups{CommandGroup::run, CommandGroup::compare,
                                           CommandGroup::file, CommandGroup::edit,
                                           CommandGroup::look};
/// "run", …: the end of the group's key among the words.
[[nodiscard]] std::string_view name_of(CommandGroup group);

/// One of them. Its label and its help are the sentences "command.ID.label" and "command.ID.help".
struct Command {
    std::string_view id;  ///< "save_as"
    CommandGroup group;
    std::vector<KeyChord> keys;  ///< each does it; the first is the one that is told of
    void (*act)(Frame&);         ///< says why, where there is nothing to do
    /// Whether a button of it can be pressed.
    bool (*enabled)(const Frame&) = [](const Frame&) { return true; };
    /// What is said in the place of its label and help; empty: those.
    std::string (*label)(const Frame&) = nullptr;
    std::string (*tooltip)(const Frame&) = nullptr;
    bool while_typing = false;  ///< its keys act while something is typed, once that is taken
    char character = 0;         ///< does it wherever it stands on the keyboard; 0: none
    /// In a browser, which keeps some keys to itself, in the place of `keys`; none: those.
    std::vector<KeyChord> browser_keys{};

    [[nodiscard]] const std::vector<KeyChord>& keys_in(Keyboard keyboard) const {
        return keyboard == Keyboard::browser && !browser_keys.empty() ? browser_keys : keys;
    }
};

/// All commands, in the order in which the help page lists them.
[[nodiscard]] std::span<const Command> commands();

/// The command called `id`, which must exist.
[[nodiscard]] const Command& command(std::string_view id);

/// "Ctrl+Shift+S", as `words` call the keys.
[[nodiscard]] std::string keys_in_words(const KeyChord& chord, const Words& words);
/// All keys of a command: "Ctrl+Y or Ctrl+Shift+Z"; empty where it has none.
[[nodiscard]] std::string keys_in_words(const Command& command, Keyboard keyboard,
                                        const Words& words);

/// What a button of it says, and what its tooltip does: help, and the first key in brackets.
[[nodiscard]] std::string label_of(const Frame& frame, const Command& command);
[[nodiscard]] std::string tooltip_of(const Frame& frame, const Command& command);

/// A button that does it. `region` is its name on the screen. Returns whether it was pressed.
bool command_button(Frame& frame, const std::string& region, const Command& command,
                    bool selected = false);

/// The list of keys as the README has it: a table in Markdown, a line a command that has keys, with
/// those for browsers where they are others.
[[nodiscard]] std::string key_table(const Words& words);

}  // namespace lstm
