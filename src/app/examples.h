/// The scenarios that come with the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// A scenario that travels inside the program.
struct Example {
    std::string name;       ///< its file's, without ".json"
    std::string_view text;  ///< the scenario file
};

/// All of them, in the order in which a student should meet them; the window opens the first.
[[nodiscard]] const std::vector<Example>& examples();

}  // namespace lstm
