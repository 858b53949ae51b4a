/// Three programs: the same numbers first, then what each library makes of them.
#include "formats/programs/program_text.h"

#include "formats/programs/python.h"
#include "maths/derivation.h"
#include "platform/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
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
    for (const QuantityId id : {cell.readout.y, cell.readout.p})
        if (id != none) names.push_back(cell.quantities[id].symbol);
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
        out << "# The scenario rounds results to " << document.rounding->decimals
            << " decimals; this program computes exactly.\n";
    if (!document.clamps->empty())
        out << "# The scenario holds gates at given values; this program does not.\n";
}

/// "if t >= 3: " before what is done from step `first` on only.
std::string from_step(int first) {
    return first > 1 ? fmt::format("if t >= {}: ", first) : "";
}

/// A function that rounds as the scenario does.
std::string rounding_function(const Rounding& rounding) {
    const char *how = "half away from zero, as a person with a pocket calculator does it",
               *whole = "np.floor(scaled + slack + 0.5)";
    if (rounding.mode == RoundingMode::half_even) {
        how = "a tie to the even one";
        whole =
            "np.where(np.abs(scaled % 1 - 0.5) <= slack, 2 * np.round(np.floor(scaled) / 2 + "
            "0.25), "
            "np.floor(scaled + 0.5))";
    } else if (rounding.mode == RoundingMode::truncate) {
        how = "cut off";
        whole = "np.floor(scaled + slack)";
    }
    return fmt::format(R"(def rounded(values):
    """To {0} decimals, {2}."""
    scaled = np.abs(values) * 1e{0}
    # What misses a half only because it is binary counts as one.
    slack = np.minimum(8 * np.finfo(float).eps * np.maximum(scaled, 1), 1e-4)
    result = np.copysign({3} / 1e{0}, values)
    return np.where(scaled < 2.0**{1}, result, values)  # larger ones have no such digits


)",
                       rounding.decimals, rounding.decimals == 0 ? 52 : 51, how, whole);
}

