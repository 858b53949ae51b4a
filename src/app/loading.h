/// Opening a scenario by the name that a user gives it.
#pragma once

#include "app/examples.h"
#include "document/document.h"
#include "document/results.h"
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
};

/// What people call standard input.
inline constexpr const char* standard_input_name = "standard input";

/// Whether `load_scenario` would find something under this name: whether it can be read is another
/// matter.
[[nodiscard]] bool is_scenario_name(const std::string& file);

/// Opens a file, else the example of that name, else the file with ".json" behind it, or standard
/// input for "-". Throws FileError, which proposes an example whose name is nearly so, or
/// FormatError.
[[nodiscard]] Loaded load_scenario(const std::string& file);

/// The example of that name. Throws FileError, which proposes one whose name is nearly so.
[[nodiscard]] const Example& find_example(const std::string& name);

/// Opens an example.
[[nodiscard]] Loaded load_example(const Example& example);

/// What `loaded` computes. Throws FormatError, naming the file, where memory does not hold it.
[[nodiscard]] Results results_of(const Loaded& loaded);

/// Throws FormatError where no step has a target: there is no loss to go back from.
void require_targets(const Loaded& loaded);

}  // namespace lstm
