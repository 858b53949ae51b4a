/// Appending to a cell's lists, one equation at a time.
#include "model/cells/cell_builder.h"

#include "model/cells/schematic.h"

#include <memory>
#include <string_view>
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

CellBuilder::CellBuilder(const CellName& name) {
    cell_.kind = name.kind;
    cell_.family = name.family;
    cell_.title = name.title;
    cell_.short_title = name.short_title;
    cell_.source = name.source;
}

QuantityId CellBuilder::input() {
    cell_.input = quantity("x", "x", Role::input, Extent::input, Phase::read);
    return cell_.input;
}

State CellBuilder::state(const std::string& name, Role role) {
    const QuantityId previous =
        quantity(name + "_prev", name + "₋", role, Extent::hidden, Phase::read);
    const QuantityId now = quantity(name, name, role, Extent::hidden, Phase::read);
    cell_.quantities[previous].previous_of = now;
    cell_.states.push_back({now, previous});
    return cell_.states.back();
}

GateBuilder CellBuilder::gate(const std::string& name, const std::string& symbol, Role role,
                              Phase phase) {
    return {*this, name, symbol, role, phase};
}

Gate CellBuilder::opposite(const std::string& name, const std::string& symbol, Role role,
                           Phase phase, const Gate& other) {
    const QuantityId value = one_minus(name + ".value", symbol, role, phase, other.value);
    return {name, role, {}, {value}, none, value, Operation::one_minus};
}

QuantityId CellBuilder::multiply(std::string name, std::string symbol, Role role, Phase phase,
                                 QuantityId a, QuantityId b) {
    const QuantityId result =
        quantity(std::move(name), std::move(symbol), role, Extent::hidden, phase);
    multiply(result, phase, a, b);
    return result;
}

void CellBuilder::multiply(QuantityId result, Phase phase, QuantityId a, QuantityId b) {
    equation(result, phase, Operation::multiply, {value_of(a), value_of(b)});
}

void CellBuilder::add(QuantityId result, Phase phase, QuantityId a, QuantityId b) {
    equation(result, phase, Operation::add, {value_of(a), value_of(b)});
}

QuantityId CellBuilder::tanh(std::string name, std::string symbol, Role role, Phase phase,
                             QuantityId a) {
    const QuantityId result =
        quantity(std::move(name), std::move(symbol), role, Extent::hidden, phase);
    tanh(result, phase, a);
    return result;
}

QuantityId CellBuilder::one_minus(std::string name, std::string symbol, Role role, Phase phase,
                                  QuantityId a) {
    const QuantityId result =
        quantity(std::move(name), std::move(symbol), role, Extent::hidden, phase);
    equation(result, phase, Operation::one_minus, {value_of(a)});
    return result;
}

void CellBuilder::tanh(QuantityId result, Phase phase, QuantityId a) {
    equation(result, phase, Operation::tanh, {value_of(a)});
}

void CellBuilder::readout(QuantityId h) {
    const std::string name = "readout";
    Readout& readout = cell_.readout;
    readout.W = parameter(name, "W", Extent::output, Extent::hidden);
    readout.b = parameter(name, "b", Extent::output, Extent::one);
    const QuantityId wh = quantity(name + ".wh", "W h", Role::term, Extent::output, Phase::speak);
    readout.y = quantity("y", "y", Role::output, Extent::output, Phase::speak);
    equation(wh, Phase::speak, Operation::matrix_vector, {weights(readout.W), value_of(h)});
    equation(readout.y, Phase::speak, Operation::add, {value_of(wh), weights(readout.b)});
}

Cell CellBuilder::finish(std::vector<Gate> gates) {
    cell_.gates = std::move(gates);
    cell_.schematic = std::make_shared<const Schematic>(make_schematic(cell_));
    return std::move(cell_);
}

