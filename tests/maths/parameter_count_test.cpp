/// How many numbers a cell learns, as a class counts them.
#include "maths/parameter_count.h"

#include "model/engine/network.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

TEST(ParameterCount, SaysWhereTheNumbersAre) {
    const Sizes sizes{3, 2};
    EXPECT_EQ(parameter_sum(lstm_cell(), sizes), "48 = 4 · (2·3 + 2·2 + 2)");
    CellForm two = own_form("lstm");
    two.biases = 2;
    EXPECT_EQ(parameter_sum(*find_cell(two), sizes), "56 = 4 · (2·3 + 2·2 + 2 + 2)");
    CellForm without = own_form("lstm");
    without.biases = 0;
    EXPECT_EQ(parameter_sum(*find_cell(without), sizes), "40 = 4 · (2·3 + 2·2)");
    EXPECT_EQ(parameter_sum(*find_cell("rnn", true), {1, 4, 2}), "34 = 4·1 + 4·4 + 4 + 2·4 + 2");
    EXPECT_EQ(parameter_sum(*find_cell("lstm_peephole"), sizes),
              "54 = 3 · (2·3 + 2·2 + 2 + 2) + 2·3 + 2·2 + 2");
}

TEST(ParameterCount, IsThatOfTheNumbersThatThereAre) {
    for (const Cell* kind : cells()) {
        const Cell& cell = *find_cell(kind->kind, true);
        std::int64_t count = 0;
        for (const Shared<Matrix>& parameter : zero_network(cell, {3, 5, 2}).parameters)
            count += parameter->size();
        EXPECT_EQ(parameter_count(cell, {3, 5, 2}), count) << kind->kind;
    }
}

}  // namespace
}  // namespace lstm
