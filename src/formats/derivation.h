/// The derivation of a run: the working of every number, step by step.
#pragma once

#include "document/document.h"
#include "formats/paper.h"
#include "model/gradient_working.h"
#include "model/trace.h"

#include <functional>
#include <iosfwd>
#include <vector>

namespace lstm {

/// What of a run is taken away, and how its formulas are written.
struct Extract {
    int first = 1;  ///< timestep, 1 to T
    int last = 0;   ///< timestep; less than `first`: none
    Notation notation{};
    bool backward = false;  ///< the gradients too, where there is a loss
};

/// These write one timestep after the other and stop where `out` fails. `trace` is that of
/// `document`.

/// Title, source, description, the cell's equations, then each step with the working of every gate
/// and state, unit by unit.
void print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                    const Extract& what);
/// The same as a LaTeX document.
void print_latex(std::ostream& out, const Document& document, const Trace& trace,
                 const Extract& what);

/// What derivations and worksheets share.
class Derivation {
public:
    /// Everything given must outlive it.
    Derivation(const Document& document, const Trace& trace, const Extract& what)
        : document_(document), trace_(trace), what_(what) {}

    /// The equations of all gates and states between vectors.
    void write_equations(Paper& paper) const;

    /// "Step 2: day 2"
    [[nodiscard]] std::string heading(int t) const;
    /// "x = [1, 0.5]"
    [[nodiscard]] Expression vector(QuantityId quantity, int t) const;

    /// Calls `use` with what a step is about, "Forget gate, unit 0", and its working, for every
    /// gate and state in the order of lessons, unit by unit; while `paper` works.
    void for_each_working(
        const Paper& paper, int t,
        const std::function<void(const std::string& topic, const Working& working)>& use) const;

    /// The same for the way back at step `t`, from the answer to the input; `gradients` are those
    /// of the run.
    void for_each_gradient(
        const Paper& paper, const Gradients& gradients, int t,
        const std::function<void(const std::string& topic, const Working& working)>& use) const;
    /// The same for every number of every parameter, over all steps.
    void for_each_weight(
        const Paper& paper, const Gradients& gradients,
        const std::function<void(const std::string& topic, const Working& working)>& use) const;

private:
    [[nodiscard]] BackwardRun run_of(const Gradients& gradients) const;
    [[nodiscard]] std::vector<QuantityId> main_quantities() const;
    [[nodiscard]] std::string topic(QuantityId quantity, int element) const;

    const Document& document_;
    const Trace& trace_;
    const Extract& what_;
};

}  // namespace lstm
