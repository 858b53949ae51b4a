/// From top to bottom, and from a step's gates to its states.
#include "formats/paper/derivation_text.h"

#include "document/gradients_of.h"
#include "formats/trace/trace_text.h"
#include "maths/loss_derivation.h"

#include <fmt/format.h>

#include <cctype>

namespace lstm {
namespace {

void write_formulas(DocumentWriter& writer, const Derivation& derivation) {
    for (const DerivationLine& line : derivation.lines) {
        writer.formula(line.expression);
        if (line.clamped) writer.sentence("It is held: whatever is behind it changes nothing.");
    }
}

void write_start(DocumentWriter& writer, const DerivationText& text, const Document& document) {
    writer.begin(document.title.empty() ? "Untitled" : document.title);
    if (!document.source.empty()) writer.sentence("Source: " + document.source);
    if (!document.description.empty()) writer.sentence(document.description);
    if (document.rounding)
        writer.sentence(
            "Every result is rounded to " + std::to_string(document.rounding->decimals) +
            " decimals before it is used, half away from zero; an arrow shows where that "
            "changes it.");
    writer.section("The cell");
    text.write_equations(writer);
    if (document.steps() == 0) writer.sentence("The sequence has no steps.");
}

void write_step_start(DocumentWriter& writer, const DerivationText& text, const Cell& cell, int t) {
    writer.section(text.heading(t));
    writer.formula(text.vector(cell.input, t));
    for (const State& state : cell.states) writer.formula(text.vector(state.previous, t));
}

void write_derivation(DocumentWriter& writer, const std::string& heading,
                      const Derivation& derivation) {
    writer.subsection(heading);
    for (const DerivationLine& line : derivation.lines) {
        if (line.role == DerivationLine::Role::symbols) continue;
        writer.formula(line.expression);
        if (line.clamped)
            writer.sentence(
                fmt::format("What comes out is not used: the value is held at {}.", line.value));
    }
}

void write_loss(DocumentWriter& writer, const DerivationText& text, int t) {
    writer.sentence(text.target(t));
    for (const Expression& line : text.loss(t)) writer.formula(line);
}

/// What each number of every parameter learns from, the first of a parameter with its letters.
Writing write_weights(DocumentWriter& writer, const DerivationText& text,
                      const Gradients& gradients) {
    double numbers = 0;
    for (const Eigen::MatrixXd& gradient : gradients.parameters())
        numbers += static_cast<double>(gradient.size());
    ProgressCounter pace(numbers);
    for (ParameterId p = 0; p < static_cast<int>(gradients.parameters().size()); ++p) {
        const Eigen::MatrixXd& gradient = gradients.parameter(p);
        for (int row = 0; row < gradient.rows(); ++row)
            for (int column = 0; column < gradient.cols() && writer.works(); ++column) {
                const Derivation derivation = text.derivation({p, row, column}, gradients);
                if (row == 0 && column == 0) {
                    writer.subsection("dL by " + gradients.cell().parameters[p].name());
                    writer.formula(derivation.lines.front().expression);
                }
                writer.formula(derivation.lines.back().expression);
                co_yield pace.next();
            }
    }
}

/// From the last of the steps to the first, and then the weights.
Writing write_backward(DocumentWriter& writer, const DerivationText& text, const Document& document,
                       const Trace& trace, const TextOptions& what) {
    const Gradients gradients = gradients_of(document, trace);
    const std::vector<DerivationSubsection> subsections = text.backward_subsections();
    ProgressCounter pace(2.0 * static_cast<double>(subsections.size()) * what.steps.count());
    for (int t = what.steps.last; t >= what.steps.first && writer.works(); --t) {
        writer.section("Going back: " + text.heading(t));
        write_loss(writer, text, t);
        for (const DerivationSubsection& subsection : subsections) {
            writer.subsection(subsection.heading);
            write_formulas(writer, text.derivation(subsection, gradients, t));
            co_yield pace.next();
        }
    }
    writer.section("What the weights learn from");
    writer.sentence(fmt::format("L = {}, the sum over all steps that have a target.",
                                loss_of(document, trace)));
    Writing weights = write_weights(writer, text, gradients);
    while (weights.advance()) co_yield 0.5 + 0.5 * weights.progress();
}

template <class Kind>
Writing write(std::ostream& out, const Document& document, const Trace& trace, TextOptions what) {
    Kind writer(out);
    const DerivationText text(document, trace, what);
    write_start(writer, text, document);
    const std::vector<DerivationSubsection> subsections = text.subsections();
    const double forward = what.backward ? 0.5 : 1;
    ProgressCounter pace(static_cast<double>(subsections.size()) * (what.steps.count()));
    for (int t = what.steps.first; t <= what.steps.last && writer.works(); ++t) {
        write_step_start(writer, text, document.cell(), t);
        for (const DerivationSubsection& subsection : subsections) {
            write_derivation(writer, subsection.heading, text.derivation(subsection, t));
            co_yield pace.next() * forward;
        }
        // Going back begins with it.
        if (!what.backward && text.has_target(t)) write_loss(writer, text, t);
    }
    if (what.backward) {
        Writing back = write_backward(writer, text, document, trace, what);
        while (back.advance()) co_yield forward + (1 - forward) * back.progress();
    }
    writer.end();
}

}  // namespace

Writing print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                       TextOptions what) {
    return write<MarkdownWriter>(out, document, trace, what);
}

