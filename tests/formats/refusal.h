/// How a text is refused that is no scenario.
#pragma once

#include "formats/scenario/scenario_reader.h"

#include <string>

namespace lstm {

/// The message that refuses `text`, of a file f.json; "read" where it is accepted.
inline std::string refusal(const std::string& text) {
    try {
        (void)read_scenario(text, "f.json");
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

}  // namespace lstm
