/// Appending to a cell's lists, one equation at a time.
#include "model/cell_builder.h"

#include <utility>

namespace lstm {
namespace {

Operand value_of(QuantityId id) {
    return {Operand::Kind::quantity, id};
}

Operand weights(ParameterId id) {
    return {Operand::Kind::parameter, id};
}

}  // namespace

CellBuilder::CellBuilder(std::string kind) {
    cell_.kind = std::move(kind);
}

QuantityId CellBuilder::input(std::string name, std::string symbol, Extent extent) {
    cell_.input = quantity(std::move(name), std::move(symbol), extent, Phase::read);
    return cell_.input;
}

State CellBuilder::state(const std::string& name, const std::string& symbol) {
    const QuantityId previous = quantity(name + "_prev", symbol + "₋", Extent::hidden, Phase::read);
    const QuantityId now = quantity(name, symbol, Extent::hidden, Phase::read);
    cell_.quantities[previous].previous_of = now;
    cell_.states.push_back({now, previous});
    return cell_.states.back();
}

Gate CellBuilder::gate(const std::string& name, const std::string& symbol, Operation activation,
                       Phase phase, QuantityId x, QuantityId h_prev) {
    Gate gate;
    gate.name = name;
    gate.activation = activation;
    gate.W = parameter(name, "W", cell_.quantities[x].extent);
    gate.U = parameter(name, "U", cell_.quantities[h_prev].extent);
    gate.b = parameter(name, "b", Extent::one);
    gate.wx = quantity(name + ".wx", "W x", Extent::hidden, phase);
    gate.uh = quantity(name + ".uh", "U h₋", Extent::hidden, phase);
    gate.z = quantity(name + ".z", "z", Extent::hidden, phase);
    gate.value = quantity(name + ".value", symbol, Extent::hidden, phase);
    equation(gate.wx, phase, Operation::matrix_vector, {weights(gate.W), value_of(x)});
    equation(gate.uh, phase, Operation::matrix_vector, {weights(gate.U), value_of(h_prev)});
    equation(gate.z, phase, Operation::add,
             {value_of(gate.wx), value_of(gate.uh), weights(gate.b)});
    equation(gate.value, phase, activation, {value_of(gate.z)});
    return gate;
}

QuantityId CellBuilder::multiply(std::string name, std::string symbol, Phase phase, QuantityId a,
                                 QuantityId b) {
    const QuantityId result = quantity(std::move(name), std::move(symbol), Extent::hidden, phase);
    multiply(result, phase, a, b);
    return result;
}

void CellBuilder::multiply(QuantityId result, Phase phase, QuantityId a, QuantityId b) {
    equation(result, phase, Operation::multiply, {value_of(a), value_of(b)});
}

void CellBuilder::add(QuantityId result, Phase phase, QuantityId a, QuantityId b) {
    equation(result, phase, Operation::add, {value_of(a), value_of(b)});
}

QuantityId CellBuilder::tanh(std::string name, std::string symbol, Phase phase, QuantityId a) {
    const QuantityId result = quantity(std::move(name), std::move(symbol), Extent::hidden, phase);
    equation(result, phase, Operation::tanh, {value_of(a)});
    return result;
}

Cell CellBuilder::finish(std::vector<Gate> gates) {
    cell_.gates = std::move(gates);
    return std::move(cell_);
}

QuantityId CellBuilder::quantity(std::string name, std::string symbol, Extent extent, Phase phase) {
    cell_.quantities.push_back({std::move(name), std::move(symbol), extent, phase, none, none});
    return static_cast<int>(cell_.quantities.size()) - 1;
}

ParameterId CellBuilder::parameter(const std::string& gate, const char* letter, Extent columns) {
    cell_.parameters.push_back({gate, letter, Extent::hidden, columns});
    return static_cast<int>(cell_.parameters.size()) - 1;
}

void CellBuilder::equation(QuantityId result, Phase phase, Operation operation,
                           std::vector<Operand> operands) {
    cell_.quantities[result].phase = phase;
    cell_.quantities[result].equation = static_cast<int>(cell_.equations.size());
    cell_.equations.push_back({result, operation, std::move(operands)});
}

}  // namespace lstm
