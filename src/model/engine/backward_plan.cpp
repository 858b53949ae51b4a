/// Turning the chain rule into instructions over a column of gradients.
#include "model/engine/backward_plan.h"

#include "model/engine/aligned.h"
#include "model/engine/clamp.h"

#include <algorithm>
#include <utility>

namespace lstm {

using Kind = GradientTerm::Kind;
using Rule = BackwardInstruction::Rule;
namespace {

Rule rule_of(ActivationFacts::Slope slope) {
    using Slope = ActivationFacts::Slope;
    switch (slope) {
        case Slope::logistic: return Rule::logistic;
        case Slope::one_less_square: return Rule::one_less_square;
        case Slope::where_positive: return Rule::where_positive;
        case Slope::one: return Rule::copy;
        case Slope::fifth_inside: return Rule::fifth_inside;
        case Slope::sixth_inside: return Rule::sixth_inside;
        case Slope::squared_rest: return Rule::squared_rest;
        case Slope::zero:
        case Slope::mixed: break;
    }
    return Rule::zero;
}

}  // namespace

BackwardPlan::BackwardPlan(std::shared_ptr<const ForwardPlan> forward, std::vector<QuantityId> seen)
    : forward_(std::move(forward)), seen_(std::move(seen)) {
    const int count = static_cast<int>(cell().quantities.size());
    for (QuantityId q = 0; q < count; ++q)
        terms_.push_back(terms_of_gradient(cell(), q, is_seen(q)));
    share_rows();
    place();
    find_products();
    stride_ = round_up(next_row_, cache_line);
    find_sums();
    schedule();
}

bool BackwardPlan::is_seen(QuantityId quantity) const {
    return std::find(seen_.begin(), seen_.end(), quantity) != seen_.end();
}

int BackwardPlan::take(int rows) {
    return std::exchange(next_row_, next_row_ + rows);
}

/// A gate's value keeps rows of its own: where it is clamped, its gradient goes no further.
void BackwardPlan::share_rows() {
    const int count = static_cast<int>(terms_.size());
    shared_with_.resize(terms_.size());
    for (QuantityId q = count - 1; q >= 0; --q) {
        QuantityId with = q;
        while (gate_of_value(cell(), with) == nullptr && terms_[index(with)].size() == 1) {
            const GradientTerm& only = terms_[index(with)].front();
            if (only.kind != Kind::equation) break;
            const Equation& equation = cell().equations[static_cast<std::size_t>(only.equation)];
            if (equation.operation != Operation::add) break;
            with = equation.result;
        }
        shared_with_[index(q)] = with;
    }
}

/// Whether a matrix multiplies `quantity`.
bool BackwardPlan::is_multiplied(QuantityId quantity) const {
    return std::any_of(
        terms_[index(quantity)].begin(), terms_[index(quantity)].end(), [&](const GradientTerm& c) {
            return c.kind == Kind::equation &&
                   cell().equations[static_cast<std::size_t>(c.equation)].operation ==
                       Operation::matrix_vector;
        });
}

/// What is multiplied by stacked matrices stands together, so that it can be multiplied at once.
void BackwardPlan::place() {
    rows_.assign(terms_.size(), none);
    seed_rows_.assign(terms_.size(), none);
    const auto place_one = [&](QuantityId q) {
        const QuantityId owner = shared_with_[index(q)];
        if (rows_[index(owner)] == none) rows_[index(owner)] = take(pad(forward_->size(owner)));
    };
    for (const StackedMatrix& stack : forward_->matrices())
        for (const ParameterId p : stack.parameters) {
            const GradientTerm use = terms_of_parameter(cell(), p).front();
            place_one(cell().equations[static_cast<std::size_t>(use.equation)].result);
        }
    const int count = static_cast<int>(rows_.size());
    for (QuantityId q = 0; q < count; ++q)
        if (!is_multiplied(q)) place_one(q);
    // Products write whole lines of the cache.
    for (QuantityId q = 0; q < count; ++q)
        if (is_multiplied(q)) rows_[index(q)] = take(round_up(forward_->size(q), cache_line));
    for (QuantityId q = 0; q < count; ++q) rows_[index(q)] = rows_[index(shared_with_[index(q)])];
    for (const QuantityId q : seen_) {
        const bool only = terms_[index(q)].size() == 1;
        seed_rows_[index(q)] = only ? row(q) : take(pad(forward_->size(q)));
    }
}

/// Cuts each forward stack where the gradients of its results do not stand one behind the other.
void BackwardPlan::find_products() {
    for (const StackedMatrix& stack : forward_->matrices()) {
        bool begins = true;
        for (const ParameterId p : stack.parameters) {
            const GradientTerm use = terms_of_parameter(cell(), p).front();
            const Equation& equation = cell().equations[static_cast<std::size_t>(use.equation)];
            const int source = row(equation.result);
            const int rows = pad(forward_->size(equation.result));
            if (begins || source != products_.back().source + products_.back().source_rows)
                products_.push_back({equation.operands.back().id, {}, source, 0, none, {}});
            products_.back().parameters.push_back(p);
            products_.back().source_rows += rows;
            begins = false;
        }
    }
    packed_size_ = forward_->packed_vectors();
    for (BackwardProduct& product : products_) {
        product.packed = {forward_->size(product.vector), product.source_rows, packed_size_};
        packed_size_ += product.packed.size();
        const auto& terms = terms_[index(product.vector)];
        const auto same_vector = [&](const BackwardProduct& other) {
            return other.vector == product.vector;
        };
        const bool all_there_is =
            terms.size() == product.parameters.size() &&
            std::count_if(products_.begin(), products_.end(), same_vector) == 1;
        product.destination = all_there_is
                                  ? row(product.vector)
                                  : take(round_up(forward_->size(product.vector), cache_line));
    }
}

/// Every vector is used by one equation.
void BackwardPlan::find_sums() {
    for (std::size_t p = 0; p < cell().parameters.size(); ++p) {
        if (cell().parameters[p].columns != Extent::one) continue;
        const auto parameter = static_cast<ParameterId>(p);
        const GradientTerm use = terms_of_parameter(cell(), parameter).front();
        const Equation& equation = cell().equations[static_cast<std::size_t>(use.equation)];
        BackwardSum sum{parameter, row(equation.result), {}};
        if (equation.operation == Operation::multiply)
            sum.value = value_row(equation.operands[1].id);
        sums_.push_back(sum);
    }
}

/// Every quantity after all that its gradient is made of: first what uses the last gradient, which
/// is still in a register; products only where nothing else is left to do.
void BackwardPlan::schedule() {
    std::vector<QuantityId> waiting;
    std::vector<bool> known(terms_.size(), false);
    for (int q = static_cast<int>(terms_.size()) - 1; q >= 0; --q) waiting.push_back(q);
    const auto ready = [&](QuantityId q) {
        return std::all_of(terms_[index(q)].begin(), terms_[index(q)].end(),
                           [&](const GradientTerm& c) {
                               if (c.kind != Kind::equation) return true;
                               const auto e = static_cast<std::size_t>(c.equation);
                               return static_cast<bool>(known[index(cell().equations[e].result)]);
                           });
    };
    while (!waiting.empty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](QuantityId q) {
            return ready(q) && !is_multiplied(q) && uses_last(q);
        });
        if (next == waiting.end())
            next = std::find_if(waiting.begin(), waiting.end(),
                                [&](QuantityId q) { return ready(q) && !is_multiplied(q); });
        if (next == waiting.end()) next = std::find_if(waiting.begin(), waiting.end(), ready);
        plan(*next);
        known[index(*next)] = true;
        waiting.erase(next);
    }
}

