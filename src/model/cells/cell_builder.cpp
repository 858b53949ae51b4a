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

CellBuilder::CellBuilder(const CellName& name, CellForm form) {
    cell_.kind = name.kind;
    cell_.form = std::move(form);
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
    Gate gate{name, role, {}, {value}, none, value};
    gate.opposite = true;
    return gate;
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

QuantityId CellBuilder::squash(std::string name, Role role, Phase phase, QuantityId c) {
    const QuantityId result =
        quantity(std::move(name),
                 std::string(facts_of(cell_.form.squash).symbol) + ' ' + cell_.quantities[c].symbol,
                 role, Extent::hidden, phase);
    squash(result, phase, c);
    return result;
}

QuantityId CellBuilder::one_minus(std::string name, std::string symbol, Role role, Phase phase,
                                  QuantityId a) {
    const QuantityId result =
        quantity(std::move(name), std::move(symbol), role, Extent::hidden, phase);
    equation(result, phase, Operation::one_minus, {value_of(a)});
    return result;
}

void CellBuilder::squash(QuantityId result, Phase phase, QuantityId c) {
    equation(result, phase, Operation::activate, {value_of(c)}, cell_.form.squash);
    cell_.squashed = result;
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
    const Activation activation = cell_.form.readout_activation;
    if (activation == Activation::identity) return;
    readout.p = quantity("p", "p", Role::prediction, Extent::output, Phase::speak);
    equation(readout.p, Phase::speak, Operation::activate, {value_of(readout.y)}, activation);
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
                           std::vector<Operand> operands, Activation function) {
    cell_.quantities[result].phase = phase;
    cell_.quantities[result].equation = static_cast<int>(cell_.equations.size());
    cell_.equations.push_back({result, operation, std::move(operands), function});
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
    Operand a = addends_.back();
    addends_.pop_back();
    const bool has_bias = cell_.cell_.form.biases > 0;
    if (has_bias) add_bias("b_u", "a", a);
    const QuantityId ra = quantity("ra", has_bias ? "r ⊙ a" : "r ⊙ U h₋", Role::heard);
    cell_.equation(ra, phase_, Operation::multiply, {value_of(r), a});
    addends_.push_back(value_of(ra));
    return *this;
}

Gate GateBuilder::sigmoid() {
    return finish(Activation::sigmoid, none);
}

Gate GateBuilder::tanh(QuantityId result) {
    return finish(Activation::tanh, result);
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

/// `product` becomes its sum with a bias of its own.
void GateBuilder::add_bias(const char* letter, const char* suffix, Operand& product) {
    const std::string symbol = cell_.cell_.quantities[product.id].symbol;
    const Operand bias = weights(parameter(letter, Extent::one));
    const QuantityId sum =
        quantity(suffix, symbol + (letter == std::string_view("b") ? " + b" : " + bᵤ"), Role::term);
    cell_.equation(sum, phase_, Operation::add, {product, bias});
    product = value_of(sum);
}

void GateBuilder::add_biases() {
    const int biases = cell_.cell_.form.biases;
    if (biases == 1) addends_.push_back(weights(parameter("b", Extent::one)));
    if (biases < 2) return;
    add_bias("b", "wx_b", addends_[0]);
    // What a reset gate works on has had its bias.
    const Equation& second = cell_.cell_.equation_of(addends_[1].id);
    if (second.operation == Operation::matrix_vector) add_bias("b_u", "uh_b", addends_[1]);
}

Gate GateBuilder::finish(Activation own, QuantityId result) {
    const auto chosen = cell_.cell_.form.activations.find(gate_.name);
    const Activation activation =
        chosen == cell_.cell_.form.activations.end() ? own : chosen->second;
    add_biases();
    gate_.z = quantity("z", "z", Role::pre_activation);
    cell_.equation(gate_.z, phase_, Operation::add, addends_);
    if (result == none)
        result = quantity("value", symbol_, gate_.role);
    else
        gate_.quantities.push_back(result);
    gate_.value = result;
    gate_.activation = activation;
    cell_.equation(result, phase_, Operation::activate, {value_of(gate_.z)}, activation);
    return std::move(gate_);
}

}  // namespace lstm
