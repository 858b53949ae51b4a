/// Turning a cell's list of equations into instructions over a trace's column.
#include "model/engine/plan.h"

#include "model/engine/aligned.h"

#include <algorithm>

namespace lstm {
namespace {

using Place = Instruction::Source::Place;
using Rule = Instruction::Rule;

bool is_product(const Equation& e) {
    return e.operation == Operation::matrix_vector;
}

/// The quantity that a product multiplies.
QuantityId vector_of(const Equation& e) {
    return e.operands.back().id;
}

bool uses(const Equation& e, QuantityId quantity) {
    const Operand operand{Operand::Kind::quantity, quantity};
    return std::find(e.operands.begin(), e.operands.end(), operand) != e.operands.end();
}

/// Puts a cell's equations in the order in which they are best carried out.
class Schedule {
public:
    explicit Schedule(const Cell& cell) : waiting_(cell.equations), known_(cell.quantities.size()) {
        for (std::size_t q = 0; q < cell.quantities.size(); ++q)
            known_[q] = cell.quantities[q].equation == none;
        take_products_with(cell.input);
        while (!waiting_.empty()) take_next();
    }

    std::vector<Equation> order;

private:
    /// Products first, and all with the same vector at once, so that they can be stacked. Otherwise
    /// what uses the last result, which is still in a register; otherwise the cell's own order.
    void take_next() {
        const auto ready = [&](const Equation& e) { return is_ready(e); };
        const auto product = std::find_if(waiting_.begin(), waiting_.end(), [&](const Equation& e) {
            return is_product(e) && is_ready(e);
        });
        if (product != waiting_.end()) return take_products_with(vector_of(*product));

        auto next = std::find_if(waiting_.begin(), waiting_.end(), [&](const Equation& e) {
            return !order.empty() && uses(e, order.back().result) && is_ready(e);
        });
        if (next == waiting_.end()) next = std::find_if(waiting_.begin(), waiting_.end(), ready);
        take(next);
    }

    void take_products_with(QuantityId vector) {
        for (auto e = waiting_.begin(); e != waiting_.end();)
            e = is_product(*e) && vector_of(*e) == vector ? take(e) : e + 1;
    }

    std::vector<Equation>::iterator take(std::vector<Equation>::iterator e) {
        known_[e->result] = true;
        order.push_back(std::move(*e));
        return waiting_.erase(e);
    }

    [[nodiscard]] bool is_ready(const Equation& e) const {
        return std::all_of(e.operands.begin(), e.operands.end(), [&](const Operand& operand) {
            return operand.kind == Operand::Kind::parameter || known_[operand.id];
        });
    }