/// Whether a term of the gradient of `quantity` goes on from the last instruction's result.
bool BackwardPlan::uses_last(QuantityId quantity) const {
    if (each_step_.empty() || each_step_.back().is_product) return false;
    const std::ptrdiff_t last = instructions_.back().destination;
    return std::any_of(
        terms_[index(quantity)].begin(), terms_[index(quantity)].end(),
        [&](const GradientTerm& c) { return instruction_term(c, quantity).gradient == last; });
}

void BackwardPlan::plan(QuantityId quantity) {
    if (shared_with_[index(quantity)] != quantity) return;
    std::vector<BackwardInstruction> terms;
    for (std::size_t p = 0; p < products_.size(); ++p) {
        const BackwardProduct& product = products_[p];
        if (product.vector != quantity) continue;
        if (quantity == cell().input)
            behind_.push_back(static_cast<int>(p));
        else
            add(product);
        if (product.destination != row(quantity))
            terms.push_back({Rule::copy, product.destination});
    }
    for (const GradientTerm& term : terms_[index(quantity)]) {
        const bool is_product =
            term.kind == Kind::equation &&
            cell().equations[static_cast<std::size_t>(term.equation)].operation ==
                Operation::matrix_vector;
        if (!is_product) terms.push_back(instruction_term(term, quantity));
    }
    // The loss alone: whoever fills it fills the gradient.
    if (seed_row(quantity) == row(quantity) || terms.empty()) return;
    add(std::move(terms), quantity);
}

