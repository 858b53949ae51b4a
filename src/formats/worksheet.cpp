/// Finding out what must be hidden, and hiding it.
#include "formats/worksheet.h"

#include "document/gradients_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace lstm {
namespace {

/// Which numbers stand on the answers' pages only.
class Blanks {
public:
    Blanks(const Cell& cell, const std::vector<QuantityId>& chosen)
        : cell_(cell), at_first_(cell.quantities.size()), later_(cell.quantities.size()) {
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
        if (place.t == 0) return false;
        return place.t == 1 ? at_first_[place.quantity] : later_[place.quantity];
    }

    /// `expression` with boxes in it.
    [[nodiscard]] Expression hidden(Expression expression) const {
        const auto* place = std::get_if<QuantityPlace>(&expression.link);
        if (place != nullptr && std::holds_alternative<Number>(expression.head) && hides(*place))
            return {Symbol{"□"}, {}, expression.link};
        for (Expression& part : expression.parts) part = hidden(std::move(part));
        return expression;
    }

    /// A step of a working: where its result is hidden, so is what leads to it from the numbers on.
    [[nodiscard]] Expression hidden(const Line& line) const {
        if (!hides(line.subject)) return line.expression;
        std::vector<Expression> parts(line.expression.parts.begin(),
                                      line.expression.parts.begin() + 2);
        for (Expression& part : parts) part = hidden(std::move(part));
        parts.push_back({Symbol{"□"}, {}, line.subject});
        return {Operator::equals, std::move(parts)};
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
    std::vector<bool> at_first_;  ///< by quantity, at t = 1
    std::vector<bool> later_;     ///< the same, from t = 2 on
};

/// What belongs into a step's box: "z = 5.95".
Expression answer(const Line& line) {
    Expression result = line.expression.parts.back();
    if (const auto* head = std::get_if<Operator>(&result.head);
        head != nullptr && *head == Operator::becomes)
        result = Expression(result.parts.back());
    return {Operator::equals, {line.expression.parts.front(), std::move(result)}};
}

void write_questions(Paper& paper, const Derivation& derivation, const Blanks& blanks,
                     const Document& document, int t) {
    paper.section(derivation.heading(t));
    std::vector<QuantityId> given{document.cell().input};
    for (const State& state : document.cell().states) given.push_back(state.previous);
    for (const QuantityId quantity : given)
        if (!blanks.hides({quantity, 0, t})) paper.formula(derivation.vector(quantity, t));
    derivation.for_each_working(paper, t, [&](const std::string& topic, const Working& working) {
        paper.topic(topic);
        for (const Line& line : working.lines) {
            if (line.role != Line::Role::step) continue;
            paper.formula(line.held ? answer(line) : blanks.hidden(line));
            if (line.held) paper.sentence("This value is held.");
        }
    });
}

/// dL/dq = the value that all ways come to.
Expression conclusion(const Working& working, std::optional<Expression> instead = {}) {
    const std::vector<Expression>& parts = working.lines.back().expression.parts;
    return {Operator::equals, {parts.front(), instead ? *std::move(instead) : parts.back()}};
}

void write_questions_going_back(Paper& paper, const Derivation& derivation,
                                const Gradients& gradients, const Document& document, int t) {
    paper.section("Going back: " + derivation.heading(t));
    if (const Vector& target = document.step(t).target; target.size() > 0)
        paper.sentence(fmt::format(
            "{}: {}", document.loss == LossKind::cross_entropy ? "The right class" : "The target",
            fmt::join(target, ", ")));
    derivation.for_each_gradient(paper, gradients, t,
                                 [&](const std::string& topic, const Working& working) {
                                     paper.topic(topic);
                                     if (working.lines.size() > 1)
                                         paper.formula(working.lines.front().expression);
                                     paper.formula(conclusion(working, Expression{Symbol{"□"}}));
                                 });
}

/// What step `t` + 1 hands on, where the sheet does not come to it.
void write_handed_on(Paper& paper, const Derivation& derivation, const Gradients& gradients,
                     const Cell& cell, int t) {
    std::vector<Expression> given;
    derivation.for_each_gradient(
        paper, gradients, t + 1, [&](const std::string&, const Working& working) {
            const QuantityId quantity = working.subject.quantity;
            if (std::any_of(cell.states.begin(), cell.states.end(),
                            [&](const State& s) { return s.previous == quantity; }))
                given.push_back(conclusion(working));
        });
    paper.section("Given: what step " + std::to_string(t + 1) + " hands back");
    paper.formulas(given);
}

void write_answers_going_back(Paper& paper, const Derivation& derivation,
                              const Gradients& gradients, int t) {
    paper.section("Going back: " + derivation.heading(t));
    std::vector<Expression> answers;
    derivation.for_each_gradient(paper, gradients, t,
                                 [&](const std::string&, const Working& working) {
                                     answers.push_back(conclusion(working));
                                 });
    paper.formulas(answers);
}

void write_answers(Paper& paper, const Derivation& derivation, const Blanks& blanks, int t) {
    paper.section(derivation.heading(t));
    derivation.for_each_working(paper, t, [&](const std::string& topic, const Working& working) {
        std::vector<Expression> answers;
        for (const Line& line : working.lines)
            if (line.role == Line::Role::step && !line.held && blanks.hides(line.subject))
                answers.push_back(answer(line));
        if (answers.empty()) return;
        paper.topic(topic);
        paper.formulas(answers);
    });
}

}  // namespace

std::vector<QuantityId> default_blanks(const Cell& cell) {
    std::vector<QuantityId> blanks;
    for (const Gate& gate : cell.gates) {
        if (gate.z != none) blanks.push_back(gate.z);
        blanks.push_back(gate.value);
    }
    for (const State& state : cell.states) blanks.push_back(state.now);
    return blanks;
}

void print_worksheet(std::ostream& out, const Document& document, const Trace& trace,
                     const Extract& what, const std::vector<QuantityId>& chosen) {
    LatexPaper paper(out);
    const Derivation derivation(document, trace, what);
    const Blanks blanks(document.cell(), chosen);
    paper.begin(document.title.empty() ? "Worksheet" : document.title);
    if (!document.source.empty()) paper.sentence("Source: " + document.source);
    paper.sentence(document.rounding
                       ? "Fill in the boxes. Round every result to " +
                             std::to_string(*document.rounding) + " decimals before you use it."
                       : "Fill in the boxes. The answers on the last pages have " +
                             std::to_string(what.notation.decimals) + " decimals.");
    derivation.write_equations(paper);
    for (int t = what.first; t <= what.last && paper.works(); ++t)
        write_questions(paper, derivation, blanks, document, t);
    std::optional<Gradients> gradients;
    if (what.backward) gradients = gradients_of(document, trace);
    if (gradients && what.last < document.steps())
        write_handed_on(paper, derivation, *gradients, document.cell(), what.last);
    for (int t = what.last; gradients && t >= what.first && paper.works(); --t)
        write_questions_going_back(paper, derivation, *gradients, document, t);

    paper.new_page();
    paper.section("Answers");
    if (!document.description.empty()) paper.sentence(document.description);
    for (int t = what.first; t <= what.last && paper.works(); ++t)
        write_answers(paper, derivation, blanks, t);
    for (int t = what.last; gradients && t >= what.first && paper.works(); --t)
        write_answers_going_back(paper, derivation, *gradients, t);
    paper.end();
}

}  // namespace lstm
