/// Where each quantity's gradient stands in a column, and the instructions that fill it.
#pragma once

#include "model/engine/chain_rule.h"
#include "model/engine/plan.h"

#include <memory>
#include <optional>
#include <vector>

namespace lstm {

/// One term of a gradient, over adjacent rows of a column; a gradient is the sum of the terms that
/// follow one another.
struct BackwardInstruction {
    /// What a term makes of the gradient dL/dr that reaches it.
    enum class Rule {
        copy,  ///< dL/dr: of a sum, of the loss itself, of the next step, of a product made before
        negate,   ///< −dL/dr: of 1 − q
        times,    ///< dL/dr ⊙ a: of q ⊙ a
        weigh,    ///< dL/dr ⊙ p: of p ⊙ q, p a parameter
        sigmoid,  ///< dL/dr ⊙ r ⊙ (1 − r): of r = σ(q)
        tanh,     ///< dL/dr ⊙ (1 − r ⊙ r): of r = tanh(q)
    };

    Rule rule = Rule::copy;
    std::ptrdiff_t gradient = 0;  ///< first row of dL/dr; one stride on: of the next timestep
    /// First row of a or r in a trace's column, one stride back: of the timestep before. Of weigh:
    /// of p among the packed constants. Of copy and negate: nothing.
    std::ptrdiff_t value = 0;
    std::ptrdiff_t destination = 0;
    bool goes_on = false;        ///< dL/dr is what the instruction before has made
    bool adds = false;           ///< to what the instruction before has made; else it begins a sum
    QuantityId complete = none;  ///< whose gradient this is the last term of, if it is
};

/// A product, or else instructions over equally many rows, so that a few rows can go through all of
/// them before the next few do.
struct BackwardBlock {
    int product = none;  ///< index into BackwardPlan::products
    int rows = 0;        ///< of each instruction, padding included
    std::vector<BackwardInstruction> instructions;
};

/// Adjacent gradients multiplied by a matrix, transposed: dL/dq += Mᵀ dL/dr.
struct BackwardProduct {
    QuantityId vector = none;             ///< q
    std::vector<ParameterId> parameters;  ///< stacked, from top to bottom
    int source = 0;                       ///< row of the first dL/dr
    int source_rows = 0;                  ///< of all of them, padding included
    int destination = 0;
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
    [[nodiscard]] const std::vector<BackwardBlock>& each_step() const { return each_step_; }
    /// Indices into `products` that no step needs: done for all steps at once.
    [[nodiscard]] const std::vector<int>& behind() const { return behind_; }
    [[nodiscard]] const std::vector<BackwardProduct>& products() const { return products_; }
    [[nodiscard]] const std::vector<BackwardSum>& sums() const { return sums_; }

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
    std::vector<BackwardBlock> each_step_;
    std::vector<int> behind_;
};

}  // namespace lstm
