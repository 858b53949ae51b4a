/// Subcommand lines, an argument a line: each is understood or refused in one line, and nothing
/// else.
#include "app/command_line/command_line.h"
#include "app/command_line/subcommands/subcommands.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);

namespace lstm {
namespace {

using Arguments = std::vector<std::string>;

Arguments split(std::string_view text) {
    Arguments arguments;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) arguments.push_back(line);
    return arguments;
}

std::string joined(const Arguments& arguments) {
    std::string text;
    for (const std::string& argument : arguments) text += argument + '\n';
    return text;
}

/// Words that mean something here: those of the table of commands, and some values.
const Arguments& words() {
    static const Arguments all = [] {
        Arguments found{"-",       "0", "1",     "2:4",       "nan", "1e9",    "-1",
                        "640x480", "",  "gomez", "/dev/null", "--",  "--help", "--version"};
        for (const Subcommand& command : subcommands()) {
            found.push_back(command.name);
            for (const Option& option : command.options) {
                found.push_back(option.name);
                found.insert(found.end(), option.choices.begin(), option.choices.end());
            }
        }
        return found;
    }();
    return all;
}

void run(Arguments arguments) {
    arguments.insert(arguments.begin(), "lstm-notebook");
    std::vector<const char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
    try {
        (void)parse_command_line(static_cast<int>(pointers.size()), pointers.data());
    } catch (const UsageError& refusal) {
        const std::string_view sentence = refusal.what();
        if (!sentence.empty() && sentence.find('\n') == std::string_view::npos) return;
        std::fprintf(stderr, "not one line: %s\n", refusal.what());
        std::abort();
    }
}

}  // namespace
}  // namespace lstm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    lstm::run(lstm::split({reinterpret_cast<const char*>(bytes), size}));
    return 0;
}

/// Arguments come, go, change places, become another word of the language or are gnawed at.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size,
                                               std::size_t most, unsigned seed) {
    std::minstd_rand dice(seed);
    const auto below = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(dice);
    };
    if (below(8) == 0) return LLVMFuzzerMutate(bytes, size, most);
    lstm::Arguments arguments = lstm::split({reinterpret_cast<const char*>(bytes), size});
    const std::string& word = lstm::words()[below(lstm::words().size())];
    const std::size_t at = below(arguments.size() + 1);
    if (at == arguments.size()) {
        arguments.push_back(word);
    } else {
        switch (below(4)) {
            case 0:
                arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(at), word);
                break;
            case 1: arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at)); break;
            case 2: std::swap(arguments[at], arguments[below(arguments.size())]); break;
            default: arguments[at] = word; break;
        }
    }
    const std::string text = lstm::joined(arguments).substr(0, most);
    std::copy(text.begin(), text.end(), bytes);
    return text.size();
}
