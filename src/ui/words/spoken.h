/// What a region of the window is called where it is heard instead of seen.
#pragma once

#include "model/cells/cell.h"
#include "ui/words/words.h"

#include <string>
#include <string_view>

namespace lstm {

/// The name of what stands at the region `id`, as a screen reader says it: "forget gate, unit 0" of
/// "diagram/forget.value[0]"; "forget gate W, row 0, column 1" of "weights/forget.W[0][1]"; "On" of
/// "transport/next". `shown` is the text that stands there, which is a button's name.
[[nodiscard]] std::string spoken_name(const Words& words, const Cell& cell, std::string_view id,
                                      std::string_view shown);

/// The name of a quantity, of no unit: "forget gate", "hidden state h of the step before".
[[nodiscard]] std::string spoken_name(const Words& words, const Cell& cell, QuantityId quantity);

}  // namespace lstm
