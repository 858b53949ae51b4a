/// What the fields of a scenario are called elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// ", which is called W here", where `name` is what PyTorch, Keras or a paper calls one of the
/// fields `names`; else empty.
[[nodiscard]] std::string called_here(std::string_view name,
                                      const std::vector<std::string_view>& names);

}  // namespace lstm
