/// One number by itself against the same number of a whole pass.
#include "model/engine/equation_result.h"

#include "support/every_kernel.h"
#include "support/problem.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

TEST(EquationResult, HasTheBitsOfTheForwardPassForEveryEquationOfEveryKind) {
    int compared = 0;
    for (const Cell* plain : cells()) {
        const Cell& cell = *find_cell(plain->kind, true);
        const Problem problem = random_problem(cell, {3, 5, 2}, 4, LossKind::squared_error, 11);
        with_each_kernel([&](const Kernels& kernels) {
            const Trace trace = problem.trace();
            for (const Equation& equation : cell.equations)
                for (int t = 1; t <= trace.steps(); ++t)
                    for (int k = 0; k < trace.plan().size(equation.result); ++k, ++compared)
                        ASSERT_EQ(result_of(equation, problem.network, trace, k, t),
                                  trace.value(equation.result, k, t))
                            << cell.kind << " " << cell.quantities[equation.result].name << "[" << k
                            << "] at step " << t << " with " << kernels.name;
        });
    }
    EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace lstm
