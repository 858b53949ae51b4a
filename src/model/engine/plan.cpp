/// Turning a cell's list of equations into instructions over a trace's column.
#include "model/engine/plan.h"

#include "model/engine/aligned.h"
#include "model/engine/simd.h"

#include <algorithm>

namespace lstm {
namespace {

using Place = Instruction::Source::Place;

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

}  // namespace

ForwardPlan::ForwardPlan(const Cell& cell, Sizes sizes) : cell_(&cell), sizes_(sizes) {
    const std::vector<Equation> order = Schedule(cell).order;
    place(order);
    plan(order);
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
    if (sizes_.hidden % simd_width == 0) next = round_up(next, simd_width);
    for (const Equation& e : order) take(e.result);
    for (std::size_t q = 0; q < rows_.size(); ++q)
        if (const QuantityId now = cell_->quantities[q].previous_of; now != none)
            rows_[q] = rows_[now];

    constant_rows_.assign(cell_->parameters.size(), none);
    for (const Equation& e : order) {
        if (is_product(e)) continue;
        for (const Operand& operand : e.operands) {
            if (operand.kind != Operand::Kind::parameter) continue;
            constant_rows_[operand.id] = constants_;
            constants_ += pad(sizes_.of(cell_->parameters[operand.id].rows));
        }
    }
}

void ForwardPlan::plan(const std::vector<Equation>& order) {
    QuantityId last = none;
    for (const Equation& e : order) {
        if (is_product(e))
            plan_product(e);
        else
            plan_elementwise(e, last);
        last = e.result;
    }
}

/// Stacks the matrix under the one before, if both multiply the same vector.
void ForwardPlan::plan_product(const Equation& e) {
    const int rows = pad(size(e.result));
    InstructionBlock& block = vector_of(e) == cell_->input ? ahead_ : block_for(e.operation, rows);
    const Instruction::Source vector = source(e.operands.back());
    if (block.empty() || block.back().sources[0] != vector) {
        block.push_back(
            {e.operation, 0, row(e.result), {vector}, 1, static_cast<int>(matrices_.size())});
        matrices_.push_back({0, size(vector_of(e)), {}});
    }
    block.back().rows += rows;
    StackedMatrix& stack = matrices_[block.back().matrix];
    stack.rows += rows;
    stack.parameters.push_back(e.operands.front().id);
}

void ForwardPlan::plan_elementwise(const Equation& e, QuantityId last) {
    Instruction next{e.operation, size(e.result), row(e.result)};
    InstructionBlock& block = block_for(e.operation, next.rows);
    for (const Operand& operand : e.operands) {
        const bool is_last = !block.empty() && operand == Operand{Operand::Kind::quantity, last};
        next.sources[next.source_count++] =
            is_last ? Instruction::Source{Place::last, row(last)} : source(operand);
    }
    block.push_back(next);
}

/// The last block, if `operation` over `rows` rows may go on with it; else a new one.
InstructionBlock& ForwardPlan::block_for(Operation operation, int rows) {
    const auto is_product = [](Operation o) { return o == Operation::matrix_vector; };
    const auto fits = [&](const Instruction& last) {
        return is_product(operation) ? is_product(last.operation)
                                     : !is_product(last.operation) && last.rows == rows;
    };
    if (each_step_.empty() || !fits(each_step_.back().back())) each_step_.emplace_back();
    return each_step_.back();
}

Instruction::Source ForwardPlan::source(const Operand& operand) const {
    if (operand.kind == Operand::Kind::parameter)
        return {Place::constants, constant_row(operand.id)};
    const bool is_previous = cell_->quantities[operand.id].previous_of != none;
    return {is_previous ? Place::previous : Place::column, row(operand.id)};
}

/// The columns' length. A product writes whole groups; what it writes beyond its rows falls on rows
/// that later instructions fill, or into the room made here.
void ForwardPlan::make_room() {
    int end = 0;
    const auto include = [&](const InstructionBlock& block) {
        for (const Instruction& i : block)
            end = std::max(end, i.destination + (i.matrix == none ? pad(i.rows)
                                                                  : round_up(i.rows, simd_width)));
    };
    include(ahead_);
    for (const InstructionBlock& block : each_step_) include(block);
    stride_ = round_up(end, cache_line);
}

}  // namespace lstm
