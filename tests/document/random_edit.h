/// A random edit of any kind, most often one that fits the document.
#pragma once

#include "document/edit.h"

#include <random>

namespace lstm {

/// Every kind that `Edit` has comes as often as any other: one that is added needs a `make` in
/// random_edit.cpp before this links.
[[nodiscard]] Edit random_edit(const Document& document, std::mt19937& random);

}  // namespace lstm
