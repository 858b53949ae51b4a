/// The report on published numbers: each held against the computed one.
#pragma once

#include "document/document.h"
#include "document/expectation.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace lstm {

/// How many expectations came true.
struct CheckTally {
    int passed = 0;
    int failed = 0;
};

/// One line for `name` and the sequence that is shown, one for each expectation of `document`, and
/// adds them to `tally`. `verdicts` are those of the document.
void print_check(std::ostream& out, const std::string& name, const Document& document,
                 const std::vector<Verdict>& verdicts, CheckTally& tally);

/// "27 passed, 0 failed"
void print_tally(std::ostream& out, const CheckTally& tally);

}  // namespace lstm