QuantityId CellBuilder::quantity(std::string name, std::string symbol, Role role, Extent extent,
                                 Phase phase) {
    cell_.quantities.push_back({std::move(name), std::move(symbol), role, extent, phase});
    return static_cast<int>(cell_.quantities.size()) - 1;
}

ParameterId CellBuilder::parameter(const std::string& gate, const char* letter, Extent rows,
                                   Extent columns) {
    cell_.parameters.push_back({gate, letter, rows, columns});
    return static_cast<int>(cell_.parameters.size()) - 1;
}

void CellBuilder::equation(QuantityId result, Phase phase, Operation operation,
                           std::vector<Operand> operands) {
    cell_.quantities[result].phase = phase;
    cell_.quantities[result].equation = static_cast<int>(cell_.equations.size());
    cell_.equations.push_back({result, operation, std::move(operands)});
}

GateBuilder::GateBuilder(CellBuilder& cell, std::string name, std::string symbol, Role role,
                         Phase phase)
    : cell_(cell), symbol_(std::move(symbol)), phase_(phase) {
    gate_.name = std::move(name);
    gate_.role = role;
}

GateBuilder& GateBuilder::product(const char* letter, QuantityId vector) {
    const bool of_input = vector == cell_.cell_.input;
    const ParameterId matrix = parameter(letter, cell_.cell_.quantities[vector].extent);
    const QuantityId result =
        quantity(of_input ? "wx" : "uh",
                 std::string(letter) + " " + cell_.cell_.quantities[vector].symbol, Role::term);
    cell_.equation(result, phase_, Operation::matrix_vector, {weights(matrix), value_of(vector)});
    addends_.push_back(value_of(result));
    return *this;
}

GateBuilder& GateBuilder::peephole(QuantityId c) {
    const ParameterId p = parameter("p", Extent::one);
    const QuantityId result = quantity("pc", "p ⊙ " + cell_.cell_.quantities[c].symbol, Role::term);
    cell_.equation(result, phase_, Operation::multiply, {weights(p), value_of(c)});
    addends_.push_back(value_of(result));
    return *this;
}

GateBuilder& GateBuilder::reset_product(QuantityId r, QuantityId vector) {
    product("U", vector);
    const Operand uh = addends_.back();
    addends_.pop_back();
    const ParameterId b_u = parameter("b_u", Extent::one);
    const QuantityId a = quantity("a", "U h₋ + bᵤ", Role::term);
    const QuantityId ra = quantity("ra", "r ⊙ a", Role::heard);
    cell_.equation(a, phase_, Operation::add, {uh, weights(b_u)});
    cell_.equation(ra, phase_, Operation::multiply, {value_of(r), value_of(a)});
    addends_.push_back(value_of(ra));
    return *this;
}

Gate GateBuilder::sigmoid() {
    return finish(Operation::sigmoid, none);
}

Gate GateBuilder::tanh(QuantityId result) {
    return finish(Operation::tanh, result);
}

QuantityId GateBuilder::quantity(const char* suffix, std::string symbol, Role role) {
    gate_.quantities.push_back(
        cell_.quantity(gate_.name + "." + suffix, std::move(symbol), role, Extent::hidden, phase_));
    return gate_.quantities.back();
}

ParameterId GateBuilder::parameter(const char* letter, Extent columns) {
    gate_.parameters.push_back(cell_.parameter(gate_.name, letter, Extent::hidden, columns));
    return gate_.parameters.back();
}

Gate GateBuilder::finish(Operation activation, QuantityId result) {
    addends_.push_back(weights(parameter("b", Extent::one)));
    gate_.z = quantity("z", "z", Role::pre_activation);
    cell_.equation(gate_.z, phase_, Operation::add, addends_);
    if (result == none)
        result = quantity("value", symbol_, gate_.role);
    else
        gate_.quantities.push_back(result);
    gate_.value = result;
    gate_.activation = activation;
    cell_.equation(result, phase_, activation, {value_of(gate_.z)});
    return std::move(gate_);
}

}  // namespace lstm
