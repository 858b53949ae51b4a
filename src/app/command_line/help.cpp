/// Laying help out for a terminal of 80 columns.
#include "app/command_line/help.h"

#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace lstm {
namespace {

constexpr std::size_t line_length = 80;

/// `text` broken between words, each line but the first behind `indent` blanks; the first has
/// `used` columns already.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t used) {
    std::string out;
    std::istringstream words(text);
    std::size_t column = used;
    bool fresh = true;
    for (std::string word; words >> word; fresh = false) {
        if (!fresh && column + 1 + columns(word) > line_length) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!fresh) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns(word);
    }
    return out + "\n";
}

/// Two columns; what is too wide for the first has a line of its own.
std::string table(const std::vector<std::pair<std::string, std::string>>& rows) {
    constexpr std::size_t widest = 22;
    std::size_t width = 0;
    for (const auto& [left, right] : rows)
        if (columns(left) <= widest) width = std::max(width, columns(left));
    const std::size_t indent = width + 4;
    std::string out;
    for (const auto& [left, right] : rows) {
        out += "  " + left;
        if (columns(left) > width)
            out += "\n" + std::string(indent, ' ');
        else
            out += std::string(indent - 2 - columns(left), ' ');
        out += wrapped(right, indent, indent);
    }
    return out;
}

std::string samples_text(const std::vector<Sample>& samples) {
    std::string out;
    for (const Sample& sample : samples)
        out += "  lstm-notebook " + sample.line + "\n      " + wrapped(sample.does, 6, 6);
    return out;
}

const std::pair<std::string, std::string> help_row{"-h, --help", "Print this"};

}  // namespace

std::string spelling(const Option& option) {
    if (option.is_argument()) return option.name + (option.repeats ? "..." : "");
    return option.is_flag() ? option.name : option.name + " " + option.value;
}

std::string synopsis(const Subcommand& command) {
    std::string line = "lstm-notebook" + (command.name.empty() ? "" : " " + command.name);
    for (const Option& option : command.options)
        line += option.required ? " " + spelling(option) : " [" + spelling(option) + "]";
    return line;
}

std::string help_text(const Subcommand& command) {
    std::string out = command.help + ".\n\nUsage: " + wrapped(synopsis(command), 7, 7) + "\n";
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : command.options) {
        std::string words = option.help;
        if (!option.choices.empty()) words += fmt::format(": {}", fmt::join(option.choices, ", "));
        rows.emplace_back(spelling(option), words);
    }
    rows.push_back(help_row);
    out += table(rows);
    if (!command.samples.empty()) out += "\nFor example:\n" + samples_text(command.samples);
    return out;
}

std::string help_text(const std::vector<Subcommand>& commands) {
    std::string out = std::string("LSTM Notebook ") + program_does + ".\n\nUsage: ";
    std::vector<std::pair<std::string, std::string>> rows, statuses;
    std::string samples;
    for (const Subcommand& command : commands) {
        if (command.name.empty()) {
            out += synopsis(command) + "\n";
        } else {
            rows.emplace_back(command.name, command.help);
        }
        if (!command.samples.empty()) samples += samples_text({command.samples.front()});
    }
    for (const ExitStatus& one : exit_statuses()) statuses.emplace_back(one.status, one.meaning);
    return out + "       lstm-notebook COMMAND [OPTIONS]\n\n" + wrapped(about_arguments, 0, 0) +
           "\nCommands (lstm-notebook COMMAND --help says more):\n" + table(rows) + "\nOptions:\n" +
           table({help_row, {"--version", "Print the version"}}) + "\nExit status:\n" +
           table(statuses) + "\nFor example:\n" + samples;
}

}  // namespace lstm