/// Appends the instructions whose sum is the gradient of `quantity`.
void BackwardPlan::add(std::vector<BackwardInstruction> terms, QuantityId quantity) {
    const int rows = pad(forward_->size(quantity));
    const int begin = static_cast<int>(instructions_.size());
    if (each_step_.empty() || each_step_.back().is_product || each_step_.back().rows != rows)
        each_step_.push_back({begin, 0, rows, false});
    InstructionBlock& block = each_step_.back();
    // What goes on from the last result comes first, while that is still in its register.
    if (block.count > 0) {
        const auto next = std::find_if(terms.begin(), terms.end(), [&](const auto& term) {
            return term.gradient == instructions_.back().destination;
        });
        if (next != terms.end()) {
            next->goes_on = true;
            std::rotate(terms.begin(), next, next + 1);
        }
    }
    for (BackwardInstruction& term : terms) {
        term.destination = row(quantity);
        term.adds = &term != &terms.front();
        term.complete = &term == &terms.back() ? quantity : none;
        instructions_.push_back(term);
        ++block.count;
    }
}

void BackwardPlan::add(const BackwardProduct& product) {
    each_step_.push_back({static_cast<int>(instructions_.size()), 1, 0, true});
    BackwardInstruction next{Rule::product, product.source, product.packed.first,
                             product.destination};
    next.rows = product.packed.rows;
    next.columns = product.packed.columns;
    instructions_.push_back(next);
}

BackwardInstruction BackwardPlan::instruction_term(const GradientTerm& term,
                                                   QuantityId quantity) const {
    if (term.kind == Kind::loss) return {Rule::copy, seed_row(quantity)};
    if (term.kind == Kind::next_step) {
        const auto state = std::find_if(cell().states.begin(), cell().states.end(),
                                        [&](const State& s) { return s.now == quantity; });
        return {Rule::copy, row(state->previous) + stride_};
    }
    const Equation& equation = cell().equations[static_cast<std::size_t>(term.equation)];
    const int reached = row(equation.result);
    switch (equation.operation) {
        case Operation::one_minus: return {Rule::negate, reached};
        case Operation::multiply: {
            const Operand& other = equation.operands[static_cast<std::size_t>(1 - term.operand)];
            if (other.kind == Operand::Kind::parameter)
                return {Rule::weigh, reached, forward_->vector_row(other.id)};
            return {Rule::times, reached, value_row(other.id)};
        }
        case Operation::activate:
            return {rule_of(facts_of(equation.function).slope), reached,
                    value_row(equation.result)};
        case Operation::add:
        case Operation::matrix_vector: break;
    }
    return {Rule::copy, reached};
}

/// From the first row of a trace's column.
std::ptrdiff_t BackwardPlan::value_row(QuantityId quantity) const {
    const bool is_previous = cell().quantities[index(quantity)].previous_of != none;
    return forward_->row(quantity) - (is_previous ? forward_->stride() : 0);
}

}  // namespace lstm
