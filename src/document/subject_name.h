/// What can be expected, by the names that files and people have for it.
#pragma once

#include "document/document.h"

#include <optional>
#include <string_view>

namespace lstm {

/// What a name means.
struct SubjectNamed {
    enum class Fault {
        fine,
        quantity,   ///< it names no quantity
        parameter,  ///< it names no parameter
        element     ///< it names no one element of the quantity or parameter of `subject`
    };
    Expectation subject;  ///< without a step and a value
    Fault fault = Fault::fine;
};

/// What `name_of` an expectation says, of what `document` has; the element may be left out where
/// there is only one.
[[nodiscard]] SubjectNamed subject_named(const Document& document, std::string_view name);

/// "[12]" as 12; nothing where `text` is anything else.
[[nodiscard]] std::optional<int> read_index(std::string_view text);

}  // namespace lstm
