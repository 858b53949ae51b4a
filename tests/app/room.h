/// What stands in one another's way on the screen, for tests of the layout.
#pragma once

#include "drawn_text.h"
#include "driver.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// `character` as it is printed in a message.
[[nodiscard]] std::string utf8(ImWchar character);

/// A sentence for each letter that another covers, that something was painted over, or that is cut
/// off at a side. Lists are cut above and below.
[[nodiscard]] std::set<std::string> letters_without_room(const std::vector<Letter>& letters);

/// The same for all of the last frame, as failures of the test in `scene`.
void expect_room(const std::string& scene);

/// Fails where two places that can be pointed at, of those whose names begin with `prefix`, overlap
/// though neither holds the other.
void expect_apart(const Driver& user, std::string_view prefix, const std::string& scene);

}  // namespace lstm
