/// A user who does anything at all: whatever it is, the window holds and nothing is inconsistent.
#include "driver.h"
#include "sequences.h"
#include "monkey.h"

#include "app/examples.h"
#include "document/results.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace lstm {
namespace {

void expect_order(const Driver& user) {
    const Document& document = user.document();
    EXPECT_GE(user.view().cursor.t, std::min(1, document.steps()));
    EXPECT_LE(user.view().cursor.t, document.steps());
    EXPECT_GE(user.view().cursor.unit, 0);
    EXPECT_LT(user.view().cursor.unit, document.sizes().hidden);
    EXPECT_EQ(user.session().trace().steps(), document.steps());
    EXPECT_EQ(user.session().trace().sizes(), document.sizes());
    EXPECT_EQ(user.session().verdicts().size(), document.expectations->size());
    for (const auto& [name, region] : user.application().regions().all())
        EXPECT_TRUE(std::isfinite(region.min.x) && std::isfinite(region.max.y)) << name;
}

/// What was computed edit by edit is what is computed at once.
void expect_true_results(const Driver& user) {
    const Results fresh(user.document());
    const Cell& cell = user.document().cell();
    for (int t = 1; t <= user.document().steps(); ++t) {
        for (QuantityId q = 0; q < static_cast<QuantityId>(cell.quantities.size()); ++q) {
            for (int k = 0; k < fresh.trace().plan().size(q); ++k)
                EXPECT_EQ(std::bit_cast<std::uint64_t>(user.session().trace().value(q, k, t)),
                          std::bit_cast<std::uint64_t>(fresh.trace().value(q, k, t)))
                    << element_name(cell, q, k) << " at step " << t;
        }
    }
}

/// A folder in which what is saved is saved.
class InFolder {
public:
    InFolder() { std::filesystem::current_path(folder_.path()); }
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;
    ~InFolder() { std::filesystem::current_path(home_); }

private:
    TemporaryFolder folder_;
    std::filesystem::path home_ = std::filesystem::current_path();
};

class Chaos : public testing::TestWithParam<int> {};

TEST_P(Chaos, BreaksNothing) {
    const InFolder folder;
    Driver user(GetParam() % 2 == 0 ? load_scenario("ai-by-hand").document : sequence({3, 12}, 20));
    Monkey monkey(user, static_cast<std::uint32_t>(GetParam()));
    for (int n = 0; n < 200 && !HasFailure(); ++n) {
        monkey.act();
        expect_order(user);
    }
    monkey.stop();
    expect_true_results(user);

    const Document last = user.document();
    int changes = 0;
    for (; user.history().can_undo() && changes < 1000; ++changes)
        user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    expect_true_results(user);
    for (int n = 0; n < changes; ++n) user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), last);
    expect_true_results(user);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Chaos, testing::Range(1, 5));

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

/// Acts for each example: some in every run, and under the sanitizers, or where LSTM_MONKEY_ACTS
/// says so, enough for 100,000 events over all examples (an act is three events or more).
int acts_for_each_example() {
    if (const char* const asked = std::getenv("LSTM_MONKEY_ACTS")) return std::atoi(asked);
    return sanitized ? 100'000 / 3 / static_cast<int>(examples().size()) : 100;
}

class Examples : public testing::TestWithParam<std::string> {};

TEST_P(Examples, OutliveAMonkey) {
    const InFolder folder;
    const int acts = acts_for_each_example();
    Driver user(GetParam());
    Monkey monkey(user, static_cast<std::uint32_t>(acts));
    for (int n = 0; n < acts && !HasFailure(); ++n) {
        monkey.act();
        expect_order(user);
    }
    monkey.stop();
    expect_true_results(user);
}

std::vector<std::string> names_of_examples() {
    std::vector<std::string> names;
    for (const Example& example : examples()) names.push_back(example.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(All, Examples, testing::ValuesIn(names_of_examples()),
                         [](const auto& each) {
                             std::string name = each.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace lstm
