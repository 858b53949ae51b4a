/// What is said where something was not done, or can be undone.
#include "ui/words/refusals.h"

#include "ui/words/edit_names.h"
#include "ui/words/gradient_flow.h"
#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <set>

namespace lstm {
namespace {

const Words english(Language::english);

TEST(Refusals, HaveASentenceForEveryRule) {
    for (const Rule rule : rules()) {
        const std::string sentence = sentence_about(english, Violation{rule});
        EXPECT_TRUE(sentence.ends_with(".")) << static_cast<int>(rule);
    }
}

TEST(Refusals, SayWhatWasFound) {
    EXPECT_EQ(sentence_about(english, Violation{Rule::step, 0, 4}), "There is no step 4.");
    EXPECT_EQ(sentence_about(english, Violation{Rule::element, 0, -1}), "There is no element -1.");
    EXPECT_EQ(sentence_about(english, Violation{Rule::target_class, 1, 7, {0, 2, true}}),
              "A class goes from 0 to 2.");
    EXPECT_EQ(sentence_about(english, Violation{Rule::clamp_to, 0, 6, {2, 5, true}}),
              "There is no step 6.");
    EXPECT_EQ(sentence_about(english, Violation{Rule::clamp_to, 0, 2, {3, 5, true}}),
              "What is held from a step on cannot end before it.");
}

TEST(Refusals, SayHowMuchMemoryIsMissing) {
    EXPECT_EQ(sentence_about(english, NotEnoughMemory(8e12, 1.25e9)),
              "This would take 8.0 TB of memory, and 1.2 GB are free for it: make the sequence or "
              "the cell smaller.");
    EXPECT_EQ(sentence_about(english, NotEnoughMemory(0, 0)),
              "There is not enough memory for this: nothing was changed.");
}

TEST(Memory, IsToldInFewDigits) {
    EXPECT_EQ(format_bytes(0), "0 bytes");
    EXPECT_EQ(format_bytes(999), "999 bytes");
    EXPECT_EQ(format_bytes(1'000), "1.0 kB");
    EXPECT_EQ(format_bytes(12'345), "12 kB");
    EXPECT_EQ(format_bytes(999'999), "1.0 MB");
    EXPECT_EQ(format_bytes(1.25e9), "1.2 GB");
    EXPECT_EQ(format_bytes(2e12), "2.0 TB");
}

TEST(EditNames, ReadAsWhatUndoTakesBack) {
    using Kind = EditSummary::Kind;
    EXPECT_EQ(name_of(english, {Kind::parameter, "forget.W[2][1]"}), "change forget.W[2][1]");
    EXPECT_EQ(name_of(english, {Kind::input, "x[1]", 3}), "change x[1] of step 3");
    EXPECT_EQ(name_of(english, {Kind::initial, "c[2]"}), "change the initial c[2]");
    EXPECT_EQ(name_of(english, {Kind::move_step, "", 1, 3}), "move step 1 to 3");
    EXPECT_EQ(name_of(english, {Kind::delete_step, "", 2}), "delete step 2");
}

TEST(EditNames, AreDifferentForEveryKind) {
    std::set<std::string> names;
    int kinds = 0;
    for (int kind = 0; kind <= static_cast<int>(EditSummary::Kind::recover); ++kind, ++kinds)
        names.insert(name_of(english, {static_cast<EditSummary::Kind>(kind), "x[0]", 1, 2}));
    EXPECT_EQ(static_cast<int>(names.size()), kinds);
}

TEST(GradientFlow, SaysInASentenceHowMuchIsLeft) {
    EXPECT_EQ(sentence_about(english, GradientFlow{{0.61, 1}, {1, 1}, {0.5, 1}, {3e-12, 1}}),
              "After 1 step back, 0.61 of the notebook's gradient is left; of the plain RNN's "
              "3e−12.");
    EXPECT_EQ(sentence_about(english, GradientFlow{{}, {2.5, 2, 1}, {}, {}}),
              "After 2 steps back, the hidden state's gradient has grown to 2.5 times.");
}

}  // namespace
}  // namespace lstm
