/// Finding out what must be hidden, and hiding it.
#include "formats/worksheet.h"

#include "document/gradients_of.h"
#include "formats/weights_table.h"

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
    int first_;
    std::vector<bool> at_first_;  ///< by quantity, at the first step
    std::vector<bool> later_;     ///< the same, from the second on
};

/// What belongs into a step's box: "z = 5.95".
Expression answer(const Line& line) {
    Expression result = line.expression.parts.back();
    if (const auto* head = std::get_if<Operator>(&result.head);
        head != nullptr && *head == Operator::becomes)
        result = Expression(result.parts.back());
    return {Operator::equals, {line.expression.parts.front(), std::move(result)}};
}

/// What step `t` begins with, and what of it is given.
void write_given(Paper& paper, const Derivation& derivation, const Blanks& blanks, const Cell& cell,
                 int t) {
    paper.section(derivation.heading(t));
    std::vector<QuantityId> given{cell.input};
    for (const State& state : cell.states) given.push_back(state.previous);
    for (const QuantityId quantity : given)
        if (!blanks.hides({quantity, 0, t})) paper.formula(derivation.vector(quantity, t));
}

void write_question(Paper& paper, const Blanks& blanks, const Topic& topic,
                    const Working& working) {
    paper.topic(topic.heading);
    for (const Line& line : working.lines) {
        if (line.role != Line::Role::step) continue;
        paper.formula(line.held ? answer(line) : blanks.hidden(line));
        if (line.held) paper.sentence("This value is held.");
    }
}

/// Boxes in the place of a number, or of each in a list.
Expression boxes(const Expression& result) {
    if (result.parts.empty()) return {Symbol{"□"}};
    Expression list{result.head};
    for (const Expression& part : result.parts) list.parts.push_back(boxes(part));
    return list;
}

/// The target, and how the loss comes of it: with boxes, or what belongs into them.
void write_loss(Paper& paper, const Derivation& derivation, int t, bool answers) {
    if (!answers) paper.sentence(derivation.target(t));
    for (const Expression& line : derivation.loss(t)) {
        const Expression& name = line.parts.front();
        const Expression& result = line.parts.back();
        paper.formula(answers ? Expression{Operator::equals, {name, result}}
                              : Expression{Operator::equals, {name, line.parts[1], boxes(result)}});
    }
}

/// dL/dq = the value that all ways come to.
Expression conclusion(const Working& working, std::optional<Expression> instead = {}) {
    const std::vector<Expression>& parts = working.lines.back().expression.parts;
    return {Operator::equals, {parts.front(), instead ? *std::move(instead) : parts.back()}};
}

void write_question_going_back(Paper& paper, const Topic& topic, const Working& working) {
    paper.topic(topic.heading);
    if (working.lines.size() > 1) paper.formula(working.lines.front().expression);
    paper.formula(conclusion(working, Expression{Symbol{"□"}}));
}

/// What step `t` + 1 hands on, where the sheet does not come to it.
void write_handed_on(Paper& paper, const Derivation& derivation, const Gradients& gradients,
                     const Cell& cell, int t) {
    std::vector<Expression> given;
    for (const Topic& topic : derivation.topics_going_back())
        if (std::any_of(cell.states.begin(), cell.states.end(),
                        [&](const State& s) { return s.previous == topic.quantity; }))
            given.push_back(conclusion(derivation.working(topic, gradients, t + 1)));
    paper.section("Given: what step " + std::to_string(t + 1) + " hands back");
    paper.formulas(given);
}

void write_answer(Paper& paper, const Blanks& blanks, const Topic& topic, const Working& working) {
    std::vector<Expression> answers;
    for (const Line& line : working.lines)
        if (line.role == Line::Role::step && !line.held && blanks.hides(line.subject))
            answers.push_back(answer(line));
    if (answers.empty()) return;
    paper.topic(topic.heading);
    paper.formulas(answers);
}

