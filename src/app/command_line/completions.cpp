/// Scripts for bash, zsh and fish.
#include "app/command_line/completions.h"

#include "app/command_line/options.h"
#include "app/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace lstm {
namespace {

using Commands = std::vector<Subcommand>;

std::string example_names() {
    return fmt::format(
        "{}",
        fmt::join(names_of(examples(), [](const Example& example) { return example.name; }), " "));
}

std::string command_names(const Commands& commands) {
    std::vector<std::string> names;
    for (const Subcommand& command : commands)
        if (!command.name.empty()) names.push_back(command.name);
    return fmt::format("{}", fmt::join(names, " "));
}

Names names_of_arguments(const Subcommand& command) {
    const bool has = !command.options.empty() && command.options.front().is_argument();
    return has ? command.options.front().names : Names::nothing;
}

/// `text` within single quotes of a shell that has `escaped` for one.
std::string quoted(std::string text, std::string_view escaped) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += escaped.size())
        text.replace(at, 1, escaped);
    return "'" + text + "'";
}

// ---- bash

/// What sets `words` (to choose from) and `files` for the value of `option`.
std::string bash_value(const Option& option) {
    if (option.names == Names::file) return "files=1";
    return option.choices.empty() ? ":" : fmt::format("words='{}'", fmt::join(option.choices, " "));
}

std::string bash_command(const Subcommand& command) {
    std::string options, values;
    for (const Option& option : command.options) {
        if (option.is_argument()) continue;
        options += option.name + " ";
        if (!option.is_flag())
            values += fmt::format("                {}) {} ;;\n", option.name, bash_value(option));
    }
    std::string arguments;
    switch (names_of_arguments(command)) {
        case Names::scenario: arguments = "words=$examples files=1"; break;
        case Names::example: arguments = "words=$examples"; break;
        case Names::file: arguments = "files=1"; break;
        case Names::nothing: arguments = ":"; break;
    }
    if (const auto& declared = command.options;
        !declared.empty() && declared.front().is_argument() && !declared.front().choices.empty())
        arguments = bash_value(declared.front());
    return fmt::format(
        "        {})\n            case $before in\n{}                *) if [[ $word == -* ]]; then "
        "words='{}--help'; else {}; fi ;;\n            esac ;;\n",
        command.name, values, options, arguments);
}

std::string bash_script(const Commands& commands) {
    std::string cases;
    for (const Subcommand& command : commands)
        if (!command.name.empty()) cases += bash_command(command);
    return fmt::format(R"(# lstm-notebook in bash; made by: lstm-notebook completions bash
_lstm_notebook() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    local words='' files='' examples='{}'
    # Bash takes --format=csv for three words.
    if [[ $word == '=' ]]; then
        word=''
    elif [[ $before == '=' ]]; then
        before=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    if (( COMP_CWORD == 1 )); then
        words="{} $examples --help --version" files=1
    else
        case ${{COMP_WORDS[1]}} in
{}        esac
    fi
    COMPREPLY=()
    local one
    while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen -W "$words" -- "$word")
    [[ $files ]] || return 0
    compopt -o filenames 2>/dev/null
    while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen -f -- "$word")
}}
complete -F _lstm_notebook lstm-notebook
)",
                       example_names(), command_names(commands), cases);
}

// ---- zsh

