/// The program's name before what it tells.
#include "app/telling.h"

#include <fmt/format.h>

#include <cstdio>

namespace lstm {

void tell(std::string_view sentence) {
    fmt::print(stderr, "lstm-notebook: {}\n", sentence);
}

}  // namespace lstm