/// The sheet forward: all of its questions, or all of its answers.
Writing write_forward(Paper& paper, const Derivation& derivation, const Blanks& blanks,
                      const Document& document, const Extract& what, bool answers) {
    const std::vector<Topic> topics = derivation.topics();
    Pace pace(static_cast<double>(topics.size()) * (what.last - what.first + 1));
    for (int t = what.first; t <= what.last && paper.works(); ++t) {
        if (answers)
            paper.section(derivation.heading(t));
        else
            write_given(paper, derivation, blanks, document.cell(), t);
        for (const Topic& topic : topics) {
            const Working working = derivation.working(topic, t);
            if (answers)
                write_answer(paper, blanks, topic, working);
            else
                write_question(paper, blanks, topic, working);
            co_yield pace.next();
        }
        // Going back begins with it; and who is asked for nothing is not asked for the loss.
        const bool asked = blanks.hides({document.cell().output(), 0, t});
        if (asked && !what.backward && derivation.has_target(t))
            write_loss(paper, derivation, t, answers);
    }
}

Writing write_questions_going_back(Paper& paper, const Derivation& derivation,
                                   const Gradients& gradients, const Document& document,
                                   const Extract& what) {
    const std::vector<Topic> topics = derivation.topics_going_back();
    Pace pace(static_cast<double>(topics.size()) * (what.last - what.first + 1));
    if (what.last < document.steps())
        write_handed_on(paper, derivation, gradients, document.cell(), what.last);
    for (int t = what.last; t >= what.first && paper.works(); --t) {
        paper.section("Going back: " + derivation.heading(t));
        write_loss(paper, derivation, t, false);
        for (const Topic& topic : topics) {
            write_question_going_back(paper, topic, derivation.working(topic, gradients, t));
            co_yield pace.next();
        }
    }
}

Writing write_answers_going_back(Paper& paper, const Derivation& derivation,
                                 const Gradients& gradients, const Extract& what) {
    const std::vector<Topic> topics = derivation.topics_going_back();
    Pace pace(static_cast<double>(topics.size()) * (what.last - what.first + 1));
    for (int t = what.last; t >= what.first && paper.works(); --t) {
        paper.section("Going back: " + derivation.heading(t));
        write_loss(paper, derivation, t, true);
        std::vector<Expression> answers;
        for (const Topic& topic : topics) {
            answers.push_back(conclusion(derivation.working(topic, gradients, t)));
            co_yield pace.next();
        }
        paper.formulas(answers);
    }
}

void write_start(LatexPaper& paper, const Derivation& derivation, const Document& document,
                 const Extract& what) {
    paper.begin(document.title.empty() ? "Worksheet" : document.title);
    if (!document.source.empty()) paper.sentence("Source: " + document.source);
    paper.sentence(document.rounding
                       ? "Fill in the boxes. Round every result to " +
                             std::to_string(*document.rounding) + " decimals before you use it."
                       : "Fill in the boxes. The answers on the last pages have " +
                             std::to_string(what.notation.decimals) + " decimals.");
    derivation.write_equations(paper);
    write_weights(paper, document, what.notation);
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

Writing print_worksheet(std::ostream& out, const Document& document, const Trace& trace,
                        Extract what, std::vector<QuantityId> chosen) {
    LatexPaper paper(out, LatexPaper::Layout::two_columns);
    const Derivation derivation(document, trace, what);
    const Blanks blanks(document.cell(), chosen, what.first);
    std::optional<Gradients> gradients;
    if (what.backward) gradients = gradients_of(document, trace);
    const double part = gradients ? 0.25 : 0.5;  // of the four parts, or the two
    write_start(paper, derivation, document, what);
    Writing questions = write_forward(paper, derivation, blanks, document, what, false);
    while (questions.advance()) co_yield questions.share() * part;
    if (gradients) {
        Writing back = write_questions_going_back(paper, derivation, *gradients, document, what);
        while (back.advance()) co_yield part + back.share() * part;
    }

    paper.new_page();
    paper.section("Answers");
    if (!document.description.empty()) paper.sentence(document.description);
    Writing answers = write_forward(paper, derivation, blanks, document, what, true);
    while (answers.advance()) co_yield 0.5 + answers.share() * part;
    if (gradients) {
        Writing back = write_answers_going_back(paper, derivation, *gradients, what);
        while (back.advance()) co_yield 0.5 + part + back.share() * part;
    }
    paper.end();
}

}  // namespace lstm
