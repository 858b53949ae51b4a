/// From top to bottom, and from a step's gates to its states.
#include "formats/derivation.h"

#include "document/gradients_of.h"
#include "formats/trace_text.h"
#include "model/loss_working.h"

#include <fmt/format.h>

#include <cctype>

namespace lstm {
namespace {

void write_formulas(Paper& paper, const Working& working) {
    for (const Line& line : working.lines) {
        paper.formula(line.expression);
        if (line.held) paper.sentence("It is held: whatever is behind it changes nothing.");
    }
}

void write_start(Paper& paper, const Derivation& derivation, const Document& document) {
    paper.begin(document.title.empty() ? "Untitled" : document.title);
    if (!document.source.empty()) paper.sentence("Source: " + document.source);
    if (!document.description.empty()) paper.sentence(document.description);
    if (document.rounding)
        paper.sentence(
            "Every result is rounded to " + std::to_string(*document.rounding) +
            " decimals before it is used, half away from zero; an arrow shows where that "
            "changes it.");
    paper.section("The cell");
    derivation.write_equations(paper);
    if (document.steps() == 0) paper.sentence("The sequence has no steps.");
}

void write_step_start(Paper& paper, const Derivation& derivation, const Cell& cell, int t) {
    paper.section(derivation.heading(t));
    paper.formula(derivation.vector(cell.input, t));
    for (const State& state : cell.states) paper.formula(derivation.vector(state.previous, t));
}

void write_working(Paper& paper, const std::string& topic, const Working& working) {
    paper.topic(topic);
    for (const Line& line : working.lines) {
        if (line.role == Line::Role::symbols) continue;
        paper.formula(line.expression);
        if (line.held)
            paper.sentence(
                fmt::format("What comes out is not used: the value is held at {}.", line.value));
    }
}

void write_loss(Paper& paper, const Derivation& derivation, int t) {
    paper.sentence(derivation.target(t));
    for (const Expression& line : derivation.loss(t)) paper.formula(line);
}

/// What each number of every parameter learns from, the first of a parameter with its letters.
Writing write_weights(Paper& paper, const Derivation& derivation, const Gradients& gradients) {
    double numbers = 0;
    for (const Eigen::MatrixXd& gradient : gradients.parameters())
        numbers += static_cast<double>(gradient.size());
    Pace pace(numbers);
    for (ParameterId p = 0; p < static_cast<int>(gradients.parameters().size()); ++p) {
        const Eigen::MatrixXd& gradient = gradients.parameter(p);
        for (int row = 0; row < gradient.rows(); ++row)
            for (int column = 0; column < gradient.cols() && paper.works(); ++column) {
                const Working working = derivation.working({p, row, column}, gradients);
                if (row == 0 && column == 0) {
                    paper.topic("dL by " + gradients.cell().parameters[p].name());
                    paper.formula(working.lines.front().expression);
                }
                paper.formula(working.lines.back().expression);
                co_yield pace.next();
            }
    }
}

/// From the last of the steps to the first, and then the weights.
Writing write_way_back(Paper& paper, const Derivation& derivation, const Document& document,
                       const Trace& trace, const Extract& what) {
    const Gradients gradients = gradients_of(document, trace);
    const std::vector<Topic> topics = derivation.topics_going_back();
    const int steps = what.last - what.first + 1;
    Pace pace(2.0 * static_cast<double>(topics.size()) * steps);
    for (int t = what.last; t >= what.first && paper.works(); --t) {
        paper.section("Going back: " + derivation.heading(t));
        write_loss(paper, derivation, t);
        for (const Topic& topic : topics) {
            paper.topic(topic.heading);
            write_formulas(paper, derivation.working(topic, gradients, t));
            co_yield pace.next();
        }
    }
    paper.section("What the weights learn from");
    paper.sentence(fmt::format("L = {}, the sum over all steps that have a target.",
                               loss_of(document, trace)));
    Writing weights = write_weights(paper, derivation, gradients);
    while (weights.advance()) co_yield 0.5 + 0.5 * weights.share();
}

template <class Kind>
Writing write(std::ostream& out, const Document& document, const Trace& trace, Extract what) {
    Kind paper(out);
    const Derivation derivation(document, trace, what);
    write_start(paper, derivation, document);
    const std::vector<Topic> topics = derivation.topics();
    const double forward = what.backward ? 0.5 : 1;
    Pace pace(static_cast<double>(topics.size()) * (what.last - what.first + 1));
    for (int t = what.first; t <= what.last && paper.works(); ++t) {
        write_step_start(paper, derivation, document.cell(), t);
        for (const Topic& topic : topics) {
            write_working(paper, topic.heading, derivation.working(topic, t));
            co_yield pace.next() * forward;
        }
        // Going back begins with it.
        if (!what.backward && derivation.has_target(t)) write_loss(paper, derivation, t);
    }
    if (what.backward) {
        Writing back = write_way_back(paper, derivation, document, trace, what);
        while (back.advance()) co_yield forward + (1 - forward) * back.share();
    }
    paper.end();
}

}  // namespace

Writing print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                       Extract what) {
    return write<MarkdownPaper>(out, document, trace, what);
}

