/// Finding out what must be hidden, and hiding it.
#include "formats/paper/worksheet.h"

#include "document/gradients_of.h"
#include "formats/paper/weights_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace lstm {
namespace {

/// Which numbers stand on the answers' pages only.
class Blanks {
public:
    /// `first`: the step that the sheet begins with; what that one goes on from is given.
    Blanks(const Cell& cell, const std::vector<QuantityId>& chosen, int first)
        : cell_(cell),
          first_(first),
          at_first_(cell.quantities.size()),
          later_(cell.quantities.size()) {
        for (const QuantityId quantity : chosen) at_first_[quantity] = true;
        spread(at_first_);
        // What a state hides at one step, it hides from the next on: as many steps as there are
        // states, and no more, can be it.
        later_ = at_first_;
        for (std::size_t k = 0; k < cell.states.size(); ++k) {
            for (const State& state : cell.states) later_[state.previous] = later_[state.now];
            spread(later_);
        }
    }

    [[nodiscard]] bool hides(QuantityPlace place) const {
        if (place.t < first_) return false;
        return place.t == first_ ? at_first_[place.quantity] : later_[place.quantity];
    }

    /// `expression` with boxes in it.
    [[nodiscard]] Expression hidden(Expression expression) const {
        const auto* place = std::get_if<QuantityPlace>(&expression.link);
        if (place != nullptr && std::holds_alternative<PrintedNumber>(expression.head) &&
            hides(*place))
            return {MathSymbol{"□"}, {}, expression.link};
        for (Expression& part : expression.parts) part = hidden(std::move(part));
        return expression;
    }

    /// A step of a derivation: where its result is hidden, so is what leads to it from the numbers
    /// on.
    [[nodiscard]] Expression hidden(const DerivationLine& line) const {
        if (!hides(line.subject)) return line.expression;
        std::vector<Expression> parts(line.expression.parts.begin(),
                                      line.expression.parts.begin() + 2);
        for (Expression& part : parts) part = hidden(std::move(part));
        parts.push_back({MathSymbol{"□"}, {}, line.subject});
        return {MathOperator::equals, std::move(parts)};
    }

private:
    /// What is computed from something hidden is hidden.
    void spread(std::vector<bool>& hides) const {
        for (const Equation& equation : cell_.equations)
            for (const Operand& operand : equation.operands)
                if (operand.kind == Operand::Kind::quantity && hides[operand.id])
                    hides[equation.result] = true;
    }

