/// Laying the report out in columns.
#include "formats/trace/check_text.h"

#include "document/sequences.h"
#include "maths/numbers.h"
#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace lstm {
namespace {

/// As people write it: "1.2345e-7", where files have "1.2345e-07".
std::string as_written(double value) {
    return typeset(number_text(value), {});
}

/// What the author allows: "to 2 decimals", "± 1e-12".
std::string allowance(const Expectation& e) {
    if (e.tolerance) return "± " + number_text(*e.tolerance);
    return fmt::format("to {} decimal{}", e.decimals.value_or(max_decimals),
                       e.decimals == 1 ? "" : "s");
}

}  // namespace

void print_check(std::ostream& out, const std::string& name, const Document& document,
                 const std::vector<Verdict>& verdicts, CheckTally& tally) {
    const std::vector<Expectation>& expectations = *document.expectations;
    out << on_one_line(name, 1000);
    const std::string& sequence = sequence_name(document, document.shown);
    if (!sequence.empty()) out << ", " << on_one_line(sequence, 200);
    if (!document.title.empty()) out << ": " << on_one_line(document.title, 200);
    out << '\n';
    if (expectations.empty()) out << "  expects nothing\n";

    // Columns as wide as what stands in them.
    std::size_t t_width = 0, name_width = 0, value_width = 0, allowance_width = 0;
    const auto step = [](const Expectation& e) {
        return e.t == 0 && e.quantity == none ? std::string("all") : std::to_string(e.t);
    };
    const auto quantity = [&](const Expectation& e) { return name_of(document.cell(), e); };
    for (const Expectation& e : expectations) {
        t_width = std::max(t_width, step(e).size());
        name_width = std::max(name_width, quantity(e).size());
        value_width = std::max(value_width, as_written(e.value).size());
        allowance_width = std::max(allowance_width, columns(allowance(e)));
    }
    for (std::size_t k = 0; k < expectations.size() && out; ++k) {
        const Expectation& e = expectations[k];
        const Verdict& verdict = verdicts[k];
        out << fmt::format("  {}  t = {:>{}}  {:<{}}  expected {:<{}} {:<{}}  computed {}",
                           verdict.pass ? "pass" : "FAIL", step(e), t_width, quantity(e),
                           name_width, as_written(e.value), value_width, allowance(e),
                           allowance_width, number_text(verdict.computed));
        if (!verdict.pass) out << ", off by " << number_text(std::abs(verdict.computed - e.value));
        out << '\n';
        ++(verdict.pass ? tally.passed : tally.failed);
    }
}

void print_tally(std::ostream& out, const CheckTally& tally) {
    out << tally.passed << " passed, " << tally.failed << " failed\n";
}

}  // namespace lstm
