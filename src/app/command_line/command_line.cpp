/// Reading a command line as the table of commands has it.
#include "app/command_line/command_line.h"

#include "app/command_line/help.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "app/suggestion.h"
#include "platform/text.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <string_view>

namespace lstm {
namespace {

std::vector<std::string> command_names() {
    return names_of(subcommands(), [](const Subcommand& command) { return command.name; });
}

void read_value(const Option& option, const std::string& value) {
    if (!option.choices.empty() &&
        std::find(option.choices.begin(), option.choices.end(), value) == option.choices.end())
        throw UsageError(fmt::format("{}: {} not in {{{}}}{}", option.name, value,
                                     fmt::join(option.choices, ","),
                                     did_you_mean(value, option.choices)));
    try {
        option.read(value);
    } catch (const UsageError& error) {
        throw UsageError(option.name + ": " + error.what());
    }
}

/// Of an option that is given again, the last one counts.
void add(CLI::App& app, const Option& option) {
    using List = std::vector<std::string>;
    CLI::Option* added = nullptr;
    if (option.is_flag()) {
        added = app.add_flag_function(
            option.name, [&option](std::int64_t) { read_value(option, ""); }, option.help);
    } else if (option.repeats) {
        added = app.add_option_function<List>(option.name, [&option](const List& values) {
            for (const std::string& value : values) read_value(option, value);
        });
    } else {
        added = app.add_option_function<std::string>(
            option.name, [&option](const std::string& value) { read_value(option, value); });
    }
    added->required(option.required);
    if (!option.is_argument()) added->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// `word` stands where nothing of the kind may.
[[noreturn]] void refuse(const Subcommand& command, std::string word) {
    if (word.size() > 1 && word.starts_with('-')) {
        word = word.substr(0, word.find('='));
        std::vector<std::string> known =
            names_of(command.options, [](const Option& option) { return option.name; });
        known.insert(known.end(), {"--help", "--version"});
        throw UsageError(fmt::format(
            "{}: expected an option of lstm-notebook{}{}, found none of that name{}", word,
            command.name.empty() ? "" : " ", command.name, did_you_mean(word, known)));
    }
    if (command.options.empty() || !command.options.front().is_argument())
        throw UsageError(fmt::format("{}: expected nothing more behind {}, found an argument", word,
                                     command.name));
    throw UsageError(
        fmt::format("{}: expected one {}, found this one too", word, command.options.front().name));
}

/// Where no command is named, the first word may have been meant for one.
void require_no_slip(const std::string& word) {
    if (word.starts_with('-') || is_scenario_name(word)) return;
    const std::string meant = did_you_mean(word, command_names());
    if (!meant.empty())
        throw UsageError(
            word + ": expected a command, a file or an example's name, found none of them" + meant);
}

void parse(const Subcommand& command, int count, const char* const* arguments) {
    if (command.name.empty() && count > 1) require_no_slip(arguments[1]);
    CLI::App app("", "lstm-notebook");
    app.set_version_flag("--version", "lstm-notebook " LSTM_VERSION);
    for (const Option& option : command.options) add(app, option);
    app.allow_extras();
    app.parse(count, arguments);
    if (const auto unknown = app.remaining(); !unknown.empty()) refuse(command, unknown.front());
}

std::function<int()> printing(std::string text) {
    return [text = std::move(text)] {
        std::cout << text;
        return 0;
    };
}

}  // namespace

std::function<int()> parse_command_line(int count, const char* const* arguments) {
    const std::vector<Subcommand> known = subcommands();
    const std::string_view word = count > 1 ? arguments[1] : "";
    auto command = std::find_if(known.begin(), known.end(),
                                [&](const Subcommand& one) { return one.name == word; });
    const bool named = command != known.end() && !word.empty();
    if (!named)
        command = std::find_if(known.begin(), known.end(),
                               [&](const Subcommand& one) { return one.name.empty(); });
    constexpr std::string_view hint = " (see lstm-notebook --help)";
    try {
        parse(*command, named ? count - 1 : count, named ? arguments + 1 : arguments);
        return command->run;
    } catch (const CLI::CallForHelp&) {
        return printing(named ? help_text(*command) : help_text(known));
    } catch (const CLI::CallForVersion& version) {
        return printing(version.what() + std::string("\n"));
    } catch (const CLI::ParseError& error) {
        throw UsageError(on_one_line(error.what(), 1000).append(hint));
    } catch (const UsageError& error) {
        throw UsageError(on_one_line(error.what(), 1000).append(hint));
    }
}

}  // namespace lstm
