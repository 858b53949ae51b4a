/// Three programs: the same numbers first, then what each library makes of them.
#include "formats/program_text.h"

#include "formats/python.h"
#include "formats/text.h"
#include "model/working.h"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace lstm {
namespace {

/// In a program, the candidate is g.
constexpr Notation letters{.candidate = Notation::Candidate::g};

/// What a comment holds of a text.
constexpr std::size_t longest_comment = 200;

std::string state_name(const Document& document, std::size_t state) {
    return document.cell().quantities[document.cell().states[state].now].symbol;
}

void print_title(std::ostream& out, const Document& document) {
    for (const std::string& words : {document.title, document.source})
        if (!words.empty()) out << "# " << on_one_line(words, longest_comment) << '\n';
    out << "# Written by lstm-notebook. Prints t, c and h of each step.\n";
}

/// Parameters, initial states, and inputs up to step `last`, each an array that `array` makes.
void print_numbers(std::ostream& out, const Document& document, int last, const char* array) {
    const Cell& cell = document.cell();
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Symbol symbol =
            symbol_of(cell, document.sizes(), static_cast<ParameterId>(p), none, all, all, letters);
        const Matrix& numbers = *document.network.parameters[p];
        const bool vector = cell.parameters[p].columns == Extent::one;
        out << python_name(symbol) << " = " << array << '('
            << (vector ? python_list(numbers.col(0)) : python_rows(numbers)) << ")\n";
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
    }
    out << "])\n\n";
}

/// What the libraries' own cells do not do.
void print_limits(std::ostream& out, const Document& document) {
    if (document.rounding)
        out << "# The scenario rounds every result to " << *document.rounding
            << " decimals; this program computes exactly.\n";
    if (!document.forces->empty())
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

/// "if 2 <= t <= 4: f[0] = 0.5" for each force on `quantity`, whose variable is `name`.
void print_forces(std::ostream& out, const Document& document, QuantityId quantity,
                  const std::string& name) {
    for (const Force& force : *document.forces)
        if (force.quantity == quantity)
            out << fmt::format("    if {} <= t <= {}: {}[{}] = {}\n", force.from, force.to, name,
                               force.element ? std::to_string(*force.element) : ":",
                               python_number(force.value));
}

/// "W_i, W_f, W_g, W_o"
std::string stacked(const Document& document, const char* letter) {
    constexpr std::array gates{"input", "forget", "candidate", "output"};
    std::string names;
    for (const char* gate : gates) {
        const ParameterId id = document.cell().find_parameter(gate, letter);
        const Symbol symbol =
            symbol_of(document.cell(), document.sizes(), id, none, all, all, letters);
        names += (names.empty() ? "" : ", ") + python_name(symbol);
    }
    return names;
}

}  // namespace

void print_numpy(std::ostream& out, const Document& document, int first, int last) {
    const Cell& cell = document.cell();
    print_title(out, document);
    out << "import numpy as np\n\n";
    print_numbers(out, document, last, "np.array");
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
        print_forces(out, document, equation.result, name);
    }
    out << "    " << from_step(first) << "print(t, c.tolist(), h.tolist())\n";
}

void print_pytorch(std::ostream& out, const Document& document, int first, int last) {
    print_title(out, document);
    print_limits(out, document);
    out << "import torch\n\ntorch.set_default_dtype(torch.float64)\n\n";
    print_numbers(out, document, last, "torch.tensor");
    out << fmt::format(R"(cell = torch.nn.LSTMCell({}, {})
with torch.no_grad():
    # PyTorch stacks the gates in this order, and has two biases, whose sum is ours.
    cell.weight_ih.copy_(torch.cat([{}]))
    cell.weight_hh.copy_(torch.cat([{}]))
    cell.bias_ih.copy_(torch.cat([{}]))
    cell.bias_hh.zero_()

    for t, x in enumerate(inputs, start=1):
        h, c = cell(x, (h, c))
        {}print(t, c.tolist(), h.tolist())
)",
                       document.sizes().input, document.sizes().hidden, stacked(document, "W"),
                       stacked(document, "U"), stacked(document, "b"), from_step(first));
}

void print_keras(std::ostream& out, const Document& document, int first, int last) {
    print_title(out, document);
    print_limits(out, document);
    out << "import keras\nimport numpy as np\n\n";
    print_numbers(out, document, last, "np.array");
    out << fmt::format(
        R"(cell = keras.layers.LSTMCell({}, dtype="float64")  # JAX has that with JAX_ENABLE_X64=1
cell.build((None, {}))
# Keras stacks the gates in this order (our g is its c), and multiplies from the other side.
cell.set_weights([
    np.concatenate([{}]).T,
    np.concatenate([{}]).T,
    np.concatenate([{}]),
])

h, c = h[None], c[None]  # a batch of one
for t, x in enumerate(inputs, start=1):
    _, (h, c) = cell(x[None], [h, c])
    {}print(t, *(keras.ops.convert_to_numpy(s)[0].tolist() for s in (c, h)))
)",
        document.sizes().hidden, document.sizes().input, stacked(document, "W"),
        stacked(document, "U"), stacked(document, "b"), from_step(first));
}

}  // namespace lstm
