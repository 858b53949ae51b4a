/// What the file had where a number stands: what a right click brings back.
#pragma once

#include "document/session.h"
#include "maths/expression.h"

#include <optional>
#include <string>

namespace lstm {

/// A weight of the document as it was opened or last saved; 0 where its network had no such place,
/// nothing where it was another kind of cell.
[[nodiscard]] std::optional<double> original_weight(const Session& session, ParameterPlace place);

/// Likewise x_t[k], as long as the steps still stand where they stood.
[[nodiscard]] std::optional<double> original_input(const Session& session, int t, int k);

/// The label of step `t` as it may be said now: one that names an input of the file that has
/// changed since, "x = 1", is marked as the file's.
[[nodiscard]] std::string label_now(const Session& session, int t);

/// Whether the description is the file's, but what is computed is not any more.
[[nodiscard]] bool describes_the_past(const Session& session);

}  // namespace lstm
