/// The examples: each explains itself, and every published number comes out.
#include "document/results.h"
#include "formats/scenario/scenario_reader.h"
#include "model/learning/loss.h"
#include "model/learning/score.h"
#include "platform/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <utility>

namespace lstm {
namespace {

std::vector<Document> examples() {
    std::vector<Document> documents;
    for (const auto& file : std::filesystem::directory_iterator(LSTM_SOURCE_DIR "/assets/examples"))
        documents.push_back(read_scenario(load_file(file.path()), file.path().filename().string()));
    return documents;
}

TEST(Examples, ExpectPublishedNumbersAndMeetThemAll) {
    for (const Document& document : examples()) {
        const Results results(document);
        // What was trained here was published by nobody; see the next test.
        if (!document.task) {
            EXPECT_GE(results.verdicts().size(), 4U) << document.title;
        }
        for (std::size_t k = 0; k < results.verdicts().size(); ++k) {
            const Expectation& e = (*document.expectations)[k];
            EXPECT_TRUE(results.verdicts()[k].pass)
                << document.title << ": " << element_name(document.cell(), e.quantity, e.element)
                << " at t = " << e.t << ": published " << e.value << ", computed "
                << results.verdicts()[k].computed;
        }
    }
}

TEST(Examples, ThatWereTrainedDoTheirTasksOnLessonsThatTheyHaveNotSeen) {
    int trained = 0;
    for (const Document& document : examples()) {
        if (!document.task) continue;
        ++trained;
        const Task& task = *find_task(document.task->name);
        constexpr std::uint64_t unseen = 1'000'003;
        const TaskScore result =
            score(document.network, document.initial, task, unseen, 500, document.task->length);
        // docs/applications.md says more: all right, or errors near the noise of 0.03.
        if (task.loss == LossKind::cross_entropy)
            EXPECT_GE(result.key_quality, 0.98) << document.title;
        else
            EXPECT_LE(result.key_quality, 0.05) << document.title;
    }
    EXPECT_EQ(trained, static_cast<int>(tasks().size()));
}

TEST(Examples, NoticeAnomaliesThatTheyWereNotTrainedOn) {
    int watchful = 0;
    for (const Document& document : examples()) {
        if (!document.task || find_task(document.task->name)->anomalies.empty()) continue;
        ++watchful;
        const DetectionScore result =
            detect(document.network, document.initial, *find_task(document.task->name), 2'000'003,
                   300, document.task->length);
        // One in 100 by the choice of the threshold: of 300 lessons more than 12 is past luck.
        EXPECT_LE(result.false_alarms, 0.04);
        for (const AnomalyScore& anomaly : result.anomalies) {
            // A beat that is weaker by less than four times the noise cannot be told from noise:
            // 7 of the 35 % over which weakness is spread, so that 80 % can.
            const bool plain = anomaly.name != "weak beat";
            EXPECT_GE(anomaly.found, plain ? 0.99 : 0.7) << anomaly.name;
            EXPECT_LE(anomaly.delay, 0.5) << anomaly.name;
        }
    }
    EXPECT_EQ(watchful, 1);
}

/// The example `name`, with the first two inputs of its first step exchanged where `other_first`.
Document example_with(const char* name, bool other_first, std::vector<Clamp> clamps = {}) {
    const std::string file = LSTM_SOURCE_DIR "/assets/examples/" + std::string(name) + ".json";
    Document document = read_scenario(load_file(file), name);
    if (other_first) {
        Vector& x = document.sequence.edit()[0].edit().x;
        std::swap(x[0], x[1]);
    }
    document.clamps = std::move(clamps);
    return document;
}

Clamp forgetting(const Cell& cell, int t) {
    return {cell.at("forget.value"), {}, t, t, 0};
}

/// The probability that softmax gives to class `k` at the last step.
double answer(const Document& document, int k) {
    const Results results(document);
    return results.trace().value(document.cell().at("p"), k, document.steps());
}

TEST(Examples, DoWhatTheirTextsSay) {
    const auto c_at = [](const Document& document, int slot, int t) {
        return Results(document).trace().value(document.cell().at("c"), slot, t);
    };
    // brackets: ((( a ( a )))), a step each; each bracket is worth about 1.
    const Document brackets = example_with("brackets", false);
    for (const int slot : {2, 3}) {
        for (const int t : {5, 6, 8})
            EXPECT_NEAR(c_at(brackets, slot, t) - c_at(brackets, slot, t - 1), 1, 0.05) << t;
        for (const int t : {10, 11, 12, 13})
            EXPECT_NEAR(c_at(brackets, slot, t) - c_at(brackets, slot, t - 1), -1, 0.15) << t;
    }
    // browsing: the example has the tent first.
    const Document tent = example_with("browsing", false);
    const Document camera = example_with("browsing", true);
    for (const int slot : {0, 3}) {
        EXPECT_LT(c_at(tent, slot, 9), -5);
        EXPECT_GT(c_at(camera, slot, 9), 5);
        EXPECT_NEAR(c_at(tent, slot, 9) - c_at(tent, slot, 8), -0.8, 0.15);
    }
    for (int t = 2; t <= 9; ++t)
        for (const bool camera_first : {false, true})
            EXPECT_GT(answer(example_with("browsing", camera_first, {forgetting(tent.cell(), t)}),
                             camera_first ? 5 : 6),
                      0.999);
    // lag: the example has B first.
    const Document b_first = example_with("lag", false);
    const Document a_first = example_with("lag", true);
    EXPECT_NEAR(c_at(b_first, 0, 1), -0.03, 0.005);
    EXPECT_NEAR(c_at(b_first, 0, 100), 14.2, 0.05);
    for (const int slot : {1, 2}) {
        EXPECT_LT(c_at(b_first, slot, 100), -4.9);
        EXPECT_GT(c_at(a_first, slot, 100), 6.2);
    }
    EXPECT_GT(answer(b_first, 1), 0.999);
    EXPECT_NEAR(answer(example_with("lag", false, {forgetting(b_first.cell(), 50)}), 1), 0.5, 0.1);
}

TEST(Examples, SayWhatToLookAtAndWhereTheyAreFrom) {
    for (const Document& document : examples()) {
        EXPECT_FALSE(document.title.empty());
        EXPECT_GT(document.description.size(), 100U) << document.title;
        EXPECT_GT(document.source.size(), 20U) << document.title;
    }
}

}  // namespace
}  // namespace lstm
