/// Three programs: the same numbers first, then what each library makes of them.
#include "formats/programs/program_text.h"

#include "formats/programs/python.h"
#include "maths/derivation.h"
#include "platform/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

/// In a program, the candidate is g.
constexpr Notation letters{.candidate = Notation::Candidate::g};

/// What a comment holds of a text.
constexpr std::size_t longest_comment = 200;

std::string state_name(const Document& document, std::size_t state) {
    return document.cell().quantities[document.cell().states[state].now].symbol;
}

/// What a program prints of a step: the states, c first where there is one, and what is read out.
std::vector<std::string> printed_names(const Document& document) {
    const Cell& cell = document.cell();
    std::vector<std::string> names;
    for (std::size_t state = cell.states.size(); state-- > 0;)
        names.push_back(state_name(document, state));
    if (cell.has_readout()) names.push_back(cell.quantities[cell.readout.y].symbol);
    return names;
}

/// The first two lines are ours: Python looks there for the encoding, and takes any comment for it
/// that holds "coding:" (PEP 263).
void print_title(std::ostream& out, const Document& document) {
    out << "# -*- coding: utf-8 -*-\n# Written by lstm-notebook. Prints t";
    const std::vector<std::string> names = printed_names(document);
    for (const std::string& name : names) out << (&name == &names.back() ? " and " : ", ") << name;
    out << " of each step.\n";
    for (const std::string& words : {document.title, document.source})
        if (!words.empty()) out << "# " << on_one_line(words, longest_comment) << '\n';
}

/// Parameters, initial states, and inputs up to step `last`, each an array that `array` makes.
Writing print_numbers(std::ostream& out, const Document& document, int last, const char* array) {
    const Cell& cell = document.cell();
    double pieces = last;
    for (const Shared<Matrix>& numbers : document.network.parameters)
        pieces += static_cast<double>(numbers->rows());
    ProgressCounter pace(pieces);
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const MathSymbol symbol =
            symbol_of(cell, document.sizes(), static_cast<ParameterId>(p), none, all, all, letters);
        const Matrix& numbers = *document.network.parameters[p];
        const bool vector = cell.parameters[p].columns == Extent::one;
        out << python_name(symbol) << " = " << array << '(';
        if (vector) {
            out << python_list(numbers.col(0));
            co_yield pace.next();
        } else {  // a line a row where there are several
            const bool several = numbers.rows() > 1;
            out << (several ? "[\n" : "[");
            for (const auto& row : numbers.rowwise()) {
                out << (several ? "    " : "") << python_list(row) << (several ? ",\n" : "");
                co_yield pace.next();
            }
            out << ']';
        }
        out << ")\n";
    }
    for (std::size_t s = 0; s < document.initial.size(); ++s)
        out << state_name(document, s) << " = " << array << '(' << python_list(document.initial[s])
            << ")\n";
    out << "inputs = " << array << "([\n";
    for (int t = 1; t <= last && out; ++t) {
        const Step& step = document.step(t);
        out << "    " << python_list(step.x) << ',';
        if (!step.label.empty()) out << "  # " << on_one_line(step.label, longest_comment);
        out << '\n';
        co_yield pace.next();
    }
    out << "])\n\n";
}

/// What the libraries' own cells do not do.
void print_limits(std::ostream& out, const Document& document) {
    if (document.rounding)
        out << "# The scenario rounds every result to " << *document.rounding
            << " decimals; this program computes exactly.\n";
    if (!document.clamps->empty())
        out << "# The scenario holds gates at given values; this program does not.\n";
}

/// "if t >= 3: " before what is done from step `first` on only.
std::string from_step(int first) {
    return first > 1 ? fmt::format("if t >= {}: ", first) : "";
}

/// A function that rounds as `round_half_away` does.
std::string rounding_function(int decimals) {
    return fmt::format(R"(def rounded(values):
    """To {0} decimals, half away from zero, as a person with a pocket calculator does it."""
    scaled = np.abs(values) * 1e{0}
    # What misses a half only because it is binary counts as one.
    slack = np.minimum(8 * np.finfo(float).eps * np.maximum(scaled, 1), 1e-4)
    result = np.copysign(np.floor(scaled + slack + 0.5) / 1e{0}, values)
    return np.where(scaled < 2.0**{1}, result, values)  # larger ones have no such digits


)",
                       decimals, decimals == 0 ? 52 : 51);
}

