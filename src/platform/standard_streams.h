/// What standard output and standard error are connected with.
#pragma once

#include <filesystem>

namespace lstm {

/// Whether somebody sees what is printed there as it comes.
[[nodiscard]] bool output_is_terminal();
[[nodiscard]] bool errors_are_terminal();

/// Writing to a pipe whose reader is gone fails from now on, instead of ending the program: what
/// was to be saved is saved.
void survive_lost_readers();

/// Whether standard output is a pipe from which nobody reads any more.
[[nodiscard]] bool reader_went_away();

/// Ends the program as a lost reader ends others: silently, by SIGPIPE. Where there is none, it
/// does nothing.
void end_by_lost_reader();

/// Makes the pipe or device at `path` the program's standard output. Throws FileError.
void redirect_standard_output(const std::filesystem::path& path);

}  // namespace lstm
