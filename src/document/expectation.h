/// Published numbers held against computed ones.
#pragma once

#include "document/document.h"
#include "model/engine/trace.h"

#include <vector>

namespace lstm {

/// What became of one expectation.
struct Verdict {
    double computed = 0;
    bool pass = false;
};

/// One verdict an expectation, in their order. `trace` is that of `document`.
[[nodiscard]] std::vector<Verdict> judge(const Document& document, const Trace& trace);

}  // namespace lstm
