/// What the program tells on standard error.
#pragma once

#include <string_view>

namespace lstm {

/// One line behind the program's name: "lstm-notebook: FILE: PLACE: …". Every message that is no
/// progress goes this way.
void tell(std::string_view sentence);

}  // namespace lstm
