/// Where each quantity stands in a trace's column, and the instructions that fill it.
#pragma once

#include "model/cells/cell.h"
#include "model/engine/instructions.h"
#include "model/engine/packed_matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace lstm {

/// Parameters that multiply the same vector, stacked to be multiplied once.
struct StackedMatrix {
    PackedMatrix packed;  ///< each parameter starts at a multiple of its padded rows
    std::vector<ParameterId> parameters;  ///< from top to bottom
};

/// What carries out an activation of elements.
[[nodiscard]] Instruction::Rule rule_of(Activation activation);

/// The plan of a cell at given sizes, made once from its list of equations:
///  - a product with the input needs no state, so it is done ahead for the whole sequence;
///  - matrices that multiply the same vector are stacked;
///  - elementwise equations form blocks, where a result is used as soon as it can be.
class ForwardPlan {
public:
    ForwardPlan(const Cell& cell, Sizes sizes);

    [[nodiscard]] const Cell& cell() const { return *cell_; }
    [[nodiscard]] Sizes sizes() const { return sizes_; }
    /// Row of the first element of `quantity` in its column ("h_prev": the row of "h"). Behind its
    /// last element there is room up to pad(size), with values that mean nothing.
    [[nodiscard]] int row(QuantityId quantity) const {
        return rows_[static_cast<std::size_t>(quantity)];
    }
    /// Length of `quantity`.
    [[nodiscard]] int size(QuantityId quantity) const {
        return sizes_.of(cell_->quantities[static_cast<std::size_t>(quantity)].extent);
    }
    /// Numbers from one column to the next, a multiple of 8.
    [[nodiscard]] std::ptrdiff_t stride() const { return stride_; }

    /// Products, done once for all timesteps, before the others.
    [[nodiscard]] const std::vector<Instruction>& ahead() const { return ahead_; }
    /// Done at each timestep, in this order.
    [[nodiscard]] const std::vector<InstructionBlock>& each_step() const { return each_step_; }
    /// The equation of what mixes elements and goes into nothing else, p = softmax(y): done for
    /// each timestep when all others are; none where there is no such.
    [[nodiscard]] int behind() const { return behind_; }
    /// What the blocks are made of.
    [[nodiscard]] const std::vector<Instruction>& instructions() const { return instructions_; }
    /// The instructions of one block.
    [[nodiscard]] std::span<const Instruction> of(const InstructionBlock& block) const {
        return std::span(instructions_)
            .subspan(static_cast<std::size_t>(block.first), static_cast<std::size_t>(block.count));
    }
    [[nodiscard]] const std::vector<StackedMatrix>& matrices() const { return matrices_; }
    /// Where a vector parameter begins among the packed numbers; none for a matrix.
    [[nodiscard]] int vector_row(ParameterId parameter) const {
        return vector_rows_[static_cast<std::size_t>(parameter)];
    }
    /// How many numbers the packed vectors are, up to the first matrix.
    [[nodiscard]] std::ptrdiff_t packed_vectors() const { return packed_vectors_; }
    /// How many numbers the packed vectors and, behind them, the matrices are.
    [[nodiscard]] std::ptrdiff_t packed_size() const { return packed_size_; }

private:
    void place(const std::vector<Equation>& order);
    void plan(const std::vector<Equation>& order);
    void plan_product(const Equation& equation);
    void plan_elementwise(const Equation& equation, QuantityId last);
    InstructionBlock& block_for(bool is_product, int rows);
    void place_matrices();
    [[nodiscard]] Instruction::Source source(const Operand& operand) const;
    void make_room();

    const Cell* cell_;
    Sizes sizes_;
    std::vector<int> rows_;
    std::vector<int> vector_rows_;
    std::ptrdiff_t packed_vectors_ = 0;
    std::ptrdiff_t packed_size_ = 0;
    std::ptrdiff_t stride_ = 0;
    std::vector<Instruction> ahead_;
    std::vector<Instruction> instructions_;
    std::vector<InstructionBlock> each_step_;
    std::vector<StackedMatrix> matrices_;
    int behind_ = none;
};

}  // namespace lstm
