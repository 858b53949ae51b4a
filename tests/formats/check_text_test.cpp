/// The report on published numbers.
#include "formats/trace/check_text.h"

#include "document/results.h"

#include <gtest/gtest.h>

#include <sstream>

namespace lstm {
namespace {

/// The report on a new document that expects `expectations`.
std::string report(std::vector<Expectation> expectations, CheckTally& tally) {
    Document document = new_document();
    document.expectations = std::move(expectations);
    std::ostringstream out;
    print_check(out, "a.json", document, Results(document).verdicts(), tally);
    return out.str();
}

TEST(CheckText, HoldsEveryPublishedNumberAgainstTheComputedOne) {
    const Cell& cell = lstm_cell();
    CheckTally tally;
    EXPECT_EQ(
        report({{1, cell.at("forget.value"), 0, 0.5, {}, 2},
                {2, cell.at("c"), 0, 0.25, 0.125, {}},
                {3, cell.at("h"), 0, 0, {}, 1}},
               tally),
        "a.json: Untitled\n"
        "  pass  t = 1  forget.value[0]  expected 0.5  to 2 decimals  computed 0.5\n"
        "  FAIL  t = 2  c[0]             expected 0.25 ± 0.125        computed 0, off by 0.25\n"
        "  pass  t = 3  h[0]             expected 0    to 1 decimal   computed 0\n");
    EXPECT_EQ(tally.passed, 2);
    EXPECT_EQ(tally.failed, 1);
}

TEST(CheckText, WritesPowersOfTenAsPeopleDo) {
    CheckTally tally;
    EXPECT_EQ(report({{1, lstm_cell().at("h"), 0, 1.2345e-7, 0.1, {}}}, tally),
              "a.json: Untitled\n  pass  t = 1  h[0]  expected 1.2345e-7 ± 0.1  computed 0\n");
}

TEST(CheckText, SaysThatNothingIsExpected) {
    CheckTally tally;
    EXPECT_EQ(report({}, tally), "a.json: Untitled\n  expects nothing\n");
}

TEST(CheckText, CountsOverAllFiles) {
    const Expectation wrong{1, lstm_cell().at("h"), 0, 9, {}, 2};
    CheckTally tally;
    (void)report({wrong, wrong}, tally);
    (void)report({wrong}, tally);
    std::ostringstream out;
    print_tally(out, tally);
    EXPECT_EQ(out.str(), "0 passed, 3 failed\n");
}

}  // namespace
}  // namespace lstm
