/// Opening a scenario by the name that a user gives it.
#pragma once

#include "app/examples.h"
#include "document/document.h"
#include "document/results.h"
#include "formats/link/link.h"
#include "platform/file_stamp.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lstm {

/// A scenario and where it came from.
struct Loaded {
    Document document;
    std::string name;            ///< for people: the path, the example's name, or "standard input"
    std::filesystem::path path;  ///< where to save it; empty for an example, a pipe, standard input
    std::optional<FileStamp> stamp{};  ///< of what was read from `path`
    /// Where a link leads to in the run, of names and numbers that there are; nothing: it was no
    /// link that was opened.
    std::optional<LinkedPlace> place{};
};

/// What people call standard input.
inline constexpr const char* standard_input_name = "standard input";

/// Whether `load_scenario` would find something under this name: whether it can be read is another
/// matter.
[[nodiscard]] bool is_scenario_name(const std::string& file);

/// Opens a file, else the example of that name, else the file with ".json" behind it, or a link, or
/// standard input for "-". Throws FileError, which proposes an example whose name is nearly so, or
/// FormatError.
[[nodiscard]] Loaded load_scenario(const std::string& file);

/// The same with the sequence of that name shown; nothing: the first. Throws FormatError too where
/// it has none of that name.
[[nodiscard]] Loaded load_sequence(const std::string& file,
                                   const std::optional<std::string>& sequence);

/// Opens a link: see formats/link. Throws FormatError, or FileError where its example is not here.
[[nodiscard]] Loaded load_link(const std::string& link);

/// Opens a scenario's text that was copied somewhere. Throws FormatError.
[[nodiscard]] Loaded load_copied(const std::string& text);

/// The example of that name. Throws FileError, which proposes one whose name is nearly so.
[[nodiscard]] const Example& find_example(const std::string& name);

/// Opens an example.
[[nodiscard]] Loaded load_example(const Example& example);

/// What `loaded` computes. Throws FormatError, naming the file, where memory does not hold it.
[[nodiscard]] Results results_of(const Loaded& loaded);

/// Throws FormatError where no step has a target: there is no loss to go back from.
void require_targets(const Loaded& loaded);

}  // namespace lstm