/// "if 2 <= t <= 4: f[0] = 0.5" for each clamp of `quantity`, whose variable is `name`.
void print_clamps(std::ostream& out, const Document& document, QuantityId quantity,
                  const std::string& name) {
    for (const Clamp& clamp : *document.clamps)
        if (clamp.quantity == quantity)
            out << fmt::format("    if {} <= t <= {}: {}[{}] = {}\n", clamp.from, clamp.to, name,
                               clamp.element ? std::to_string(*clamp.element) : ":",
                               python_number(clamp.value));
}

/// "print(t, c.tolist(), h.tolist())", from step `first` on.
std::string print_statement(const Document& document, int first) {
    std::string text = from_step(first) + "print(t";
    for (const std::string& name : printed_names(document)) text += ", " + name + ".tolist()";
    return text + ")\n";
}

/// A library's own cell that computes what a kind of ours does.
struct Module {
    std::string_view kind;
    const char* name;
    std::vector<Role> gates;  ///< in the order in which it stacks them
};

const Module& module_of(const Document& document, const char* library,
                        const std::vector<Module>& modules) {
    const Cell& cell = document.cell();
    for (const Module& module : modules)
        if (module.kind == cell.kind) return module;
    throw NoModuleError(
        fmt::format("{} has no cell like {}; use python-numpy", library, cell.kind));
}

/// The parameter `letter` of the gate that does `role`, or none.
ParameterId parameter_of(const Document& document, Role role, const char* letter) {
    return document.cell().find_parameter(document.cell().find_gate(role)->name, letter);
}

std::string parameter_name(const Document& document, Role role, const char* letter) {
    const ParameterId id = parameter_of(document, role, letter);
    return python_name(symbol_of(document.cell(), document.sizes(), id, none, all, all, letters));
}

/// "W_i, W_f, W_g, W_o"
std::string stacked(const Document& document, const Module& module, const char* letter) {
    std::string names;
    for (const Role gate : module.gates)
        names += (names.empty() ? "" : ", ") + parameter_name(document, gate, letter);
    return names;
}

}  // namespace

Writing print_numpy(std::ostream& out, const Document& document, StepRange steps) {
    const Cell& cell = document.cell();
    print_title(out, document);
    out << "import numpy as np\n\n";
    Writing numbers = print_numbers(out, document, steps.last, "np.array");
    while (numbers.advance()) co_yield numbers.progress();
    out << "\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n\n\n";
    if (document.rounding) out << rounding_function(*document.rounding);
    out << "for t, x in enumerate(inputs, start=1):\n";
    for (const Equation& equation : cell.equations) {
        if (!is_named(cell, equation.result)) continue;
        const Expression formula = vector_equations(cell, equation.result, letters).front();
        Expression right = formula.parts.back();
        right.link = formula.parts.front().link;
        const std::string name = python_formula(formula.parts.front(), false);
        out << "    " << name << " = " << python_formula(right, document.rounding.has_value())
            << '\n';
        print_clamps(out, document, equation.result, name);
    }
    out << "    " << print_statement(document, steps.first);
}

