/// Writing roff.
#include "app/command_line/man_page.h"

#include "app/command_line/help.h"
#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace lstm {
namespace {

/// The character that `bytes`, two or more of UTF-8, mean.
std::uint32_t code_point(std::string_view bytes) {
    std::uint32_t code = static_cast<std::uint8_t>(bytes[0]) & (0x7fU >> bytes.size());
    for (const char c : bytes.substr(1)) code = code << 6 | (static_cast<std::uint8_t>(c) & 0x3fU);
    return code;
}

/// `text` as roff shows it: nothing is a request, a hyphen can be copied, and what is not ASCII is
/// named.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(character_length(text, at), 1);
        const std::string_view bytes = text.substr(at, length);
        if (length > 1) {
            out += fmt::format("\\[u{:04X}]", code_point(bytes));
        } else if (bytes == "\\") {
            out += "\\e";
        } else if (bytes == "-") {
            out += "\\-";
        } else if (at == 0 && (bytes == "." || bytes == "'")) {
            out += "\\&" + std::string(bytes);
        } else {
            out += bytes;
        }
        at += length;
    }
    return out;
}

/// "--format" bold, what stands behind it slanted.
std::string term(const Option& option) {
    if (option.is_argument()) return "\\fI" + roff(spelling(option)) + "\\fR";
    return "\\fB" + roff(option.name) + "\\fR" +
           (option.is_flag() ? "" : " \\fI" + roff(option.value) + "\\fR");
}

std::string command_text(const Subcommand& command) {
    std::string out = ".SS " + roff(command.name.empty() ? "The window" : command.name) + "\n" +
                      roff(command.help + ".") + "\n.PP\n\\fB" +
                      roff("lstm-notebook" + (command.name.empty() ? "" : " " + command.name)) +
                      "\\fR";
    for (const Option& option : command.options)
        out += option.required ? " " + term(option) : " [" + term(option) + "]";
    out += "\n";
    for (const Option& option : command.options) {
        std::string words = option.help;
        if (!option.choices.empty()) words += fmt::format(": {}", fmt::join(option.choices, ", "));
        out += ".TP\n" + term(option) + "\n" + roff(words + ".") + "\n";
    }
    return out;
}

}  // namespace

std::string man_page(const std::vector<Subcommand>& commands) {
    std::string out = ".TH LSTM\\-NOTEBOOK 1 \"\" \"lstm\\-notebook " LSTM_VERSION
                      "\" \"User Commands\"\n"
                      ".SH NAME\n";
    out += "lstm\\-notebook \\- " + roff(program_does) + "\n.SH SYNOPSIS\n";
    out += "\\fBlstm\\-notebook\\fR [\\fIFILE\\fR]\n.br\n";
    out += "\\fBlstm\\-notebook\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n";
    out += "LSTM Notebook " + roff(program_does) + ".\n.PP\n" + roff(about_arguments) +
           "\n.SH COMMANDS\n";
    std::string samples;
    for (const Subcommand& command : commands) {
        out += command_text(command);
        for (const Sample& sample : command.samples)
            samples += ".TP\n\\fB" + roff("lstm-notebook " + sample.line) + "\\fR\n" +
                       roff(sample.does + ".") + "\n";
    }
    out += ".SH EXIT STATUS\n";
    for (const ExitStatus& one : exit_statuses())
        out += ".TP\n\\fB" + roff(one.status) + "\\fR\n" + roff(one.meaning + ".") + "\n";
    return out + ".SH EXAMPLES\n" + samples;
}

}  // namespace lstm
