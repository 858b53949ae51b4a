/// What went wrong, for people.
#pragma once

#include "ui/words/refusals.h"

#include <exception>
#include <new>
#include <string>

namespace lstm {

/// What `error` says, or of a lack of memory that it is one.
[[nodiscard]] inline std::string sentence_of(const std::exception& error,
                                             const Words& words = Words(Language::english)) {
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return words("refusal.bad_alloc");
    if (const auto* lack = dynamic_cast<const NotEnoughMemory*>(&error))
        return sentence_about(words, *lack);
    return error.what();
}

}  // namespace lstm
