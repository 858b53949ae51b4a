/// Tasks against their rules.
#include "model/learning/tasks/task.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace lstm {
namespace {

TEST(Tasks, DrawSequencesThatFitTheirSizes) {
    for (const Task& task : tasks()) {
        std::set<std::string> seen;
        for (int index = 0; index < 50; ++index) {
            const Sequence sequence = draw_sequence(task, 3, index, task.length);
            ASSERT_EQ(sequence.inputs.size(), sequence.targets.size());
            ASSERT_EQ(sequence.inputs.size(), sequence.labels.size());
            ASSERT_LT(sequence.key, sequence.targets.size());
            EXPECT_GT(sequence.targets[sequence.key].size(), 0) << task.name;
            std::string text;
            for (std::size_t t = 0; t < sequence.inputs.size(); ++t) {
                ASSERT_EQ(sequence.inputs[t].size(), task.inputs);
                for (const double x : sequence.inputs[t]) text += std::to_string(x) + ' ';
                const Vector& target = sequence.targets[t];
                if (target.size() == 0) continue;
                ASSERT_EQ(target.size(), target_size(task.loss, task.outputs)) << task.name;
                if (task.loss == LossKind::cross_entropy) {
                    ASSERT_LT(target[0], task.outputs);
                }
            }
            seen.insert(text);
            EXPECT_EQ(draw_sequence(task, 3, index, task.length).inputs, sequence.inputs);
        }
        EXPECT_GT(seen.size(), 8) << task.name;  // "()." and the like come more than once
    }
}

/// The characters of a sequence, and the one that its last target asks for.
std::string text_of(const Sequence& sequence, const std::string& alphabet) {
    std::string text;
    for (const std::string& label : sequence.labels) text += label;
    return text + alphabet[static_cast<std::size_t>(sequence.targets.back()[0])];
}

TEST(Tasks, CloseEveryBracketThatTheyOpen) {
    for (int index = 0; index < 100; ++index) {
        const std::string text =
            text_of(draw_sequence(*find_task("brackets"), 1, index, 16), "()a.");
        int open = 0;
        for (const char c : text) {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            ASSERT_GE(open, 0) << text;
        }
        EXPECT_EQ(open, 0) << text;
        EXPECT_EQ(text.back(), '.');
    }
}

TEST(Tasks, RepeatTheSecondReberSymbolBeforeTheEnd) {
    for (int index = 0; index < 100; ++index) {
        const Sequence sequence = draw_sequence(*find_task("reber"), 1, index, 0);
        const std::string text = text_of(sequence, "BTPSXVE");
        EXPECT_EQ(text.substr(0, 1) + text[2], "BB") << text;
        EXPECT_EQ(text[text.size() - 2], text[1]) << text;
        EXPECT_EQ(text.substr(text.size() - 3, 1) + text.back(), "EE") << text;
        EXPECT_EQ(sequence.key + 3, text.size()) << text;
    }
}

TEST(Tasks, AddTheMarkedNumbers) {
    for (int index = 0; index < 100; ++index) {
        const Sequence sequence = draw_sequence(*find_task("adding"), 1, index, 20);
        double sum = 0;
        int marked = 0;
        for (const Vector& x : sequence.inputs) {
            sum += x[0] * x[1];
            marked += x[1] == 1 ? 1 : 0;
        }
        EXPECT_EQ(marked, 2);
        EXPECT_NEAR(sequence.targets.back()[0], sum, 1e-15);
    }
}

/// The value that a sequence of pulses has at each step, and behind its end the last that it asks
/// for.
std::vector<double> values_of(const Sequence& sequence) {
    std::vector<double> values;
    for (const Vector& x : sequence.inputs) values.push_back(x[0]);
    values.push_back(sequence.targets.back()[0]);
    return values;
}

TEST(Tasks, ChangeAPulseFromTheAnomalyOn) {
    const Task& task = *find_task("pulse");
    ASSERT_EQ(task.anomalies.size(), 3U);
    for (const Anomaly& kind : task.anomalies) {
        std::set<std::size_t> places;
        for (int index = 0; index < 200; ++index) {
            const std::vector<double> regular = values_of(draw_sequence(task, 5, index, 48));
            const Sequence sequence = draw_sequence(kind, 5, index, 48);
            const std::vector<double> values = values_of(sequence);
            EXPECT_FALSE(draw_sequence(task, 5, index, 48).anomaly);
            ASSERT_TRUE(sequence.anomaly);
            const std::size_t first = *sequence.anomaly + 1;  // the input that its target foretells
            places.insert(first);
            EXPECT_EQ(sequence.targets[first - 1][0], values[first]);
            EXPECT_FALSE(sequence.labels[first].empty());
            ASSERT_EQ(values.size(), regular.size());
            std::vector<std::size_t> changed;
            for (std::size_t t = 0; t < values.size(); ++t)
                if (values[t] != regular[t]) changed.push_back(t);
            ASSERT_FALSE(changed.empty());
            EXPECT_EQ(changed.front(), first);
            const std::size_t beat = changed.back();
            EXPECT_GT(regular[beat], 0.75);  // a beat is 1, with noise 0.03
            if (kind.name == "early beat") {
                ASSERT_EQ(changed.size(), 2U);
                EXPECT_LE(beat - first, 3U);
                EXPECT_EQ(values[first], regular[beat]);
                EXPECT_EQ(values[beat], regular[first]);
                continue;
            }
            EXPECT_EQ(changed.size(), 1U);
            const double less = regular[beat] - values[beat];
            if (kind.name == "missing beat") {
                EXPECT_NEAR(less, 1, 1e-12);
            } else {
                EXPECT_GE(less, 0.05 - 1e-12);
                EXPECT_LE(less, 0.4);
            }
        }
        EXPECT_GT(places.size(), 15U) << kind.name;  // anywhere from the third beat on
    }
}

TEST(Tasks, HaveNoAnomalyWhereASequenceIsTooShortForOne) {
    const Task& task = *find_task("pulse");
    for (const Anomaly& kind : task.anomalies)
        for (int length = 4; length <= 30; ++length)
            for (int index = 0; index < 30; ++index) {
                const Sequence sequence = draw_sequence(kind, 1, index, length);
                ASSERT_EQ(sequence.inputs.size(), static_cast<std::size_t>(length));
                if (length < 13) {
                    EXPECT_FALSE(sequence.anomaly);
                }
                if (!sequence.anomaly) continue;
                ASSERT_LT(*sequence.anomaly + 1, sequence.inputs.size());
                EXPECT_EQ(sequence.targets[*sequence.anomaly].size(), 1);
            }
}

}  // namespace
}  // namespace lstm
