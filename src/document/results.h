/// Results: all that is computed from a document, and nothing else.
#pragma once

#include "document/document.h"
#include "document/expectation.h"
#include "model/engine/forward.h"
#include "model/engine/trace.h"

#include <vector>

namespace lstm {

/// The trace of a document and the verdicts on its expectations.
class Results {
public:
    /// Computes everything. Throws NotEnoughMemory where memory does not hold
    /// it: see memory.h.
    explicit Results(const Document& document);

    /// Makes these the results of `after`, given that they are those of `before`: recomputes from
    /// the first timestep that the change can affect. The same bits as `Results(after)`. Where it
    /// throws (as the constructor does, or std::bad_alloc), these are still those of `before`.
    void update(const Document& before, const Document& after);

    [[nodiscard]] const Trace& trace() const { return trace_; }
    [[nodiscard]] const std::vector<Verdict>& verdicts() const { return verdicts_; }
    /// How many of the verdicts are good.
    [[nodiscard]] int passed() const { return passed_; }
    [[nodiscard]] bool all_pass() const { return passed_ == static_cast<int>(verdicts_.size()); }

private:
    /// From timestep `first` on, 1: the initial states too, with inputs that are new from `inputs`
    /// on.
    void compute(const Document& document, int first, int inputs);
    void judge_all(const Document& document);

    ForwardPass pass_;
    Trace trace_;
    std::vector<Verdict> verdicts_;
    int passed_ = 0;
};

}  // namespace lstm