    std::vector<Equation> waiting_;
    std::vector<bool> known_;  ///< by quantity
};

Rule rule_of(const Equation& e) {
    switch (e.operation) {
        case Operation::matrix_vector: return Rule::product;
        case Operation::add:
            return e.operands.size() == 2   ? Rule::sum_of_two
                   : e.operands.size() == 3 ? Rule::sum_of_three
                                            : Rule::sum_of_four;
        case Operation::multiply: return Rule::multiply;
        case Operation::one_minus: return Rule::one_minus;
        case Operation::activate: return rule_of(e.function);
    }
    return Rule::product;
}

}  // namespace

Instruction::Rule rule_of(Activation activation) {
    switch (activation) {
        case Activation::sigmoid: return Rule::sigmoid;
        case Activation::tanh: return Rule::tanh;
        case Activation::relu: return Rule::relu;
        case Activation::hard_sigmoid: return Rule::hard_sigmoid;
        case Activation::hard_sigmoid_6: return Rule::hard_sigmoid_6;
        case Activation::softsign: return Rule::softsign;
        case Activation::step: return Rule::unit_step;
        case Activation::identity:
        case Activation::softmax: break;
    }
    return Rule::identity;
}

ForwardPlan::ForwardPlan(const Cell& cell, Sizes sizes) : cell_(&cell), sizes_(sizes) {
    const std::vector<Equation> order = Schedule(cell).order;
    place(order);
    plan(order);
    place_matrices();
    make_room();
}

void ForwardPlan::place(const std::vector<Equation>& order) {
    rows_.assign(cell_->quantities.size(), none);
    int next = 0;
    const auto take = [&](QuantityId quantity) {
        rows_[quantity] = next;
        next += pad(size(quantity));
    };
    take(cell_->input);
    // Where groups can stand clear of the cache lines' ends, they do.
    if (sizes_.hidden % cache_line == 0) next = round_up(next, cache_line);
    for (const Equation& e : order) take(e.result);
    for (std::size_t q = 0; q < rows_.size(); ++q)
        if (const QuantityId now = cell_->quantities[q].previous_of; now != none)
            rows_[q] = rows_[now];

    vector_rows_.assign(cell_->parameters.size(), none);
    int vectors = 0;
    for (const Equation& e : order) {
        if (is_product(e)) continue;
        for (const Operand& operand : e.operands) {
            if (operand.kind != Operand::Kind::parameter) continue;
            vector_rows_[operand.id] = vectors;
            vectors += pad(sizes_.of(cell_->parameters[operand.id].rows));
        }
    }
    packed_vectors_ = round_up(vectors, cache_line);
}

void ForwardPlan::plan(const std::vector<Equation>& order) {
    QuantityId last = none;
    for (const Equation& e : order) {
        if (is_product(e))
            plan_product(e);
        else if (e.function == Activation::softmax)
            behind_ = cell_->quantities[e.result].equation;
        else
            plan_elementwise(e, last);
        last = e.result;
    }
}

/// Stacks the matrix under the one before, if both multiply the same vector.
void ForwardPlan::plan_product(const Equation& e) {
    const int rows = pad(size(e.result));
    const Instruction::Source vector = source(e.operands.back());
    const bool is_ahead = vector_of(e) == cell_->input;
    if (!is_ahead) block_for(true, rows);
    std::vector<Instruction>& list = is_ahead ? ahead_ : instructions_;
    const bool begins = is_ahead ? list.empty() : each_step_.back().count == 0;
    if (begins || list.back().sources[0] != vector) {
        Instruction next{Rule::product, 0, row(e.result), {vector}, 1};
        next.matrix = static_cast<int>(matrices_.size());
        next.columns = size(vector_of(e));
        matrices_.push_back({{0, next.columns, 0}, {}});
        list.push_back(next);
        if (!is_ahead) ++each_step_.back().count;
    }
    list.back().rows += rows;
    StackedMatrix& stack = matrices_[static_cast<std::size_t>(list.back().matrix)];
    stack.packed.rows += rows;
    stack.parameters.push_back(e.operands.front().id);
}

void ForwardPlan::plan_elementwise(const Equation& e, QuantityId last) {
    Instruction next{rule_of(e), size(e.result), row(e.result)};
    InstructionBlock& block = block_for(false, pad(next.rows));
    for (const Operand& operand : e.operands) {
        const bool is_last = block.count > 0 && operand == Operand{Operand::Kind::quantity, last};
        next.sources[next.source_count++] =
            is_last ? Instruction::Source{Place::last, row(last)} : source(operand);
    }
    instructions_.push_back(next);
    ++block.count;
}

/// The last block, if it may go on with such an instruction; else a new one.
InstructionBlock& ForwardPlan::block_for(bool is_product, int rows) {
    const bool fits = !each_step_.empty() && each_step_.back().is_product == is_product &&
                      (is_product || each_step_.back().rows == rows);
    if (!fits) each_step_.push_back({static_cast<int>(instructions_.size()), 0, rows, is_product});
    return each_step_.back();
}

Instruction::Source ForwardPlan::source(const Operand& operand) const {
    if (operand.kind == Operand::Kind::parameter) return {Place::packed, vector_row(operand.id)};
    const bool is_previous = cell_->quantities[operand.id].previous_of != none;
    return {is_previous ? Place::previous : Place::column, row(operand.id)};
}

/// The matrices stand behind the vectors.
void ForwardPlan::place_matrices() {
    packed_size_ = packed_vectors_;
    for (StackedMatrix& stack : matrices_) {
        stack.packed.first = packed_size_;
        packed_size_ += stack.packed.size();
    }
    for (std::vector<Instruction>* list : {&ahead_, &instructions_})
        for (Instruction& i : *list)
            if (i.matrix != none)
                i.first = matrices_[static_cast<std::size_t>(i.matrix)].packed.first;
}

/// The columns' length. A product writes whole lines of the cache; what it writes beyond its rows
/// falls on rows that later instructions fill, or into the room made here.
void ForwardPlan::make_room() {
    int end = 0;
    for (std::size_t q = 0; q < rows_.size(); ++q)
        end = std::max(end, rows_[q] + pad(size(static_cast<QuantityId>(q))));
    for (const std::vector<Instruction>* list : {&ahead_, &instructions_})
        for (const Instruction& i : *list)
            end = std::max(end, i.destination + (i.matrix == none ? pad(i.rows)
                                                                  : round_up(i.rows, cache_line)));
    stride_ = round_up(end, cache_line);
}

}  // namespace lstm