/// `text` within the brackets and colons of zsh's _arguments.
std::string zsh_words(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_action(const Option& option) {
    if (!option.choices.empty()) return fmt::format("({})", fmt::join(option.choices, " "));
    switch (option.names) {
        case Names::scenario: return "_lstm_notebook_scenarios";
        case Names::example: return "_lstm_notebook_examples";
        case Names::file: return "_files";
        case Names::nothing: break;
    }
    return " ";
}

std::string zsh_option(const Option& option) {
    std::string spec;
    if (option.is_argument()) {
        spec = (option.repeats ? "*:" : "1:") + option.name + ":" + zsh_action(option);
    } else {
        spec =
            "*" + option.name + (option.is_flag() ? "" : "=") + "[" + zsh_words(option.help) + "]";
        if (!option.is_flag()) spec += ":" + zsh_words(option.value) + ":" + zsh_action(option);
    }
    return quoted(spec, "'\\''");
}

std::string zsh_script(const Commands& commands) {
    std::string described, cases;
    for (const Subcommand& command : commands) {
        if (command.name.empty()) continue;
        described +=
            "        " + quoted(command.name + ":" + zsh_words(command.help), "'\\''") + "\n";
        cases += "        " + command.name + ") _arguments";
        for (const Option& option : command.options)
            cases += " \\\n            " + zsh_option(option);
        cases += " \\\n            '(- *)--help[Print help]' ;;\n";
    }
    return fmt::format(R"(#compdef lstm-notebook
# lstm-notebook in zsh; made by: lstm-notebook completions zsh
_lstm_notebook_examples() {{
    local -a examples=({})
    _describe -t examples example examples
}}
_lstm_notebook_scenarios() {{
    _alternative 'examples:example:_lstm_notebook_examples' 'files:file:_files'
}}
_lstm_notebook() {{
    local -a commands=(
{}    )
    if (( CURRENT == 2 )); then
        _describe -t commands command commands
        _lstm_notebook_scenarios
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{}    esac
}}
# Where it is autoloaded, the file is the function; where it is read as a script, it says what it completes.
if [[ $funcstack[1] == _lstm-notebook ]]; then _lstm_notebook "$@"; else compdef _lstm_notebook lstm-notebook; fi
)",
                       example_names(), described, cases);
}

// ---- fish

std::string fish_option(const Subcommand& command, const Option& option) {
    std::string line =
        fmt::format("complete -c lstm-notebook -n '__fish_seen_subcommand_from {}'", command.name);
    if (option.is_argument()) {
        if (!option.choices.empty())
            return line + fmt::format(" -a '{}'\n", fmt::join(option.choices, " "));
        if (option.names == Names::scenario || option.names == Names::example)
            line += " -a '" + example_names() + "'";
        if (option.names == Names::scenario || option.names == Names::file) line += " -F";
        return line + "\n";
    }
    line += " -l " + option.name.substr(2);
    if (option.names == Names::file) {
        line += " -r -F";
    } else if (!option.is_flag()) {
        line += " -x";
    }
    if (!option.choices.empty()) line += fmt::format(" -a '{}'", fmt::join(option.choices, " "));
    return line + " -d " + quoted(option.help, "\\'") + "\n";
}

std::string fish_script(const Commands& commands) {
    const std::string first = "complete -c lstm-notebook -n __fish_use_subcommand";
    std::string out =
        "# lstm-notebook in fish; made by: lstm-notebook completions fish\n"
        "complete -c lstm-notebook -f\ncomplete -c lstm-notebook -l help -d 'Print help'\n" +
        first + " -l version -d 'Print the version'\n" + first + " -F -a '" + example_names() +
        "' -d example\n";
    for (const Subcommand& command : commands) {
        if (command.name.empty()) continue;
        out += first + " -a " + command.name + " -d " + quoted(command.help, "\\'") + "\n";
        for (const Option& option : command.options) out += fish_option(command, option);
    }
    return out;
}

struct Shell {
    const char* name;
    std::string (*script)(const Commands&);
};
constexpr std::array shells{Shell{"bash", bash_script}, Shell{"zsh", zsh_script},
                            Shell{"fish", fish_script}};

}  // namespace

std::vector<std::string> completion_shells() {
    return names_of(shells, [](const Shell& shell) { return shell.name; });
}

std::string completion_script(const std::string& shell, const std::vector<Subcommand>& commands) {
    return std::find_if(shells.begin(), shells.end(),
                        [&](const Shell& one) { return one.name == shell; })
        ->script(commands);
}

}  // namespace lstm
