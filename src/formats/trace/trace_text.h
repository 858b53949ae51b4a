/// A trace as text: a table for people, CSV and JSON for programs.
#pragma once

#include "document/document.h"
#include "formats/writing.h"
#include "model/engine/gradients.h"
#include "model/engine/step_range.h"
#include "model/engine/trace.h"

#include <iosfwd>
#include <optional>
#include <vector>

namespace lstm {

/// What of a trace is printed, and how.
struct TraceTextOptions {
    StepRange steps;  ///< within 1 to T
    /// Digits behind the point, rounded half away from zero; absent: as many as read back bit for
    /// bit, or in the table, where `table_digits` are enough.
    std::optional<int> digits;
    /// If given, they are printed too: the loss of each step that has one, of each quantity
    /// "dL/dh[0]", of each parameter what the step adds to it, and at the end the sums over all
    /// steps. In CSV these are a row "all", and those of the initial states are in a row t = 0.
    const Gradients* gradients = nullptr;
};

/// Digits behind the point in a table of which none were asked for.
inline constexpr int table_digits = 6;

/// All quantities in the order in which files present them: what comes in, each gate, what follows.
[[nodiscard]] std::vector<QuantityId> presented_order(const Cell& cell);

/// These write one step after the other and stop where `out` fails. `trace` is that of `document`.

/// Per timestep a block with a line a quantity, its elements side by side.
Writing print_table(std::ostream& out, const Document& document, const Trace& trace,
                    TraceTextOptions what);
/// A header "t,label,x[0],…", then a line a timestep; quoted as RFC 4180 says, lines end in \n. In
/// a label what is not shown but obeyed becomes an escape, and an apostrophe stands before one that
/// a spreadsheet would compute.
Writing print_csv(std::ostream& out, const Document& document, const Trace& trace,
                  TraceTextOptions what);
/// {"title":…,"steps":[…]}, a line a timestep; what is not finite is "NaN", "Infinity" or
/// "-Infinity", and the loss of a step without a target null.
Writing print_json(std::ostream& out, const Document& document, const Trace& trace,
                   TraceTextOptions what);

/// The same of every sequence of `document`, each run here: "sequences", with a name each.
[[nodiscard]] Writing print_json_of_all(std::ostream& out, const Document& document,
                                        std::optional<int> digits, bool backward);

}  // namespace lstm
