/// The derivation of a run: the working of every number, step by step.
#pragma once

#include "document/document.h"
#include "formats/paper/document_writer.h"
#include "formats/writing.h"
#include "maths/gradient_derivation.h"
#include "model/engine/trace.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace lstm {

/// What of a run is taken away, and how its formulas are written.
struct Extract {
    int first = 1;  ///< timestep, 1 to T
    int last = 0;   ///< timestep; less than `first`: none
    Notation notation{};
    bool backward = false;  ///< the gradients too, where there is a loss
};

/// These write one number's working after the other and stop where `out` fails. `trace` is that of
/// `document`.

/// Title, source, description, the cell's equations, then each step with the working of every gate
/// and state, unit by unit.
Writing print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                       Extract what);
/// The same as a LaTeX document.
Writing print_latex(std::ostream& out, const Document& document, const Trace& trace, Extract what);

/// A number that each step works out.
struct DerivationTopic {
    std::string heading;  ///< "Forget gate, unit 0"; of a gradient "dL by h[0]"
    QuantityId quantity;
    int element;
};

/// What derivations and worksheets share.
class DerivationText {
public:
    /// Everything given must outlive it.
    DerivationText(const Document& document, const Trace& trace, const Extract& what)
        : document_(document), trace_(trace), what_(what) {}

    /// The equations of all gates and states between vectors.
    void write_equations(DocumentWriter& writer) const;

    /// "Step 2: day 2"
    [[nodiscard]] std::string heading(int t) const;
    /// "x = [1, 0.5]"
    [[nodiscard]] Expression vector(QuantityId quantity, int t) const;

    [[nodiscard]] bool has_target(int t) const;
    /// "The target: 0.5", "The right class: 2, counted from 0"; or that there is none.
    [[nodiscard]] std::string target(int t) const;
    /// How the loss of a step comes about, see `loss_working_of`; nothing where it has no target.
    [[nodiscard]] std::vector<Expression> loss(int t) const;

    /// Every gate and state in the order of lessons, unit by unit.
    [[nodiscard]] std::vector<DerivationTopic> topics() const;
    [[nodiscard]] Derivation derivation(const DerivationTopic& topic, int t) const;

    /// Every gradient on the way back, from the answer to the input; `gradients` are those of the
    /// run.
    [[nodiscard]] std::vector<DerivationTopic> backward_topics() const;
    [[nodiscard]] Derivation derivation(const DerivationTopic& topic, const Gradients& gradients,
                                        int t) const;
    /// Of one number of a parameter, over all steps.
    [[nodiscard]] Derivation derivation(ParameterPlace place, const Gradients& gradients) const;

private:
    [[nodiscard]] BackwardRun run_of(const Gradients& gradients) const;
    [[nodiscard]] std::vector<QuantityId> main_quantities() const;
    [[nodiscard]] std::string heading_of(QuantityId quantity, int element) const;

    const Document& document_;
    const Trace& trace_;
    const Extract& what_;
};

}  // namespace lstm
