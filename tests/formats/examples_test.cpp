/// The examples: each explains itself, and every published number comes out.
#include "document/results.h"
#include "formats/files.h"
#include "formats/scenario_reader.h"
#include "model/score.h"

#include <gtest/gtest.h>

#include <filesystem>

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

TEST(Examples, SayWhatToLookAtAndWhereTheyAreFrom) {
    for (const Document& document : examples()) {
        EXPECT_FALSE(document.title.empty());
        EXPECT_GT(document.description.size(), 100U) << document.title;
        EXPECT_GT(document.source.size(), 20U) << document.title;
    }
}

}  // namespace
}  // namespace lstm
