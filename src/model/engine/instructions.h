/// What the kernels carry out: flat lists of instructions over a timestep's column of numbers.
///
/// Plain data that kernels read and nobody's inline code comes with; see kernels.h for the reason.
#pragma once

#include <cstddef>

namespace lstm {

/// Numbers in a line of the processor's cache; no register of today's holds more. Whatever the
/// kernels, columns and packed matrices are laid out in such groups.
inline constexpr int cache_line = 8;

/// One equation (or, for products, several stacked) over adjacent rows of a trace's column.
struct Instruction {
    /// How the results come from the sources.
    enum class Rule {
        product,       ///< a packed matrix × the source
        sum_of_two,    ///< a + b
        sum_of_three,  ///< (a + b) + c
        sum_of_four,   ///< ((a + b) + c) + d
        multiply,      ///< a ⊙ b
        one_minus,     ///< 1 − a
        // An activation of a (model/cells/activation.h):
        sigmoid,
        tanh,
        relu,
        identity,
        hard_sigmoid,
        hard_sigmoid_6,
        softsign,
        unit_step
    };
    /// Where an operand is read.
    struct Source {
        enum class Place {
            column,    ///< this timestep's column
            previous,  ///< the last timestep's column
            packed,    ///< the network's packed numbers: a parameter vector
            last       ///< what the instruction before has just made
        };
        Place place = Place::column;
        int row = 0;

        friend bool operator==(const Source&, const Source&) = default;
    };

    Rule rule = Rule::product;
    int rows = 0;         ///< how many results
    int destination = 0;  ///< row of the first result
    Source sources[4] = {};
    int source_count = 0;
    int matrix = -1;           ///< of a product: index into ForwardPlan::matrices
    int columns = 0;           ///< of a product: of its matrix
    std::ptrdiff_t first = 0;  ///< of a product: where its matrix begins among the packed numbers
};

/// Instructions that follow one another: a product, or else elementwise ones over equally many
/// rows, so that a few rows can go through all of them before the next few do.
struct InstructionBlock {
    int first = 0;  ///< index of the first instruction
    int count = 0;
    int rows = 0;  ///< of each instruction, padding included
    bool is_product = false;
};

/// One term of a gradient, over adjacent rows of a column; a gradient is the sum of the terms that
/// follow one another. Or a product: the gradients that it makes begin a sum.
struct BackwardInstruction {
    /// What a term makes of the gradient dL/dr that reaches it.
    enum class Rule {
        product,  ///< Mᵀ dL/dr: of r = M q
        copy,  ///< dL/dr: of a sum, of the loss itself, of the next step, of a product made before
        negate,   ///< −dL/dr: of 1 − q
        times,    ///< dL/dr ⊙ a: of q ⊙ a
        weigh,    ///< dL/dr ⊙ p: of p ⊙ q, p a parameter
        // dL/dr ⊙ the slope of r = activation(q), see ActivationFacts::Slope:
        logistic,         ///< r ⊙ (1 − r)
        one_less_square,  ///< 1 − r ⊙ r
        where_positive,   ///< 1 where r > 0
        fifth_inside,     ///< 0.2 where 0 < r < 1
        sixth_inside,     ///< 1/6 where 0 < r < 1
        squared_rest,     ///< (1 − |r|)²
        zero,             ///< 0
    };

    Rule rule = Rule::copy;
    std::ptrdiff_t gradient = 0;  ///< first row of dL/dr; one stride on: of the next timestep
    /// First row of a or r in a trace's column, one stride back: of the timestep before. Of weigh
    /// and product: where p or M begins among the packed numbers. Of copy and negate: nothing.
    std::ptrdiff_t value = 0;
    std::ptrdiff_t destination = 0;
    bool goes_on = false;  ///< dL/dr is what the instruction before has made
    bool adds = false;     ///< to what the instruction before has made; else it begins a sum
    int complete = -1;     ///< the quantity whose gradient this is the last term of, if it is
    int rows = 0;          ///< of a product: how many results
    int columns = 0;       ///< of a product: how many numbers of dL/dr
};

}  // namespace lstm
