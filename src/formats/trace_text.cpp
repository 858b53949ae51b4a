/// CSV and JSON.
#include "formats/trace_text.h"

#include "formats/json_text.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace lstm {
namespace {

/// RFC 4180: what holds a comma, a quote or a line break stands in quotes, and quotes are doubled.
std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field + '"';
}

/// A step as JSON is one list after the other, with a fixed text before each.
struct JsonPiece {
    std::string before;  ///< `,"kept":`, or `,"forget":{"wx":` where an object begins
    QuantityId quantity;
};

std::vector<JsonPiece> json_pieces(const Cell& cell) {
    std::vector<JsonPiece> pieces;
    std::string open_gate;
    for (const QuantityId quantity : presented_order(cell)) {
        const std::string& name = cell.quantities[quantity].name;
        const std::size_t dot = name.find('.');
        const std::string gate = dot == std::string::npos ? "" : name.substr(0, dot);
        std::string before;
        if (gate != open_gate && !open_gate.empty()) before += '}';
        before += ',';
        if (gate != open_gate && !gate.empty()) before += json_string(gate) + ":{";
        before += json_string(dot == std::string::npos ? name : name.substr(dot + 1)) + ':';
        pieces.push_back({std::move(before), quantity});
        open_gate = gate;
    }
    return pieces;
}

}  // namespace

std::vector<QuantityId> presented_order(const Cell& cell) {
    std::vector<QuantityId> order{cell.input};
    for (const State& state : cell.states) order.push_back(state.previous);
    for (const Gate& gate : cell.gates)
        order.insert(order.end(), gate.quantities.begin(), gate.quantities.end());
    for (const Equation& equation : cell.equations)
        if (std::find(order.begin(), order.end(), equation.result) == order.end())
            order.push_back(equation.result);
    return order;
}

void print_csv(std::ostream& out, const Document& document, const Trace& trace, TraceText what) {
    const std::vector<QuantityId> order = presented_order(trace.cell());
    std::string line = "t,label";
    for (const QuantityId quantity : order)
        for (int k = 0; k < trace.layout().size(quantity); ++k)
            line += ',' + element_name(trace.cell(), quantity, k);
    out << line << '\n';
    for (int t = what.first; t <= what.last && out; ++t) {
        line = std::to_string(t) + ',' + csv_field(document.step(t).label);
        for (const QuantityId quantity : order) {
            for (const double value : trace.vector(quantity, t)) {
                line += ',';
                append_number(line, value, what.digits);
            }
        }
        out << line << '\n';
    }
}

void print_json(std::ostream& out, const Document& document, const Trace& trace, TraceText what) {
    out << "{\"title\":" << json_string(document.title) << ",\"steps\":[";
    const std::vector<JsonPiece> pieces = json_pieces(trace.cell());
    std::string line;
    for (int t = what.first; t <= what.last && out; ++t) {
        line = t == what.first ? "\n" : ",\n";
        line += "{\"t\":" + std::to_string(t) + ",\"label\":" + json_string(document.step(t).label);
        for (const JsonPiece& piece : pieces) {
            line += piece.before;
            append_list(line, trace.vector(piece.quantity, t), ",", what.digits);
        }
        out << line << '}';
    }
    out << "]}\n";
}

}  // namespace lstm
