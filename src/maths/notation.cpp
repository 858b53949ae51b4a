/// SymbolicOperands, accents and indices.
#include "maths/notation.h"

#include "model/engine/clamp.h"

#include <algorithm>
#include <string_view>

namespace lstm {
namespace {

/// "c̃": a letter, then U+0303.
constexpr std::string_view combining_tilde = "\u0303";
constexpr std::string_view minus = "−";

bool is_candidate(const Cell& cell, const Gate& gate) {
    return std::string_view(cell.quantities[gate.value].symbol).ends_with(combining_tilde);
}

/// The letter of a gate's value.
MathSymbol letter_of(const Cell& cell, const Gate& gate, const Notation& notation) {
    std::string letter = cell.quantities[gate.value].symbol;
    if (!is_candidate(cell, gate)) return {letter};
    letter.erase(letter.size() - combining_tilde.size());
    switch (notation.candidate) {
        case Notation::Candidate::c_tilde: return {letter, SymbolAccent::tilde};
        case Notation::Candidate::c_hat: return {letter, SymbolAccent::hat};
        case Notation::Candidate::g: return {"g"};
        case Notation::Candidate::z: return {"z"};
        case Notation::Candidate::a: return {"a"};
    }
    return {letter};
}

/// The letter of a pre-activation.
MathSymbol letter_of_z(const Cell& cell, const Gate& gate, const Notation& notation) {
    MathSymbol symbol{cell.quantities[gate.z].symbol};
    if (notation.candidate == Notation::Candidate::z)
        symbol = {"net", SymbolAccent::plain, Typeface::upright};
    symbol.subscript = letter_of(cell, gate, notation).letter;
    return symbol;
}

/// Appends to `symbol` the indices that tell it from its like; all of one vector or matrix are
/// bold.
void set_indices(MathSymbol& symbol,
                 std::initializer_list<std::pair<int, int>> indices_and_counts) {
    std::string text;
    for (const auto& [index, count] : indices_and_counts) {
        if (index == all) {
            if (symbol.face == Typeface::italic) symbol.face = Typeface::bold;
            return;
        }
        const bool crowded = std::any_of(indices_and_counts.begin(), indices_and_counts.end(),
                                         [](const auto& pair) { return pair.second > 10; });
        if (count == 1) continue;
        if (!text.empty() && crowded) text += ',';
        text += std::to_string(index);
    }
    if (!symbol.subscript.empty() && !text.empty()) symbol.subscript += ',';
    symbol.subscript += text;
}

const Gate* gate_called(const Cell& cell, const std::string& name) {
    const auto found = std::find_if(cell.gates.begin(), cell.gates.end(),
                                    [&](const Gate& gate) { return gate.name == name; });
    return found == cell.gates.end() ? nullptr : &*found;
}

const Gate* gate_of_z(const Cell& cell, QuantityId quantity) {
    const auto found = std::find_if(cell.gates.begin(), cell.gates.end(),
                                    [&](const Gate& gate) { return gate.z == quantity; });
    return found == cell.gates.end() ? nullptr : &*found;
}

}  // namespace

bool is_named(const Cell& cell, QuantityId quantity) {
    const bool state = std::any_of(cell.states.begin(), cell.states.end(),
                                   [&](const State& s) { return s.now == quantity; });
    const bool computed = cell.quantities[quantity].equation != none;
    return !computed || state || quantity == cell.readout.y || quantity == cell.readout.p ||
           gate_of_value(cell, quantity) != nullptr;
}

bool has_letter(const Cell& cell, QuantityId quantity) {
    return is_named(cell, quantity) || gate_of_z(cell, quantity) != nullptr;
}

MathSymbol symbol_of(const Cell& cell, Sizes sizes, QuantityId id, int element,
                     const Notation& notation) {
    const Quantity& quantity = cell.quantities[id];
    MathSymbol symbol{quantity.symbol};
    if (const Gate* gate = gate_of_value(cell, id)) {
        symbol = letter_of(cell, *gate, notation);
    } else if (const Gate* gate_z = gate_of_z(cell, id)) {
        symbol = letter_of_z(cell, *gate_z, notation);
    } else if (quantity.previous_of != none) {
        symbol.letter = cell.quantities[quantity.previous_of].symbol;
        symbol.subscript = minus;
    }
    set_indices(symbol, {{element, sizes.of(quantity.extent)}});
    return symbol;
}

MathSymbol symbol_of(const Cell& cell, Sizes sizes, ParameterId id, QuantityId vector, int row,
                     int column, const Notation& notation) {
    const Parameter& parameter = cell.parameters[id];
    // "b_u" of a gate: the letter b, then both of its indices.
    const std::size_t line = std::min(parameter.letter.find('_'), parameter.letter.size());
    MathSymbol symbol{parameter.letter.substr(0, line)};
    if (line < parameter.letter.size()) symbol.subscript = parameter.letter.substr(line + 1) + ",";
    if (const Gate* gate = gate_called(cell, parameter.gate))
        symbol.subscript += letter_of(cell, *gate, notation).letter;
    if (vector != none && notation.matrices == Notation::Matrices::concatenated) {
        const QuantityId now = cell.quantities[vector].previous_of;
        symbol.letter = "W";
        symbol.subscript += cell.quantities[now == none ? vector : now].symbol;
    }
    set_indices(symbol, {{row, sizes.of(parameter.rows)}, {column, sizes.of(parameter.columns)}});
    return symbol;
}

MathSymbol joined_matrix(const Cell& cell, ParameterId parameter, const Notation& notation) {
    MathSymbol symbol{"W", SymbolAccent::plain, Typeface::bold};
    if (const Gate* gate = gate_called(cell, cell.parameters[parameter].gate))
        symbol.subscript = letter_of(cell, *gate, notation).letter;
    return symbol;
}

}  // namespace lstm
