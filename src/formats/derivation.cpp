/// From top to bottom, and from a step's gates to its states.
#include "formats/derivation.h"

#include "document/gradients_of.h"
#include "formats/trace_text.h"

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

/// From the last of the steps to the first, and then the weights.
void write_way_back(Paper& paper, const Derivation& derivation, const Document& document,
                    const Trace& trace, const Extract& what) {
    const Gradients gradients = gradients_of(document, trace);
    for (int t = what.last; t >= what.first && paper.works(); --t) {
        paper.section("Going back: " + derivation.heading(t));
        derivation.for_each_gradient(paper, gradients, t,
                                     [&](const std::string& topic, const Working& working) {
                                         paper.topic(topic);
                                         write_formulas(paper, working);
                                     });
    }
    paper.section("What the weights learn from");
    paper.sentence(fmt::format("L = {}, the sum over all steps that have a target.",
                               loss_of(document, trace)));
    derivation.for_each_weight(paper, gradients,
                               [&](const std::string& topic, const Working& working) {
                                   if (!topic.empty()) {
                                       paper.topic(topic);
                                       paper.formula(working.lines.front().expression);
                                   }
                                   paper.formula(working.lines.back().expression);
                               });
}

void write(Paper& paper, const Document& document, const Trace& trace, const Extract& what) {
    const Derivation derivation(document, trace, what);
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

    for (int t = what.first; t <= what.last && paper.works(); ++t) {
        paper.section(derivation.heading(t));
        paper.formula(derivation.vector(document.cell().input, t));
        for (const State& state : document.cell().states)
            paper.formula(derivation.vector(state.previous, t));
        derivation.for_each_working(
            paper, t, [&](const std::string& topic, const Working& working) {
                paper.topic(topic);
                for (const Line& line : working.lines) {
                    if (line.role == Line::Role::symbols) continue;
                    paper.formula(line.expression);
                    if (line.held)
                        paper.sentence(fmt::format(
                            "What comes out is not used: the value is held at {}.", line.value));
                }
            });
    }
    if (what.backward) write_way_back(paper, derivation, document, trace, what);
    paper.end();
}

}  // namespace

void print_markdown(std::ostream& out, const Document& document, const Trace& trace,
                    const Extract& what) {
    MarkdownPaper paper(out);
    write(paper, document, trace, what);
}

void print_latex(std::ostream& out, const Document& document, const Trace& trace,
                 const Extract& what) {
    LatexPaper paper(out);
    write(paper, document, trace, what);
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

void Derivation::for_each_working(
    const Paper& paper, int t,
    const std::function<void(const std::string&, const Working&)>& use) const {
    for (const QuantityId quantity : main_quantities())
        for (int k = 0; k < trace_.layout().size(quantity) && paper.works(); ++k)
            use(topic(quantity, k), working_of(document_.network, trace_, document_.rounding,
                                               quantity, k, t, what_.notation, *document_.forces));
}

void Derivation::for_each_gradient(
    const Paper& paper, const Gradients& gradients, int t,
    const std::function<void(const std::string&, const Working&)>& use) const {
    const Vector& target = document_.step(t).target;
    for (const QuantityId quantity : way_back(trace_.cell())) {
        const int size = trace_.layout().size(quantity);
        for (int k = 0; k < size && paper.works(); ++k) {
            std::string topic = "dL by " + trace_.cell().quantities[quantity].name;
            if (size > 1) topic += "[" + std::to_string(k) + "]";
            use(topic,
                gradient_working_of(run_of(gradients), target, {quantity, k, t}, what_.notation));
        }
    }
}

void Derivation::for_each_weight(
    const Paper& paper, const Gradients& gradients,
    const std::function<void(const std::string&, const Working&)>& use) const {
    const auto count = static_cast<int>(trace_.cell().parameters.size());
    for (ParameterId p = 0; p < count; ++p) {
        const Eigen::MatrixXd& gradient = gradients.parameter(p);
        std::string topic = "dL by " + trace_.cell().parameters[p].name();
        for (int row = 0; row < gradient.rows(); ++row)
            for (int column = 0; column < gradient.cols() && paper.works(); ++column) {
                use(topic, gradient_working_of(run_of(gradients), ParameterPlace{p, row, column},
                                               what_.notation));
                topic.clear();
            }
    }
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

std::string Derivation::topic(QuantityId quantity, int element) const {
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