    const Cell& cell_;
    int first_;
    std::vector<bool> at_first_;  ///< by quantity, at the first step
    std::vector<bool> later_;     ///< the same, from the second on
};

/// What belongs into a step's box: "z = 5.95".
Expression answer(const DerivationLine& line) {
    Expression result = line.expression.parts.back();
    if (const auto* head = std::get_if<MathOperator>(&result.head);
        head != nullptr && *head == MathOperator::becomes)
        result = Expression(result.parts.back());
    return {MathOperator::equals, {line.expression.parts.front(), std::move(result)}};
}

/// What step `t` begins with, and what of it is given.
void write_given(DocumentWriter& writer, const DerivationText& text, const Blanks& blanks,
                 const Cell& cell, int t) {
    writer.section(text.heading(t));
    std::vector<QuantityId> given{cell.input};
    for (const State& state : cell.states) given.push_back(state.previous);
    for (const QuantityId quantity : given)
        if (!blanks.hides({quantity, 0, t})) writer.formula(text.vector(quantity, t));
}

void write_question(DocumentWriter& writer, const Blanks& blanks,
                    const DerivationSubsection& subsection, const Derivation& derivation) {
    writer.subsection(subsection.heading);
    for (const DerivationLine& line : derivation.lines) {
        if (line.role != DerivationLine::Role::step) continue;
        writer.formula(line.clamped ? answer(line) : blanks.hidden(line));
        if (line.clamped) writer.sentence("This value is held.");
    }
}

/// Boxes in the place of a number, or of each in a list.
Expression boxes(const Expression& result) {
    if (result.parts.empty()) return {MathSymbol{"□"}};
    Expression list{result.head};
    for (const Expression& part : result.parts) list.parts.push_back(boxes(part));
    return list;
}

/// The target, and how the loss comes of it: with boxes, or what belongs into them.
void write_loss(DocumentWriter& writer, const DerivationText& text, int t, bool answers) {
    if (!answers) writer.sentence(text.target(t));
    for (const Expression& line : text.loss(t)) {
        const Expression& name = line.parts.front();
        const Expression& result = line.parts.back();
        writer.formula(
            answers ? Expression{MathOperator::equals, {name, result}}
                    : Expression{MathOperator::equals, {name, line.parts[1], boxes(result)}});
    }
}

/// dL/dq = the value that all ways come to.
Expression conclusion(const Derivation& derivation, std::optional<Expression> instead = {}) {
    const std::vector<Expression>& parts = derivation.lines.back().expression.parts;
    return {MathOperator::equals, {parts.front(), instead ? *std::move(instead) : parts.back()}};
}

void write_backward_question(DocumentWriter& writer, const DerivationSubsection& subsection,
                             const Derivation& derivation) {
    writer.subsection(subsection.heading);
    if (derivation.lines.size() > 1) writer.formula(derivation.lines.front().expression);
    writer.formula(conclusion(derivation, Expression{MathSymbol{"□"}}));
}

/// What step `t` + 1 hands on, where the sheet does not come to it.
void write_handed_on(DocumentWriter& writer, const DerivationText& text, const Gradients& gradients,
                     const Cell& cell, int t) {
    std::vector<Expression> given;
    for (const DerivationSubsection& subsection : text.backward_subsections())
        if (std::any_of(cell.states.begin(), cell.states.end(),
                        [&](const State& s) { return s.previous == subsection.quantity; }))
            given.push_back(conclusion(text.derivation(subsection, gradients, t + 1)));
    writer.section("Given: what step " + std::to_string(t + 1) + " hands back");
    writer.formulas(given);
}

void write_answer(DocumentWriter& writer, const Blanks& blanks,
                  const DerivationSubsection& subsection, const Derivation& derivation) {
    std::vector<Expression> answers;
    for (const DerivationLine& line : derivation.lines)
        if (line.role == DerivationLine::Role::step && !line.clamped && blanks.hides(line.subject))
            answers.push_back(answer(line));
    if (answers.empty()) return;
    writer.subsection(subsection.heading);
    writer.formulas(answers);
}

/// The sheet forward: all of its questions, or all of its answers.
Writing write_forward(DocumentWriter& writer, const DerivationText& text, const Blanks& blanks,
                      const Document& document, const TextOptions& what, bool answers) {
    const std::vector<DerivationSubsection> subsections = text.subsections();
    ProgressCounter pace(static_cast<double>(subsections.size()) * (what.steps.count()));
    for (int t = what.steps.first; t <= what.steps.last && writer.works(); ++t) {
        if (answers)
            writer.section(text.heading(t));
        else
            write_given(writer, text, blanks, document.cell(), t);
        for (const DerivationSubsection& subsection : subsections) {
            const Derivation derivation = text.derivation(subsection, t);
            if (answers)
                write_answer(writer, blanks, subsection, derivation);
            else
                write_question(writer, blanks, subsection, derivation);
            co_yield pace.next();
        }
        // Going back begins with it; and who is asked for nothing is not asked for the loss.
        const bool asked = blanks.hides({document.cell().output(), 0, t});
        if (asked && !what.backward && text.has_target(t)) write_loss(writer, text, t, answers);
    }
}

Writing write_backward_questions(DocumentWriter& writer, const DerivationText& text,
                                 const Gradients& gradients, const Document& document,
                                 const TextOptions& what) {
    const std::vector<DerivationSubsection> subsections = text.backward_subsections();
    ProgressCounter pace(static_cast<double>(subsections.size()) * (what.steps.count()));
    if (what.steps.last < document.steps())
        write_handed_on(writer, text, gradients, document.cell(), what.steps.last);
    for (int t = what.steps.last; t >= what.steps.first && writer.works(); --t) {
        writer.section("Going back: " + text.heading(t));
        write_loss(writer, text, t, false);
        for (const DerivationSubsection& subsection : subsections) {
            write_backward_question(writer, subsection, text.derivation(subsection, gradients, t));
            co_yield pace.next();
        }
    }
}

Writing write_backward_answers(DocumentWriter& writer, const DerivationText& text,
                               const Gradients& gradients, const TextOptions& what) {
    const std::vector<DerivationSubsection> subsections = text.backward_subsections();
    ProgressCounter pace(static_cast<double>(subsections.size()) * (what.steps.count()));
    for (int t = what.steps.last; t >= what.steps.first && writer.works(); --t) {
        writer.section("Going back: " + text.heading(t));
        write_loss(writer, text, t, true);
        std::vector<Expression> answers;
        for (const DerivationSubsection& subsection : subsections) {
            answers.push_back(conclusion(text.derivation(subsection, gradients, t)));
            co_yield pace.next();
        }
        writer.formulas(answers);
    }
}

void write_start(LatexWriter& writer, const DerivationText& text, const Document& document,
                 const TextOptions& what) {
    writer.begin(document.title.empty() ? "Worksheet" : document.title);
    if (!document.source.empty()) writer.sentence("Source: " + document.source);
    writer.sentence(document.rounding ? "Fill in the boxes. Round every result to " +
                                            std::to_string(document.rounding->decimals) +
                                            " decimals before you use it."
                                      : "Fill in the boxes. The answers on the last pages have " +
                                            std::to_string(what.notation.decimals) + " decimals.");
    text.write_equations(writer);
    write_weights(writer, document, what.notation);
}

}  // namespace

std::vector<QuantityId> default_blanks(const Cell& cell) {
    std::vector<QuantityId> blanks;
    for (const Gate& gate : cell.gates) {
        if (gate.z != none) blanks.push_back(gate.z);
        blanks.push_back(gate.value);
    }
    for (const State& state : cell.states) blanks.push_back(state.now);
    if (cell.readout.p != none) blanks.push_back(cell.readout.p);
    return blanks;
}

Writing print_worksheet(std::ostream& out, const Document& document, const Trace& trace,
                        TextOptions what, std::vector<QuantityId> chosen) {
    LatexWriter writer(out, LatexWriter::PageLayout::two_columns);
    const DerivationText text(document, trace, what);
    const Blanks blanks(document.cell(), chosen, what.steps.first);
    std::optional<Gradients> gradients;
    if (what.backward) gradients = gradients_of(document, trace);
    const double part = gradients ? 0.25 : 0.5;  // of the four parts, or the two
    write_start(writer, text, document, what);
    Writing questions = write_forward(writer, text, blanks, document, what, false);
    while (questions.advance()) co_yield questions.progress() * part;
    if (gradients) {
        Writing back = write_backward_questions(writer, text, *gradients, document, what);
        while (back.advance()) co_yield part + back.progress() * part;
    }

    writer.new_page();
    writer.section("Answers");
    if (!document.description.empty()) writer.sentence(document.description);
    Writing answers = write_forward(writer, text, blanks, document, what, true);
    while (answers.advance()) co_yield 0.5 + answers.progress() * part;
    if (gradients) {
        Writing back = write_backward_answers(writer, text, *gradients, what);
        while (back.advance()) co_yield 0.5 + part + back.progress() * part;
    }
    writer.end();
}

}  // namespace lstm