Writing print_latex(std::ostream& out, const Document& document, const Trace& trace, Extract what) {
    return write<LatexPaper>(out, document, trace, what);
}

void Derivation::write_equations(Paper& paper) const {
    for (const QuantityId quantity : main_quantities())
        for (const Expression& equation : vector_equations(trace_.cell(), quantity, what_.notation))
            paper.formula(equation);
}

std::string Derivation::heading(int t) const {
    const std::string& label = document_.step(t).label;
    return "Step " + std::to_string(t) + (label.empty() ? "" : ": " + label);
}

Expression Derivation::vector(QuantityId quantity, int t) const {
    const int size = trace_.layout().size(quantity);
    Expression numbers{Operator::concatenation};
    for (int k = 0; k < size; ++k)
        numbers.parts.push_back({number_of(trace_.value(quantity, k, t), what_.notation.decimals),
                                 {},
                                 QuantityPlace{quantity, k, t}});
    const Symbol name = symbol_of(trace_.cell(), trace_.sizes(), quantity, all, what_.notation);
    return {Operator::equals, {{name}, size == 1 ? numbers.parts.front() : numbers}};
}

bool Derivation::has_target(int t) const {
    return document_.step(t).target.size() > 0;
}

std::string Derivation::target(int t) const {
    const Vector& target = document_.step(t).target;
    if (!has_target(t)) return "This step has no target: it adds nothing to the loss.";
    if (document_.loss == LossKind::cross_entropy)
        return fmt::format("The right class: {}, counted from 0", target[0]);
    return fmt::format("The target: {}", fmt::join(target, ", "));
}

std::vector<Expression> Derivation::loss(int t) const {
    if (!has_target(t)) return {};
    return loss_working_of(trace_, document_.loss, document_.step(t).target, t, what_.notation);
}

std::vector<Topic> Derivation::topics() const {
    std::vector<Topic> topics;
    for (const QuantityId quantity : main_quantities())
        for (int k = 0; k < trace_.layout().size(quantity); ++k)
            topics.push_back({heading_of(quantity, k), quantity, k});
    return topics;
}

Working Derivation::working(const Topic& topic, int t) const {
    return working_of(document_.network, trace_, document_.rounding, topic.quantity, topic.element,
                      t, what_.notation, *document_.forces);
}

std::vector<Topic> Derivation::topics_going_back() const {
    std::vector<Topic> topics;
    for (const QuantityId quantity : way_back(trace_.cell())) {
        const int size = trace_.layout().size(quantity);
        const std::string heading = "dL by " + trace_.cell().quantities[quantity].name;
        for (int k = 0; k < size; ++k)
            topics.push_back(
                {size > 1 ? heading + "[" + std::to_string(k) + "]" : heading, quantity, k});
    }
    return topics;
}

Working Derivation::working(const Topic& topic, const Gradients& gradients, int t) const {
    return gradient_working_of(run_of(gradients), document_.step(t).target,
                               {topic.quantity, topic.element, t}, what_.notation);
}

Working Derivation::working(ParameterPlace place, const Gradients& gradients) const {
    return gradient_working_of(run_of(gradients), place, what_.notation);
}

BackwardRun Derivation::run_of(const Gradients& gradients) const {
    return {document_.network, trace_, gradients, *document_.forces, document_.loss};
}

std::vector<QuantityId> Derivation::main_quantities() const {
    const Cell& cell = trace_.cell();
    std::vector<QuantityId> quantities;
    for (const QuantityId quantity : presented_order(cell))
        if (is_named(cell, quantity) && cell.quantities[quantity].equation != none)
            quantities.push_back(quantity);
    return quantities;
}

std::string Derivation::heading_of(QuantityId quantity, int element) const {
    const bool is_answer = quantity == trace_.cell().readout.y;
    std::string name = is_answer ? "Answer y" : "State " + trace_.cell().quantities[quantity].name;
    if (const Gate* gate = gate_of_value(trace_.cell(), quantity)) {
        name = gate->name + (gate->activation == Operation::tanh ? "" : " gate");
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    }
    if (trace_.layout().size(quantity) == 1) return name;
    return name + (is_answer ? ", element " : ", unit ") + std::to_string(element);
}

}  // namespace lstm