Writing print_latex(std::ostream& out, const Document& document, const Trace& trace,
                    TextOptions what) {
    return write<LatexWriter>(out, document, trace, what);
}

void DerivationText::write_equations(DocumentWriter& writer) const {
    for (const QuantityId quantity : main_quantities())
        for (const Expression& equation : vector_equations(trace_.cell(), quantity, what_.notation))
            writer.formula(equation);
}

std::string DerivationText::heading(int t) const {
    const std::string& label = document_.step(t).label;
    return "Step " + std::to_string(t) + (label.empty() ? "" : ": " + label);
}

namespace {

/// " (T)" behind a number that stands for it; nothing for nothing.
std::string in_brackets(const std::string& label) {
    return label.empty() ? "" : " (" + label + ")";
}

}  // namespace

Expression DerivationText::vector(QuantityId quantity, int t) const {
    const int size = trace_.plan().size(quantity);
    Expression numbers{MathOperator::concatenation};
    for (int k = 0; k < size; ++k)
        numbers.parts.push_back({number_of(trace_.value(quantity, k, t), what_.notation.decimals),
                                 {},
                                 QuantityPlace{quantity, k, t}});
    const MathSymbol name = symbol_of(trace_.cell(), trace_.sizes(), quantity, all, what_.notation);
    return {MathOperator::equals, {{name}, size == 1 ? numbers.parts.front() : numbers}};
}

bool DerivationText::has_target(int t) const {
    return document_.step(t).target.size() > 0;
}

std::string DerivationText::target(int t) const {
    const Vector& target = document_.step(t).target;
    if (!has_target(t)) return "This step has no target: it adds nothing to the loss.";
    if (document_.loss == LossKind::cross_entropy)
        return fmt::format(
            "The right class: {}{}, counted from 0", target[0],
            in_brackets(label_of(document_, trace_.cell().output(), static_cast<int>(target[0]))));
    return fmt::format("The target: {}", fmt::join(target, ", "));
}

std::vector<Expression> DerivationText::loss(int t) const {
    if (!has_target(t)) return {};
    return loss_derivation_of(trace_, document_.loss, document_.step(t).target, t, what_.notation,
                              StepLosses::targets_of(document_));
}

std::vector<DerivationSubsection> DerivationText::subsections() const {
    std::vector<DerivationSubsection> subsections;
    for (const QuantityId quantity : main_quantities())
        for (int k = 0; k < trace_.plan().size(quantity); ++k)
            subsections.push_back({heading_of(quantity, k), quantity, k});
    return subsections;
}

Derivation DerivationText::derivation(const DerivationSubsection& subsection, int t) const {
    return derivation_of(document_.network, trace_, decimals_of(document_.rounding),
                         subsection.quantity, subsection.element, t, what_.notation,
                         *document_.clamps);
}

std::vector<DerivationSubsection> DerivationText::backward_subsections() const {
    std::vector<DerivationSubsection> subsections;
    for (const QuantityId quantity : backward(trace_.cell())) {
        const int size = trace_.plan().size(quantity);
        const std::string heading = "dL by " + trace_.cell().quantities[quantity].name;
        for (int k = 0; k < size; ++k)
            subsections.push_back(
                {size > 1 ? heading + "[" + std::to_string(k) + "]" : heading, quantity, k});
    }
    return subsections;
}

Derivation DerivationText::derivation(const DerivationSubsection& subsection,
                                      const Gradients& gradients, int t) const {
    return gradient_derivation_of(run_of(gradients), document_.step(t).target,
                                  {subsection.quantity, subsection.element, t}, what_.notation);
}

Derivation DerivationText::derivation(ParameterPlace place, const Gradients& gradients) const {
    return gradient_derivation_of(run_of(gradients), place, what_.notation);
}

BackwardRun DerivationText::run_of(const Gradients& gradients) const {
    return {document_.network, trace_,         gradients,
            *document_.clamps, document_.loss, StepLosses::targets_of(document_)};
}

std::vector<QuantityId> DerivationText::main_quantities() const {
    const Cell& cell = trace_.cell();
    std::vector<QuantityId> quantities;
    for (const QuantityId quantity : presented_order(cell))
        if (is_named(cell, quantity) && cell.quantities[quantity].equation != none)
            quantities.push_back(quantity);
    return quantities;
}

std::string DerivationText::heading_of(QuantityId quantity, int element) const {
    const Readout& readout = trace_.cell().readout;
    const bool is_answer = quantity == readout.y || quantity == readout.p;
    std::string name = quantity == readout.y   ? "Answer y"
                       : quantity == readout.p ? "Prediction p"
                                               : "State " + trace_.cell().quantities[quantity].name;
    if (const Gate* gate = gate_of_value(trace_.cell(), quantity)) {
        name = gate->name + (gate->role == Role::candidate ? "" : " gate");
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    }
    if (trace_.plan().size(quantity) == 1) return name;
    return name + (is_answer ? ", element " : ", unit ") + std::to_string(element) +
           in_brackets(label_of(document_, quantity, element));
}

}  // namespace lstm