/// The activations that a program has to define, in the order of the table; σ always.
std::vector<Activation> functions_of(const Cell& cell) {
    std::vector<Activation> functions;
    for (const ActivationFacts& each : activations()) {
        const bool used = std::ranges::any_of(cell.equations, [&](const Equation& equation) {
            return equation.operation == Operation::activate &&
                   equation.function == each.activation;
        });
        const bool has_one = python_function(each.activation) == each.name;
        if (has_one && (used || each.activation == Activation::sigmoid))
            functions.push_back(each.activation);
    }
    return functions;
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

/// `can`: whether the library's cells can be told to do what this form of a cell does.
const Module& module_of(const Document& document, const char* library,
                        const std::vector<Module>& modules, bool can) {
    const Cell& cell = document.cell();
    const auto module = std::ranges::find(modules, cell.kind, &Module::kind);
    if (module == modules.end())
        throw NoModuleError(
            fmt::format("{} has no cell like {}; use python-numpy", library, cell.kind));
    if (!can)
        throw NoModuleError(fmt::format(
            "{}'s {} cannot do what this form of {} does (its activations, biases, update gate or "
            "peepholes); use python-numpy",
            library, module->name, cell.kind));
    return *module;
}

/// Whether the gates add nothing, and mean nothing else, than a library's cells do.
bool has_library_equations(const Cell& cell) {
    return !cell.form.peepholes && cell.form.update_gate == UpdateGate::keeps;
}

/// PyTorch's plain RNN knows ReLU; else all is σ and tanh.
bool pytorch_can(const Cell& cell) {
    const CellForm& form = cell.form;
    const bool relu = form.kind == "rnn" && cell.gates.front().activation == Activation::relu;
    return has_library_equations(cell) && form.squash == Activation::tanh &&
           (form.activations.empty() || relu);
}

/// Keras has one activation for all σ, and one for the candidate and c.
bool keras_can(const Cell& cell) {
    std::optional<Activation> gates, other;
    if (cell.squashed != none) other = cell.form.squash;
    for (const Gate& gate : cell.gates) {
        std::optional<Activation>& one = gate.role == Role::candidate ? other : gates;
        if (one.value_or(gate.activation) != gate.activation) return false;
        one = gate.activation;
        if (*facts_of(gate.activation).keras == '\0') return false;
    }
    return has_library_equations(cell) && cell.form.biases < 2;
}

/// ', activation="relu", recurrent_activation="hard_sigmoid", use_bias=False': what differs.
std::string keras_arguments(const Cell& cell) {
    std::string text;
    const Gate& candidate = *cell.find_gate(Role::candidate);
    if (candidate.activation != Activation::tanh)
        text += fmt::format(", activation=\"{}\"", facts_of(candidate.activation).keras);
    for (const Gate& gate : cell.gates)
        if (gate.role != Role::candidate && gate.activation != Activation::sigmoid) {
            text += fmt::format(", recurrent_activation=\"{}\"", facts_of(gate.activation).keras);
            break;
        }
    return cell.form.biases == 0 ? text + ", use_bias=False" : text;
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
    out << '\n';
    for (const Activation activation : functions_of(cell))
        out << fmt::format("def {}(z):\n    return {}\n\n\n", python_function(activation),
                           facts_of(activation).numpy);
    if (document.rounding) out << rounding_function(*document.rounding);
    out << "for t, x in enumerate(inputs, start=1):\n";
    for (const Equation& equation : cell.equations) {
        if (!is_named(cell, equation.result)) continue;
        const Expression formula = vector_equations(cell, equation.result, letters).front();
        Expression right = formula.parts.back();
        right.link = formula.parts.front().link;
        const std::string name = python_formula(formula.parts.front());
        out << "    " << name << " = " << python_formula(right, document.rounding) << '\n';
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
    const Cell& cell = document.cell();
    const Module& module = module_of(document, "PyTorch", modules, pytorch_can(cell));
    const int biases = cell.form.biases;
    const bool inner_bias = parameter_of(document, Role::candidate, "b_u") != none;
    const Sizes sizes = document.sizes();
    print_title(out, document);
    print_limits(out, document);
    out << "import torch\n\ntorch.set_default_dtype(torch.float64)\n\n";
    Writing numbers = print_numbers(out, document, steps.last, "torch.tensor");
    while (numbers.advance()) co_yield numbers.progress();
    const bool relu = cell.gates.front().activation == Activation::relu;
    out << fmt::format(R"(cell = torch.nn.{}({}, {}{}{})
with torch.no_grad():
    # PyTorch stacks the gates in this order{}.
    cell.weight_ih.copy_(torch.cat([{}]))
    cell.weight_hh.copy_(torch.cat([{}]))
)",
                       module.name, sizes.input, sizes.hidden, biases == 0 ? ", bias=False" : "",
                       relu ? ", nonlinearity=\"relu\"" : "",
                       biases != 1  ? ""
                       : inner_bias ? ", and has two biases, r stands before the second of g"
                                    : ", and has two biases, whose sum is ours",
                       stacked(document, module, "W"), stacked(document, module, "U"));
    if (biases > 0)
        out << fmt::format("    cell.bias_ih.copy_(torch.cat([{}]))\n",
                           stacked(document, module, "b"));
    if (biases == 2)
        out << fmt::format("    cell.bias_hh.copy_(torch.cat([{}]))\n",
                           stacked(document, module, "b_u"));
    if (biases == 1) out << "    cell.bias_hh.zero_()\n";
    if (biases == 1 && inner_bias)
        out << fmt::format("    cell.bias_hh[-{}:] = {}\n", sizes.hidden,
                           parameter_name(document, Role::candidate, "b_u"));
    out << "\n    for t, x in enumerate(inputs, start=1):\n"
        << (document.cell().has_cell_state() ? "        h, c = cell(x, (h, c))\n"
                                             : "        h = cell(x, h)\n");
    if (document.cell().has_readout()) out << "        y = W @ h + b\n";
    if (document.cell().readout.p != none) {
        const Activation activation = document.cell().form.readout_activation;
        out << fmt::format("        p = torch.{}(y{})\n", name_of(activation),
                           activation == Activation::softmax ? ", 0" : "");
    }
    out << "        " << print_statement(document, steps.first);
}

Writing print_keras(std::ostream& out, const Document& document, StepRange steps) {
    static const std::vector<Module> modules{
        {"lstm", "LSTMCell", {Role::admit, Role::keep, Role::candidate, Role::expose}},
        {"gru_reset_before", "GRUCell", {Role::keep, Role::reset, Role::candidate}},
        {"gru_reset_after", "GRUCell", {Role::keep, Role::reset, Role::candidate}},
        {"rnn", "SimpleRNNCell", {Role::candidate}},
    };
    const Module& module = module_of(document, "Keras", modules, keras_can(document.cell()));
    const bool has_bias = document.cell().form.biases > 0;
    const bool inner_bias = parameter_of(document, Role::candidate, "b_u") != none;
    const bool is_gru = std::string_view(module.name) == "GRUCell";
    const Sizes sizes = document.sizes();
    print_title(out, document);
    print_limits(out, document);
    out << "import keras\nimport numpy as np\n\n";
    Writing numbers = print_numbers(out, document, steps.last, "np.array");
    while (numbers.advance()) co_yield numbers.progress();
    std::string bias;
    if (has_bias) bias = fmt::format("np.concatenate([{}])", stacked(document, module, "b"));
    if (inner_bias)
        bias = fmt::format("np.stack([{}, np.concatenate([np.zeros({}), {}])])", bias,
                           2 * sizes.hidden, parameter_name(document, Role::candidate, "b_u"));
    const bool after = document.cell().kind == "gru_reset_after";
    const std::string arguments = (!is_gru ? ""
                                   : after ? ", reset_after=True"
                                           : ", reset_after=False") +
                                  keras_arguments(document.cell());
    if (document.cell().readout.p != none)
        out << fmt::format("def activation(z):\n    return {}\n\n\n",
                           facts_of(document.cell().form.readout_activation).numpy);
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
    np.concatenate([{}]).T,{}
])

{}  # a batch of one
for t, x in enumerate(inputs, start=1):
    _, [{}] = cell(x[None], [{}])
)",
        module.name, sizes.hidden, arguments, sizes.input, has_c ? " (our g is its c)" : "",
        stacked(document, module, "W"), stacked(document, module, "U"),
        has_bias ? "\n    " + bias + "," : "", has_c ? "h, c = h[None], c[None]" : "h = h[None]",
        states, states);
    if (document.cell().has_readout()) out << "    y = keras.ops.convert_to_numpy(h) @ W.T + b\n";
    if (document.cell().readout.p != none) out << "    p = activation(y)\n";
    const std::string results = fmt::format("{}", fmt::join(printed_names(document), ", "));
    out << fmt::format(
        "    {}print(t, *(keras.ops.convert_to_numpy(v)[0].tolist() for v in [{}]))\n",
        from_step(steps.first), results);
}

}  // namespace lstm
