/// The register of cells, and look-ups in a cell's lists.
#include "model/cells/cell.h"

#include "model/cells/cells.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <stdexcept>

namespace lstm {
namespace {

/// One kind of cell.
struct Kind {
    const char* name;
    Cell (*make)(const CellForm& form);
};

/// In the order in which menus list them.
constexpr Kind kinds[] = {
    {"lstm", make_lstm},
    {"lstm_no_forget_gate", make_lstm_no_forget_gate},
    {"lstm_no_input_gate", make_lstm_no_input_gate},
    {"lstm_no_output_gate", make_lstm_no_output_gate},
    {"lstm_no_output_activation", make_lstm_no_output_activation},
    {"lstm_peephole", make_lstm_peephole},
    {"lstm_coupled_forget", make_lstm_coupled_forget},
    {"lstm_coupled_input", make_lstm_coupled_input},
    {"gru_reset_before", make_gru_reset_before},
    {"gru_reset_after", make_gru_reset_after},
    {"janet", make_janet},
    {"mgu", make_mgu},
    {"rnn", make_rnn},
};

/// The one form of all that make the same cell: nothing is left in it that `cell`, of the kind's
/// own form, has not, or has anyway.
CellForm plain_form(const CellForm& form, const Cell& cell) {
    CellForm plain = form;
    std::erase_if(plain.activations, [&](const auto& chosen) {
        const Gate* const gate = cell.find_gate(chosen.first);
        return gate == nullptr || gate->opposite || gate->activation == chosen.second;
    });
    if (cell.squashed == none) plain.squash = Activation::tanh;
    if (!takes_update_gate(cell)) plain.update_gate = UpdateGate::keeps;
    if (!takes_peepholes(cell)) plain.peepholes = false;
    if (!plain.readout) plain.readout_activation = Activation::identity;
    return plain;
}

/// The cells that have been asked for, each built once. Any thread may ask.
class Register {
public:
    const Cell* find(const CellForm& form) {
        const auto kind = std::ranges::find(kinds, std::string_view(form.kind), &Kind::name);
        if (kind == std::end(kinds)) return nullptr;
        const std::lock_guard lock(mutex_);
        const CellForm own = own_form(form.kind);
        return &built(*kind, plain_form(form, built(*kind, own)));
    }

private:
    const Cell& built(const Kind& kind, const CellForm& form) {
        std::unique_ptr<const Cell>& cell = cells_[form];
        if (!cell) cell = std::make_unique<const Cell>(kind.make(form));
        return *cell;
    }

    std::mutex mutex_;
    std::map<CellForm, std::unique_ptr<const Cell>> cells_;
};

}  // namespace

std::string_view name_of(Phase phase) {
    switch (phase) {
        case Phase::read: return "read";
        case Phase::forget: return "forget";
        case Phase::write: return "write";
        case Phase::update: return "update";
        case Phase::output: return "output";
        case Phase::speak: return "speak";
    }
    return "";
}

std::optional<Phase> phase_named(std::string_view name) {
    for (int k = 0; k < phase_count; ++k)
        if (name == name_of(static_cast<Phase>(k))) return static_cast<Phase>(k);
    return {};
}

QuantityId Cell::find(std::string_view name) const {
    const auto found = std::find_if(quantities.begin(), quantities.end(),
                                    [&](const Quantity& q) { return q.name == name; });
    return found == quantities.end() ? none : static_cast<int>(found - quantities.begin());
}

QuantityId Cell::at(std::string_view name) const {
    const QuantityId id = find(name);
    if (id == none) throw std::out_of_range("no quantity " + std::string(name));
    return id;
}

QuantityId Cell::find(Role role) const {
    const auto found = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& q) {
        return q.role == role && q.previous_of == none;
    });
    return found == quantities.end() ? none : static_cast<int>(found - quantities.begin());
}

QuantityId Cell::at(Role role) const {
    const QuantityId id = find(role);
    if (id == none) throw std::out_of_range(kind + " has no quantity of that role");
    return id;
}

const Gate* Cell::find_gate(Role role) const {
    const auto found = std::find_if(gates.begin(), gates.end(),
                                    [&](const Gate& gate) { return gate.role == role; });
    return found == gates.end() ? nullptr : &*found;
}

const Gate* Cell::gate_of(QuantityId quantity) const {
    const auto found = std::find_if(gates.begin(), gates.end(), [&](const Gate& gate) {
        return std::find(gate.quantities.begin(), gate.quantities.end(), quantity) !=
               gate.quantities.end();
    });
    return found == gates.end() ? nullptr : &*found;
}

const Equation& Cell::equation_of(QuantityId quantity) const {
    return equations[static_cast<std::size_t>(quantities[quantity].equation)];
}

QuantityId Cell::multiplied_by(ParameterId parameter) const {
    const Operand factor{Operand::Kind::parameter, parameter};
    for (const Equation& equation : equations)
        if (equation.operation != Operation::add && equation.operands.front() == factor)
            return equation.operands.back().id;
    return none;
}

ParameterId Cell::find_parameter(std::string_view gate, std::string_view letter) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) {
        return p.gate == gate && p.letter == letter;
    });
    return found == parameters.end() ? none : static_cast<int>(found - parameters.begin());
}

const Gate* Cell::find_gate(std::string_view name) const {
    const auto found = std::find_if(gates.begin(), gates.end(),
                                    [&](const Gate& gate) { return gate.name == name; });
    return found == gates.end() ? nullptr : &*found;
}

bool Cell::is_state(QuantityId quantity) const {
    return std::any_of(states.begin(), states.end(),
                       [&](const State& state) { return state.now == quantity; });
}

bool Cell::is_share(QuantityId quantity) const {
    if (quantities[quantity].equation == none) return false;
    const Equation& equation = equation_of(quantity);
    return (equation.operation == Operation::activate && lstm::is_share(equation.function)) ||
           (equation.operation == Operation::one_minus && is_share(equation.operands[0].id));
}

bool Cell::has(Phase phase) const {
    return std::any_of(quantities.begin(), quantities.end(),
                       [&](const Quantity& q) { return q.phase == phase; });
}

std::vector<Phase> Cell::phases() const {
    std::vector<Phase> all;
    for (int phase = 0; phase < phase_count; ++phase)
        if (has(static_cast<Phase>(phase))) all.push_back(static_cast<Phase>(phase));
    return all;
}

std::span<const Cell* const> cells() {
    static const std::vector<const Cell*> all = [] {
        std::vector<const Cell*> list;
        for (const Kind& kind : kinds) list.push_back(find_cell(kind.name));
        return list;
    }();
    return all;
}

const Cell* find_cell(const CellForm& form) {
    static Register cells;
    return cells.find(form);
}

const Cell* find_cell(std::string_view kind, bool with_readout) {
    return find_cell(own_form(std::string(kind), with_readout));
}

CellForm own_form(const std::string& kind, bool readout) {
    return {.kind = kind, .peepholes = kind == "lstm_peephole", .readout = readout};
}

CellForm form_as(const CellForm& form, const std::string& kind) {
    CellForm result = form;
    result.kind = kind;
    const bool own_peepholes = own_form(form.kind).peepholes;
    if (form.peepholes == own_peepholes) result.peepholes = own_form(kind).peepholes;
    return result;
}

bool takes_peepholes(const Cell& cell) {
    return cell.family == Family::lstm;
}

bool takes_update_gate(const Cell& cell) {
    return cell.find_gate(Role::reset) != nullptr;
}

const Cell& lstm_cell() {
    return *cells().front();
}

}  // namespace lstm
