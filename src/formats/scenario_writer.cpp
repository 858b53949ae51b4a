/// Laying a scenario out by hand: short things on one line, a step or a matrix row a line
/// otherwise.
#include "formats/scenario_writer.h"

#include "formats/json_text.h"
#include "formats/scenario_reader.h"

#include <algorithm>
#include <vector>

namespace lstm {
namespace {

constexpr int longest_line = 100;

/// "[1, 2]"
template <class Numbers>
std::string list(const Numbers& numbers) {
    std::string out;
    append_list(out, numbers, ", ");
    return out;
}

/// "[[1, 2], [3, 4]]", with `separator` between the rows.
std::string matrix(const Matrix& matrix, const std::string& open, const std::string& separator,
                   const std::string& close) {
    std::string out = open;
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        if (r > 0) out += separator;
        out += list(matrix.row(r));
    }
    return out + close;
}

/// A gate on one line, its name padded so that those of all gates stand in columns.
std::string gate_line(const Network& network, const Gate& gate, std::size_t width) {
    const auto compact = [&](ParameterId p) {
        return matrix(*network.parameters[p], "[", ", ", "]");
    };
    std::string line = "    " + json_string(gate.name) + ":";
    line.resize(std::max(line.size(), width), ' ');
    return line + " { \"W\": " + compact(gate.W) + ", \"U\": " + compact(gate.U) +
           ", \"b\": " + list(network.parameters[gate.b]->col(0)) + " }";
}

/// A gate with a line for each row of its matrices.
std::string gate_block(const Network& network, const Gate& gate) {
    const auto rows = [&](ParameterId p) {
        return matrix(*network.parameters[p], "[\n        ", ",\n        ", "\n      ]");
    };
    return "    " + json_string(gate.name) + ": {\n      \"W\": " + rows(gate.W) +
           ",\n      \"U\": " + rows(gate.U) +
           ",\n      \"b\": " + list(network.parameters[gate.b]->col(0)) + "\n    }";
}

/// All gates on a line each; nothing where one of them would be too long for that.
std::vector<std::string> gate_lines(const Network& network) {
    std::vector<std::string> lines;
    if (network.sizes.hidden * (network.sizes.hidden + network.sizes.input) > longest_line)
        return {};
    std::size_t width = 0;
    for (const Gate& gate : network.cell->gates)
        width = std::max(width, gate.name.size() + std::string_view("    \"\":").size());
    for (const Gate& gate : network.cell->gates) {
        lines.push_back(gate_line(network, gate, width));
        if (lines.back().size() > std::size_t{longest_line}) return {};
    }
    return lines;
}

void append_weights(std::string& out, const Network& network) {
    const std::vector<std::string> lines = gate_lines(network);
    const char* separator = ",\n  \"weights\": {\n";
    for (std::size_t g = 0; g < network.cell->gates.size(); ++g) {
        out += separator;
        out += lines.empty() ? gate_block(network, network.cell->gates[g]) : lines[g];
        separator = ",\n";
    }
    out += "\n  }";
}

void append_initial(std::string& out, const Document& document) {
    out += ",\n  \"initial\": {";
    for (std::size_t s = 0; s < document.initial.size(); ++s) {
        const QuantityId state = document.cell().states[s].now;
        out += (s > 0 ? ", " : " ") + json_string(document.cell().quantities[state].name) + ": ";
        append_list(out, document.initial[s], ", ");
    }
    out += " }";
}

void append_sequence(std::string& out, const Document& document) {
    out += ",\n  \"sequence\": [";
    for (int t = 1; t <= document.steps(); ++t) {
        const Step& step = document.step(t);
        out += t > 1 ? ",\n    { \"x\": " : "\n    { \"x\": ";
        append_list(out, step.x, ", ");
        if (!step.label.empty()) out += ", \"label\": " + json_string(step.label);
        out += " }";
    }
    out += document.steps() > 0 ? "\n  ]" : "]";
}

void append_forces(std::string& out, const Document& document) {
    if (document.forces->empty()) return;
    const char* separator = ",\n  \"force\": [\n    ";
    for (const Force& force : *document.forces) {
        const std::string name = force.element
                                     ? element_name(document.cell(), force.quantity, *force.element)
                                     : document.cell().quantities[force.quantity].name;
        out += separator;
        out += "{ \"quantity\": " + json_string(name) +
               ", \"from\": " + std::to_string(force.from) +
               ", \"to\": " + std::to_string(force.to) + ", \"value\": ";
        append_number(out, force.value);
        out += " }";
        separator = ",\n    ";
    }
    out += "\n  ]";
}

void append_expectations(std::string& out, const Document& document) {
    if (document.expectations->empty()) return;
    const char* separator = ",\n  \"expect\": [\n    ";
    for (const Expectation& e : *document.expectations) {
        out += separator;
        out += "{ \"t\": " + std::to_string(e.t) + ", \"quantity\": " +
               json_string(element_name(document.cell(), e.quantity, e.element)) + ", \"value\": ";
        append_number(out, e.value);
        if (e.tolerance) {
            out += ", \"tolerance\": ";
            append_number(out, *e.tolerance);
        } else {
            out += ", \"decimals\": " + std::to_string(e.decimals.value_or(max_decimals));
        }
        out += " }";
        separator = ",\n    ";
    }
    out += "\n  ]";
}

}  // namespace

std::string write_scenario(const Document& document) {
    std::string out =
        "{\n  \"format\": \"lstm-notebook\", \"version\": " + std::to_string(scenario_version);
    out += ",\n  \"title\": " + json_string(document.title);
    out += ",\n  \"description\": " + json_string(document.description);
    out += ",\n  \"source\": " + json_string(document.source);
    out += ",\n  \"cell\": { \"kind\": " + json_string(document.cell().kind) +
           ", \"input_size\": " + std::to_string(document.sizes().input) +
           ", \"hidden_size\": " + std::to_string(document.sizes().hidden) + " }";
    append_weights(out, document.network);
    append_initial(out, document);
    append_sequence(out, document);
    if (document.rounding)
        out += ",\n  \"rounding\": { \"decimals\": " + std::to_string(*document.rounding) + " }";
    append_forces(out, document);
    append_expectations(out, document);
    return out + "\n}\n";
}

}  // namespace lstm
