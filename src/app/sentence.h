/// What went wrong, for people.
#pragma once

#include "ui/words/refusals.h"

#include <exception>
#include <new>
#include <string>

namespace lstm {

/// What `error` says, or of a lack of memory that it is one.
[[nodiscard]] inline std::string sentence_of(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return "There is not enough memory for this.";
    if (const auto* lack = dynamic_cast<const NotEnoughMemory*>(&error))
        return sentence_about(*lack);
    return error.what();
}

}  // namespace lstm
