/// Where each quantity stands in a trace's column, and the instructions that fill it.
#pragma once

#include "model/cells/cell.h"

#include <array>
#include <cstddef>
#include <vector>

namespace lstm {

/// One equation (or, for products, several stacked) over adjacent rows of a column.
struct Instruction {
    /// Where an operand is read.
    struct Source {
        enum class Place {
            column,     ///< this timestep's column
            previous,   ///< the last timestep's column
            constants,  ///< the parameter vectors, packed one behind the other
            last        ///< what the instruction before has just made
        };
        Place place = Place::column;
        int row = 0;

        friend bool operator==(const Source&, const Source&) = default;
    };

    Operation operation;
    int rows = 0;         ///< how many results
    int destination = 0;  ///< row of the first result
    std::array<Source, 4> sources{};
    int source_count = 0;
    int matrix = none;  ///< matrix_vector: index into ForwardPlan::matrices
};

/// Products, or else elementwise instructions over equally many rows, so that a few rows can go
/// through all of them before the next few do.
using InstructionBlock = std::vector<Instruction>;

/// Parameters that multiply the same vector, stacked to be multiplied once.
struct StackedMatrix {
    int rows = 0;  ///< each parameter starts at a multiple of its padded rows
    int columns = 0;
    std::vector<ParameterId> parameters;  ///< from top to bottom
};

/// The plan of a cell at given sizes, made once from its list of equations:
///  - a product with the input needs no state, so it is done ahead for the whole sequence;
///  - matrices that multiply the same vector are stacked;
///  - elementwise equations form chains, where a result is used as soon as it can be.
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
    [[nodiscard]] const InstructionBlock& ahead() const { return ahead_; }
    /// Done at each timestep, in this order.
    [[nodiscard]] const std::vector<InstructionBlock>& each_step() const { return each_step_; }
    [[nodiscard]] const std::vector<StackedMatrix>& matrices() const { return matrices_; }
    /// First row of a vector parameter among the packed constants; none for a matrix.
    [[nodiscard]] int constant_row(ParameterId parameter) const {
        return constant_rows_[static_cast<std::size_t>(parameter)];
    }
    /// Length of all packed constants.
    [[nodiscard]] int constants() const { return constants_; }

private:
    void place(const std::vector<Equation>& order);
    void plan(const std::vector<Equation>& order);
    void plan_product(const Equation& equation);
    void plan_elementwise(const Equation& equation, QuantityId last);
    [[nodiscard]] InstructionBlock& block_for(Operation operation, int rows);
    [[nodiscard]] Instruction::Source source(const Operand& operand) const;
    void make_room();

    const Cell* cell_;
    Sizes sizes_;
    std::vector<int> rows_;
    std::vector<int> constant_rows_;
    int constants_ = 0;
    std::ptrdiff_t stride_ = 0;
    InstructionBlock ahead_;
    std::vector<InstructionBlock> each_step_;
    std::vector<StackedMatrix> matrices_;
};

}  // namespace lstm
