/// What the file had where a number stands: what a right click brings back.
#pragma once

#include "document/session.h"
#include "model/expression.h"

#include <optional>

namespace lstm {

/// A weight of the document as it was opened or last saved; 0 where its network had no such place,
/// nothing where it was another kind of cell.
[[nodiscard]] std::optional<double> original_weight(const Session& session, ParameterPlace place);

/// Likewise x_t[k], as long as the steps still stand where they stood.
[[nodiscard]] std::optional<double> original_input(const Session& session, int t, int k);

}  // namespace lstm
