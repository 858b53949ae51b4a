/// Commands of the program as data: the command line, its help, the manual page and what a shell
/// completes are made from them.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace lstm {

/// The command line makes no sense; what() is one line.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a word names, where a shell is to complete it.
enum class Names { nothing, scenario, example, file };

/// An option of a command, or an argument.
struct Option {
    std::string name;   ///< "--format"; of an argument, which has a place instead: "FILE"
    std::string value;  ///< what stands behind an option: "N"; empty: nothing does, it is a flag
    std::string help;   ///< one line, without a full stop
    /// Takes the value; a flag's is empty. Throws UsageError: "expected …, found …".
    std::function<void(const std::string&)> read;
    std::vector<std::string> choices{};  ///< all that the value may be; empty: anything
    Names names = Names::nothing;
    bool required = false;
    bool repeats = false;  ///< an argument of which there may be several

    [[nodiscard]] bool is_argument() const { return !name.starts_with('-'); }
    [[nodiscard]] bool is_flag() const { return !is_argument() && value.empty(); }
};

/// A line that shows how a command is used.
struct Sample {
    std::string line;  ///< without the program's name
    std::string does;
};

/// One command of the program.
struct Subcommand {
    std::string name;             ///< empty: the one that is meant where none is named
    std::string help;             ///< one line, without a full stop
    std::vector<Option> options;  ///< arguments first
    std::vector<Sample> samples;
    /// Does what the options that were read say. Returns the program's exit status. Throws
    /// FileError, FormatError, UsageError, FilmError, GraphicsError.
    std::function<int()> run;
};

/// What an exit status of the program means.
struct ExitStatus {
    std::string status;
    std::string meaning;
};

/// All of them.
[[nodiscard]] const std::vector<ExitStatus>& exit_statuses();

}  // namespace lstm
