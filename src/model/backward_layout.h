/// Where each quantity's gradient stands in a column, and the instructions that fill it.
#pragma once

#include "model/chain_rule.h"
#include "model/layout.h"

#include <memory>
#include <vector>

namespace lstm {

/// One gradient as a sum of terms, over adjacent rows of a column.
struct BackwardInstruction {
    /// What a term makes of the gradient dL/dr that reaches it.
    enum class Rule {
        copy,  ///< dL/dr: of a sum, of the loss itself, of the next step, of a product made before
        negate,   ///< −dL/dr: of 1 − q
        times,    ///< dL/dr ⊙ a: of q ⊙ a
        sigmoid,  ///< dL/dr ⊙ r ⊙ (1 − r): of r = σ(q)
        tanh,     ///< dL/dr ⊙ (1 − r ⊙ r): of r = tanh(q)
    };
    enum class Place { gradients, next_gradients, values, previous_values, constants };
    struct Source {
        Place place = Place::gradients;
        int row = 0;
    };
    struct Term {
        Rule rule = Rule::copy;
        Source gradient;
        Source value;  ///< of Rule::copy and negate: nothing
    };

    QuantityId quantity = none;
    int rows = 0;
    int destination = 0;
    std::vector<Term> terms;
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
    int gradient = 0;          ///< row of dL/dr
    int value = none;          ///< row of q in a trace's column, if any
    bool of_previous = false;  ///< in the column before
};

/// The plan of going back through a cell's list of equations, made once for a Layout.
///
/// A quantity that only goes into one sum has that sum's gradient, and no rows of its own.
class BackwardLayout {
public:
    /// `seen`: the quantities that the loss looks at.
    BackwardLayout(std::shared_ptr<const Layout> forward, std::vector<QuantityId> seen);

    [[nodiscard]] const Layout& forward() const { return *forward_; }
    [[nodiscard]] const Cell& cell() const { return forward_->cell(); }
    /// The first row of the gradient of `quantity`.
    [[nodiscard]] int row(QuantityId quantity) const { return rows_[index(quantity)]; }
    /// The first row of ∂L/∂`quantity`, which whoever knows the loss fills; none where not seen.
    [[nodiscard]] int seed_row(QuantityId quantity) const { return seed_rows_[index(quantity)]; }
    [[nodiscard]] const std::vector<QuantityId>& seen() const { return seen_; }
    /// Numbers from one column to the next, a multiple of 8.
    [[nodiscard]] std::ptrdiff_t stride() const { return stride_; }

    /// Indices into `instructions` and, as −1 − index, into `products`, in the order of one step.
    [[nodiscard]] const std::vector<int>& each_step() const { return each_step_; }
    /// Indices into `products` that no step needs: done for all steps at once.
    [[nodiscard]] const std::vector<int>& behind() const { return behind_; }
    [[nodiscard]] const std::vector<BackwardInstruction>& instructions() const {
        return instructions_;
    }
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
    [[nodiscard]] BackwardInstruction::Term term(const Contribution& contribution,
                                                 QuantityId quantity) const;
    [[nodiscard]] BackwardInstruction::Source value(const Operand& operand) const;

    std::shared_ptr<const Layout> forward_;
    std::vector<QuantityId> seen_;
    std::vector<std::vector<Contribution>> contributions_;  ///< by quantity
    std::vector<QuantityId> shared_with_;                   ///< by quantity: whose rows it has
    std::vector<int> rows_;
    std::vector<int> seed_rows_;
    int next_row_ = 0;
    std::ptrdiff_t stride_ = 0;
    std::vector<BackwardInstruction> instructions_;
    std::vector<BackwardProduct> products_;
    std::vector<BackwardSum> sums_;
    std::vector<int> each_step_;
    std::vector<int> behind_;
};

}  // namespace lstm
