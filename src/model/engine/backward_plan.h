/// Where each quantity's gradient stands in a column, and the instructions that fill it.
#pragma once

#include "model/engine/chain_rule.h"
#include "model/engine/instructions.h"
#include "model/engine/plan.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lstm {

/// Adjacent gradients multiplied by a matrix, transposed: dL/dq += Mᵀ dL/dr.
struct BackwardProduct {
    QuantityId vector = none;             ///< q
    std::vector<ParameterId> parameters;  ///< stacked, from top to bottom
    int source = 0;                       ///< row of the first dL/dr
    int source_rows = 0;                  ///< of all of them, padding included
    int destination = 0;
    PackedMatrix packed;  ///< Mᵀ
};

/// The gradient of a parameter vector: Σ_t dL/dr, or Σ_t dL/dr ⊙ q of r = p ⊙ q.
struct BackwardSum {
    ParameterId parameter = none;
    int gradient = 0;                     ///< row of dL/dr
    std::optional<std::ptrdiff_t> value;  ///< row of q in a trace's column; one stride back: before
};

/// The plan of going back through a cell's list of equations, made once for a ForwardPlan.
///
/// A quantity that only goes into one sum has that sum's gradient, and no rows of its own.
class BackwardPlan {
public:
    /// `seen`: the quantities that the loss looks at.
    BackwardPlan(std::shared_ptr<const ForwardPlan> forward, std::vector<QuantityId> seen);

    [[nodiscard]] const ForwardPlan& forward() const { return *forward_; }
    [[nodiscard]] const Cell& cell() const { return forward_->cell(); }
    /// The first row of the gradient of `quantity`.
    [[nodiscard]] int row(QuantityId quantity) const { return rows_[index(quantity)]; }
    /// The first row of ∂L/∂`quantity`, which whoever knows the loss fills; none where not seen.
    [[nodiscard]] int seed_row(QuantityId quantity) const { return seed_rows_[index(quantity)]; }
    [[nodiscard]] const std::vector<QuantityId>& seen() const { return seen_; }
    /// Numbers from one column to the next, a multiple of 8.
    [[nodiscard]] std::ptrdiff_t stride() const { return stride_; }

    /// Done at each timestep, in this order.
    [[nodiscard]] const std::vector<InstructionBlock>& each_step() const { return each_step_; }
    /// What the blocks are made of.
    [[nodiscard]] const std::vector<BackwardInstruction>& instructions() const {
        return instructions_;
    }
    /// The instructions of one block.
    [[nodiscard]] std::span<const BackwardInstruction> of(const InstructionBlock& block) const {
        return std::span(instructions_)
            .subspan(static_cast<std::size_t>(block.first), static_cast<std::size_t>(block.count));
    }
    /// Indices into `products` that no step needs: done for all steps at once.
    [[nodiscard]] const std::vector<int>& behind() const { return behind_; }
    [[nodiscard]] const std::vector<BackwardProduct>& products() const { return products_; }
    [[nodiscard]] const std::vector<BackwardSum>& sums() const { return sums_; }
    /// How many numbers the parameter vectors, as the forward plan packs them, and behind them the
    /// transposed matrices are.
    [[nodiscard]] std::ptrdiff_t packed_size() const { return packed_size_; }

private:
    [[nodiscard]] static std::size_t index(QuantityId quantity) {
        return static_cast<std::size_t>(quantity);
    }
    [[nodiscard]] bool is_seen(QuantityId quantity) const;
    [[nodiscard]] bool is_multiplied(QuantityId quantity) const;
    [[nodiscard]] int take(int rows);
    void share_rows();
    void place();
    void find_products();
    void find_sums();
    void schedule();
    void plan(QuantityId quantity);
    void add(std::vector<BackwardInstruction> terms, QuantityId quantity);
    void add(const BackwardProduct& product);
    [[nodiscard]] std::ptrdiff_t value_row(QuantityId quantity) const;
    [[nodiscard]] BackwardInstruction instruction_term(const GradientTerm& term,
                                                       QuantityId quantity) const;
    [[nodiscard]] bool uses_last(QuantityId quantity) const;

    std::shared_ptr<const ForwardPlan> forward_;
    std::vector<QuantityId> seen_;
    std::vector<std::vector<GradientTerm>> terms_;  ///< by quantity
    std::vector<QuantityId> shared_with_;           ///< by quantity: whose rows it has
    std::vector<int> rows_;
    std::vector<int> seed_rows_;
    int next_row_ = 0;
    std::ptrdiff_t stride_ = 0;
    std::vector<BackwardProduct> products_;
    std::vector<BackwardSum> sums_;
    std::ptrdiff_t packed_size_ = 0;
    std::vector<BackwardInstruction> instructions_;
    std::vector<InstructionBlock> each_step_;
    std::vector<int> behind_;
};

}  // namespace lstm