Writing print_pytorch(std::ostream& out, const Document& document, StepRange steps) {
    static const std::vector<Module> modules{
        {"lstm", "LSTMCell", {Role::admit, Role::keep, Role::candidate, Role::expose}},
        {"gru_reset_after", "GRUCell", {Role::reset, Role::keep, Role::candidate}},
        {"rnn", "RNNCell", {Role::candidate}},
    };
    const Module& module = module_of(document, "PyTorch", modules);
    const bool inner_bias = parameter_of(document, Role::candidate, "b_u") != none;
    const Sizes sizes = document.sizes();
    print_title(out, document);
    print_limits(out, document);
    out << "import torch\n\ntorch.set_default_dtype(torch.float64)\n\n";
    Writing numbers = print_numbers(out, document, steps.last, "torch.tensor");
    while (numbers.advance()) co_yield numbers.progress();
    out << fmt::format(R"(cell = torch.nn.{}({}, {})
with torch.no_grad():
    # PyTorch stacks the gates in this order, and has two biases, {}.
    cell.weight_ih.copy_(torch.cat([{}]))
    cell.weight_hh.copy_(torch.cat([{}]))
    cell.bias_ih.copy_(torch.cat([{}]))
    cell.bias_hh.zero_()
)",
                       module.name, sizes.input, sizes.hidden,
                       inner_bias ? "r stands before the second of g" : "whose sum is ours",
                       stacked(document, module, "W"), stacked(document, module, "U"),
                       stacked(document, module, "b"));
    if (inner_bias)
        out << fmt::format("    cell.bias_hh[-{}:] = {}\n", sizes.hidden,
                           parameter_name(document, Role::candidate, "b_u"));
    out << "\n    for t, x in enumerate(inputs, start=1):\n"
        << (document.cell().has_cell_state() ? "        h, c = cell(x, (h, c))\n"
                                             : "        h = cell(x, h)\n");
    if (document.cell().has_readout()) out << "        y = W @ h + b\n";
    out << "        " << print_statement(document, steps.first);
}

Writing print_keras(std::ostream& out, const Document& document, StepRange steps) {
    static const std::vector<Module> modules{
        {"lstm", "LSTMCell", {Role::admit, Role::keep, Role::candidate, Role::expose}},
        {"gru_reset_before", "GRUCell", {Role::keep, Role::reset, Role::candidate}},
        {"gru_reset_after", "GRUCell", {Role::keep, Role::reset, Role::candidate}},
        {"rnn", "SimpleRNNCell", {Role::candidate}},
    };
    const Module& module = module_of(document, "Keras", modules);
    const bool inner_bias = parameter_of(document, Role::candidate, "b_u") != none;
    const bool is_gru = std::string_view(module.name) == "GRUCell";
    const Sizes sizes = document.sizes();
    print_title(out, document);
    print_limits(out, document);
    out << "import keras\nimport numpy as np\n\n";
    Writing numbers = print_numbers(out, document, steps.last, "np.array");
    while (numbers.advance()) co_yield numbers.progress();
    std::string bias = fmt::format("np.concatenate([{}])", stacked(document, module, "b"));
    if (inner_bias)
        bias = fmt::format("np.stack([{}, np.concatenate([np.zeros({}), {}])])", bias,
                           2 * sizes.hidden, parameter_name(document, Role::candidate, "b_u"));
    const char* const reset = inner_bias ? ", reset_after=True" : ", reset_after=False";
    const bool has_c = document.cell().has_cell_state();
    std::vector<std::string> names;
    for (std::size_t s = 0; s < document.initial.size(); ++s)
        names.push_back(state_name(document, s));
    const std::string states = fmt::format("{}", fmt::join(names, ", "));
    out << fmt::format(
        R"(cell = keras.layers.{}({}{}, dtype="float64")  # JAX has that with JAX_ENABLE_X64=1
cell.build((None, {}))
# Keras stacks the gates in this order{}, and multiplies from the other side.
cell.set_weights([
    np.concatenate([{}]).T,
    np.concatenate([{}]).T,
    {},
])

{}  # a batch of one
for t, x in enumerate(inputs, start=1):
    _, [{}] = cell(x[None], [{}])
)",
        module.name, sizes.hidden, is_gru ? reset : "", sizes.input,
        has_c ? " (our g is its c)" : "", stacked(document, module, "W"),
        stacked(document, module, "U"), bias, has_c ? "h, c = h[None], c[None]" : "h = h[None]",
        states, states);
    if (document.cell().has_readout()) out << "    y = keras.ops.convert_to_numpy(h) @ W.T + b\n";
    const std::string results = fmt::format("{}", fmt::join(printed_names(document), ", "));
    out << fmt::format(
        "    {}print(t, *(keras.ops.convert_to_numpy(v)[0].tolist() for v in [{}]))\n",
        from_step(steps.first), results);
}

}  // namespace lstm
