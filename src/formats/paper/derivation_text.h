/// The derivation of a run: that of every number, step by step.
#pragma once

#include "document/document.h"
#include "formats/paper/document_writer.h"
#include "formats/writing.h"
#include "maths/gradient_derivation.h"
#include "model/engine/step_range.h"
#include "model/engine/trace.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace lstm {

/// What of a run is exported, and how its formulas are written.
struct TextOptions {
    StepRange steps;  ///< within 1 to T
    Notation notation{};
    bool backward = false;  ///< the gradients too, where there is a loss
};

/// These write one number's derivation after the other and stop where `out` fails. `trace` is that
/// of `document`.

/// Title, source, description, the cell's equations, then each step with the derivation of every
/// gate and state, unit by unit.
Writing print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                       TextOptions what);
/// The same as a LaTeX document.
Writing print_latex(std::ostream& out, const Document& document, const Trace& trace,
                    TextOptions what);

/// A number that each step works out, and the heading of its derivation.
struct DerivationSubsection {
    std::string heading;  ///< "Forget gate, unit 0"; of a gradient "dL by h[0]"
    QuantityId quantity;
    int element;
};

/// What derivations and worksheets share.
class DerivationText {
public:
    /// Everything given must outlive it.
    DerivationText(const Document& document, const Trace& trace, const TextOptions& what)
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
    /// How the loss of a step comes about, see `loss_derivation_of`; nothing where it has no
    /// target.
    [[nodiscard]] std::vector<Expression> loss(int t) const;

    /// Every gate and state in the order of lessons, unit by unit.
    [[nodiscard]] std::vector<DerivationSubsection> subsections() const;
    [[nodiscard]] Derivation derivation(const DerivationSubsection& subsection, int t) const;

    /// Every gradient in the order of the backward pass, from the output to the input; `gradients`
    /// are those of the run.
    [[nodiscard]] std::vector<DerivationSubsection> backward_subsections() const;
    [[nodiscard]] Derivation derivation(const DerivationSubsection& subsection,
                                        const Gradients& gradients, int t) const;
    /// Of one number of a parameter, over all steps.
    [[nodiscard]] Derivation derivation(ParameterPlace place, const Gradients& gradients) const;

private:
    [[nodiscard]] BackwardRun run_of(const Gradients& gradients) const;
    [[nodiscard]] std::vector<QuantityId> main_quantities() const;
    [[nodiscard]] std::string heading_of(QuantityId quantity, int element) const;

    const Document& document_;
    const Trace& trace_;
    const TextOptions& what_;
};

}  // namespace lstm
