/// Two kinds of cell side by side on the same sequence.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/reference_cells.h"
#include "support/temporary_folder.h"
#include "ui/comparison/comparison.h"
#include "ui/words/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

reference::Numbers list(const auto& numbers) {
    return {numbers.begin(), numbers.end()};
}

reference::Table table(const Matrix& matrix) {
    reference::Table rows;
    for (const auto& row : matrix.rowwise()) rows.push_back(list(row));
    return rows;
}

/// What `kind` makes of the document's sequence, in plain loops: weights of the same clerk and
/// letter are the document's, a plain RNN's only clerk is the candidate, all others are zero.
std::vector<reference::Step> in_plain_loops(const Document& document, const std::string& kind) {
    const Cell& own = document.cell();
    const Cell& cell = *find_cell(kind, own.has_readout());
    std::map<std::string, reference::Weights> gates;
    for (const Parameter& parameter : cell.parameters) {
        ParameterId id = own.find_parameter(parameter.gate, parameter.letter);
        if (id == none && parameter.gate == "hidden")
            id = own.find_parameter("candidate", parameter.letter);
        if (id == none && parameter.gate == "candidate")
            id = own.find_parameter("hidden", parameter.letter);
        const Sizes sizes = document.sizes();
        const Matrix numbers =
            id == none ? Matrix(Matrix::Zero(sizes.of(parameter.rows), sizes.of(parameter.columns)))
                       : *document.network.parameters[static_cast<std::size_t>(id)];
        reference::Weights& gate = gates[parameter.gate];
        if (parameter.letter == "W") gate.W = table(numbers);
        if (parameter.letter == "U") gate.U = table(numbers);
        if (parameter.letter == "b") gate.b = list(numbers.col(0));
        if (parameter.letter == "p") gate.p = list(numbers.col(0));
        if (parameter.letter == "b_u") gate.b_u = list(numbers.col(0));
    }
    reference::Table inputs;
    for (int t = 1; t <= document.steps(); ++t) inputs.push_back(list(document.step(t).x));
    const auto units = static_cast<std::size_t>(document.sizes().hidden);
    const reference::Numbers c =
        document.initial.size() > 1 ? list(document.initial[1]) : reference::Numbers(units, 0.0);
    return reference::run(kind, gates, inputs, list(document.initial[0]), c);
}

/// Every state of the second cell at the selected step is what plain loops say.
void expect_as_in_plain_loops(Driver& user, const std::string& kind) {
    user.application().view().look.decimals = 12;
    user.frames(2);
    const auto steps = in_plain_loops(user.document(), kind);
    const Cell& cell = *find_cell(kind, user.document().cell().has_readout());
    const int unit = user.view().cursor.unit;
    for (const State& state : cell.states) {
        const std::string& name = cell.quantities[static_cast<std::size_t>(state.now)].name;
        const std::string id = "comparison/diagram/" + name + "[" + std::to_string(unit) + "]";
        ASSERT_TRUE(user.sees(id)) << kind << ": " << id;
        const auto shown = parse_value(user.shown(id));
        ASSERT_TRUE(shown.has_value()) << user.shown(id);
        const double wanted = steps[static_cast<std::size_t>(user.view().cursor.t) - 1].at(
            name)[static_cast<std::size_t>(unit)];
        EXPECT_NEAR(*shown, wanted, 1e-11) << kind << ": " << id;
    }
}

bool beside(const Driver& user) {
    return user.sees("comparison/diagram/h[0]");
}

TEST(Comparison, ComesAndGoesByAKey) {
    Driver user("class-exercise");
    EXPECT_FALSE(beside(user));
    user.press(ImGuiKey_C);
    EXPECT_TRUE(beside(user));
    EXPECT_EQ(user.shown("diagram/title"), "LSTM");
    EXPECT_EQ(user.shown("comparison/diagram/title"), "Plain RNN");
    EXPECT_LT(user.region("diagram/h[0]").max.x, user.region("comparison/diagram/h_prev[0]").min.x);
    user.press(ImGuiKey_C);
    EXPECT_FALSE(beside(user));
    EXPECT_FALSE(user.sees("comparison/timeline/h"));
}

TEST(Comparison, IsChosenWhereTheKindOfCellIs) {
    Driver user("class-exercise");
    user.click("weights/kind");
    EXPECT_FALSE(user.sees("weights/kind/lstm/beside"));
    user.click("weights/kind/gru_reset_after/beside");
    EXPECT_EQ(user.shown("comparison/diagram/title"), "GRU, reset after the matrix");
    EXPECT_FALSE(user.sees("weights/kind/rnn"));
    EXPECT_EQ(user.document().cell().kind, "lstm");
    user.click("comparison/close");
    EXPECT_FALSE(beside(user));
    user.press(ImGuiKey_C);  // the one that was chosen
    EXPECT_EQ(user.shown("comparison/diagram/title"), "GRU, reset after the matrix");
    user.click("weights/kind");
    user.click("weights/kind/gru_reset_after/beside");
    EXPECT_FALSE(beside(user));
}

TEST(Comparison, SaysWhatThatKindOfCellSaysByItself) {
    Driver user(sequence({2, 3}, 5));
    user.application().view().cursor.unit = 1;
    for (const Cell* cell : cells()) {
        if (cell->kind == "lstm") continue;
        user.application().view().comparison = {true, cell->kind, {}};
        for (user.press(ImGuiKey_Home);; user.press(ImGuiKey_RightArrow)) {
            expect_as_in_plain_loops(user, cell->kind);
            if (user.view().cursor.t == 5) break;
        }
        EXPECT_EQ(user.shown("comparison/diagram/title"), cell->title);
    }
}

TEST(Comparison, FollowsEveryEditAtOnce) {
    Document document = sequence({2, 2}, 4);
    document.network = resized(converted(document.network, *find_cell("lstm", true)), {2, 2, 1});
    Driver user(document);
    user.press(ImGuiKey_C);
    user.press(ImGuiKey_End);
    expect_as_in_plain_loops(user, "rnn");
    const std::string before = user.shown("comparison/diagram/h[0]");
    user.enter("weights/candidate.W[0][1]", "-1.75");
    EXPECT_NE(user.shown("comparison/diagram/h[0]"), before);
    expect_as_in_plain_loops(user, "rnn");
    user.drag("diagram/x[0]", 60);
    expect_as_in_plain_loops(user, "rnn");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("comparison/diagram/h[0]"), before);
    user.click("weights/hidden_size/more");
    user.click("weights/randomise");
    expect_as_in_plain_loops(user, "rnn");
    user.click("inspector/inputs");
    user.click("inputs/insert");
    user.press(ImGuiKey_End);
    expect_as_in_plain_loops(user, "rnn");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    expect_as_in_plain_loops(user, "rnn");
}

TEST(Comparison, IsNoPartOfTheDocument) {
    Driver user(sequence({2, 2}, 4));
    const std::string file = write_scenario(user.document());
    user.press(ImGuiKey_C);
    user.press(ImGuiKey_RightArrow);
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_EQ(write_scenario(user.document()), file);
    user.drag("diagram/x[0]", 30);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(beside(user));
    EXPECT_EQ(write_scenario(user.document()), file);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Comparison, WaitsInPhasesThatTheOtherCellDoesNotHave) {
    Driver user(sequence({1, 1}, 3));
    user.press(ImGuiKey_C);
    for (const char* phase : {"forget", "write", "update", "output"}) {
        user.click("transport/" + std::string(phase));
        EXPECT_EQ(user.shown("comparison/diagram/h[0]"), "?") << phase;
        EXPECT_NE(user.shown("comparison/diagram/h_prev[0]"), "?") << phase;
        EXPECT_THAT(user.shown("comparison/diagram/note"), HasSubstr(phase));
        // What is not known of this step is not told either.
        EXPECT_THAT(user.shown("comparison/sentence"), HasSubstr("At the start, ")) << phase;
    }
    user.click("transport/speak");
    EXPECT_NE(user.shown("comparison/diagram/h[0]"), "?");
    EXPECT_EQ(user.shown("comparison/diagram/note"), "shared weights, others 0");
    EXPECT_THAT(user.shown("comparison/sentence"), HasSubstr("After step 1, "));
}

TEST(Comparison, IsTheCompanionOfThePlainRNNTooAndOfWhateverTheCellBecomes) {
    Driver user(sequence({1, 2}, 3));
    user.press(ImGuiKey_C);
    user.choose_cell("rnn");
    EXPECT_EQ(user.shown("diagram/title"), "Plain RNN");
    EXPECT_EQ(user.shown("comparison/diagram/title"), "LSTM");
    EXPECT_TRUE(user.sees("comparison/diagram/c[0]"));
    user.click("transport/read");
    EXPECT_EQ(user.shown("comparison/diagram/c[0]"), "?");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("diagram/title"), "LSTM");
    EXPECT_EQ(user.shown("comparison/diagram/title"), "Plain RNN");
    user.click("bar/new");
    EXPECT_TRUE(beside(user));
}

TEST(Comparison, HasItsLanesOnTheSameAxis) {
    Driver user(sequence({1, 2}, 6));
    user.press(ImGuiKey_C);
    const Region own = user.region("timeline/h");
    const Region other = user.region("comparison/timeline/h");
    EXPECT_EQ(own.min.x, other.min.x);
    EXPECT_EQ(own.max.x, other.max.x);
    EXPECT_NEAR(own.max.y - own.min.y, other.max.y - other.min.y, 0.01);
    EXPECT_GE(other.min.y, own.max.y);
    EXPECT_EQ(user.shown("timeline/h/whose"), "LSTM");
    EXPECT_EQ(user.shown("timeline/c/whose"), "LSTM");
    EXPECT_EQ(user.shown("comparison/timeline/h/whose"), "plain RNN");
    EXPECT_TRUE(user.inside("comparison/timeline/h", "card/timeline"));
    EXPECT_TRUE(user.sees("timeline/x"));
    EXPECT_FALSE(user.sees("comparison/timeline/x"));
}

TEST(Comparison, IsReadWithTheFirstByHovering) {
    Driver user(sequence({1, 1}, 6));
    user.press(ImGuiKey_C);
    const double rnn = in_plain_loops(user.document(), "rnn")[3].at("h")[0];
    const double own = user.value("h", 0, 4);
    for (const std::string prefix : {"", "comparison/"}) {
        const Region track = user.region(prefix + "timeline/h");
        const float column = (track.max.x - track.min.x) / 7;  // from the start to step 6
        user.move_to(ImVec2(track.min.x + 4.5F * column, track.centre().y));
        const std::string& text = user.shown("timeline/reading");
        EXPECT_THAT(text, HasSubstr("step 4"));
        EXPECT_THAT(text, HasSubstr(format_exact(own)));
        EXPECT_THAT(text, HasSubstr(format_value(rnn, 10).substr(0, 11)));
        EXPECT_THAT(text, HasSubstr(prefix.empty() ? ", plain RNN " : ", LSTM "));
    }
    const Region track = user.region("timeline/c");  // which the other does not have
    user.move_to(track.centre());
    EXPECT_THAT(user.shown("timeline/reading"), Not(HasSubstr(", plain RNN ")));
}

TEST(Comparison, LightsTheSameNumberInBothCells) {
    Driver user(sequence({1, 1}, 3));
    user.press(ImGuiKey_C);
    user.move_to("comparison/diagram/h[0]");
    EXPECT_EQ(user.view().input.hovered, (Element{user.document().cell().at("h"), 0}));
    user.move_to("comparison/diagram/hidden.z[0]");
    EXPECT_FALSE(user.view().input.hovered.has_value());
    user.click("comparison/diagram/h[0]");  // it is only looked at
    EXPECT_FALSE(user.view().selection.subject.has_value());
}

TEST(Comparison, OfManyUnitsIsAHeatMapOfItsOwnNumbers) {
    Driver user(sequence({2, 12}, 5));
    user.press(ImGuiKey_C);
    const auto steps = in_plain_loops(user.document(), "rnn");
    const auto shows = [&](const BlindPainter::Painted& map) {
        if (map.rows != 12 || map.columns != 6) return false;
        for (int unit = 0; unit < 12; ++unit)
            for (int t = 1; t <= 5; ++t)
                if (std::abs(map.values[static_cast<std::size_t>(unit * 6 + t)] -
                             steps[static_cast<std::size_t>(t - 1)].at(
                                 "h")[static_cast<std::size_t>(unit)]) > 1e-6)
                    return false;
        return true;
    };
    int maps = 0;
    for (const auto& [key, map] : user.painter().painted()) maps += shows(map) ? 1 : 0;
    EXPECT_EQ(maps, 1);
    EXPECT_TRUE(user.sees("timeline/c"));
    EXPECT_TRUE(user.sees("timeline/h"));
    EXPECT_TRUE(user.sees("comparison/timeline/h"));
}

TEST(Comparison, HasItsOwnLoss) {
    Document document = sequence({1, 1}, 4);
    document.sequence.edit()[1].edit().target = Vector::Constant(1, 0.5);
    document.sequence.edit()[3].edit().target = Vector::Constant(1, -0.25);
    Driver user(document);
    user.press(ImGuiKey_C);
    const auto rnn = in_plain_loops(document, "rnn");
    const auto loss = [](double h2, double h4) {
        return 0.5 * (h2 - 0.5) * (h2 - 0.5) + 0.5 * (h4 + 0.25) * (h4 + 0.25);
    };
    EXPECT_EQ(user.shown("diagram/loss"),
              "loss " + format_value(loss(user.value("h", 0, 2), user.value("h", 0, 4)), 4));
    EXPECT_EQ(user.shown("comparison/diagram/loss"),
              "loss " + format_value(loss(rnn[1].at("h")[0], rnn[3].at("h")[0]), 4));
    user.click("inspector/gradients");
    EXPECT_EQ(user.shown("comparison/timeline/dL/dh/whose"), "plain RNN");
}

TEST(Comparison, HasNoLossWithoutTargets) {
    Driver user(sequence({1, 1}, 4));
    user.press(ImGuiKey_C);
    EXPECT_FALSE(user.sees("diagram/loss"));
    EXPECT_FALSE(user.sees("comparison/diagram/loss"));
}

TEST(Comparison, TellsWhatEitherSaysAndWhatItStillHasOfTheFirstStep) {
    Driver user(sequence({1, 2}, 5));
    user.press(ImGuiKey_C);
    user.press(ImGuiKey_End);
    user.application().view().cursor.unit = 1;
    user.frames(2);
    double kept = 1;
    for (int t = 2; t <= 5; ++t) kept *= user.value("forget.value", 1, t);
    const double rnn = in_plain_loops(user.document(), "rnn")[4].at("h")[1];
    EXPECT_EQ(user.shown("comparison/sentence"),
              "After step 5, h₁ of LSTM is " + format_value(user.value("h", 1, 5), 3) +
                  ", of plain RNN " + format_value(rnn, 3) +
                  ". Of what it wrote at step 1, LSTM keeps " + format_value(kept, 3) +
                  "; plain RNN keeps nothing as it was.");
    // A GRU whose weights are zero keeps half at each step, after four of them 0.0625, which is
    // rounded half away from zero; an LSTM of 1997 keeps all.
    user.application().view().comparison.kind = "gru_reset_before";
    user.frames(2);
    EXPECT_THAT(user.shown("comparison/sentence"), HasSubstr("; GRU (reset before) keeps 0.063."));
    user.application().view().comparison.kind = "lstm_no_forget_gate";
    user.frames(2);
    EXPECT_THAT(user.shown("comparison/sentence"), HasSubstr("; LSTM of 1997 keeps 1.000."));
}

TEST(Comparison, TellsApartWhatDiffersLittle) {
    Driver user("adding");
    user.application().view().comparison = {true, "lstm_no_output_activation", {}};
    user.frames(2);
    const std::string& words = user.shown("comparison/sentence");
    const auto first = words.find(" is ") + 4;
    const auto second = words.rfind(' ') + 1;
    EXPECT_NE(words.substr(first, words.find(',', first) - first),
              words.substr(second, words.size() - 1 - second))
        << words;
}

TEST(Comparison, ShowsAllUnitsOfBoth) {
    Driver user(sequence({1, 3}, 4));
    user.press(ImGuiKey_C);
    user.press(ImGuiKey_U);
    for (const std::string prefix : {"", "comparison/"})
        EXPECT_TRUE(user.sees(prefix + "diagram/unit[0]")) << prefix;
    EXPECT_EQ(user.shown("comparison/diagram/h[0]"),
              format_value(in_plain_loops(user.document(), "rnn")[0].at("h")[0], 3));
}

TEST(Comparison, IsSharedWithTheBackRow) {
    Driver user("class-exercise", {1920, 1080});
    user.press(ImGuiKey_C);
    user.press(ImGuiKey_F5);
    EXPECT_TRUE(beside(user));
    EXPECT_TRUE(user.inside("comparison/diagram/h[0]", "card/diagram"));
    EXPECT_FALSE(user.sees("comparison/close"));
    for (int n = 0; n < 8; ++n) user.press(ImGuiKey_PageDown);
    user.press(ImGuiKey_C);
    EXPECT_FALSE(beside(user));
}

TEST(Comparison, HasPlacesInEveryWindowAndForEverySize) {
    for (const auto& [sizes, steps] : {std::pair{Sizes{1, 1}, 0}, std::pair{Sizes{1, 1}, 1},
                                       std::pair{Sizes{3, 9}, 5000}, std::pair{Sizes{9, 64}, 20}}) {
        Driver user(sequence(sizes, steps));
        user.press(ImGuiKey_C);
        for (const ImVec2 size : {ImVec2(1, 1), ImVec2(320, 240), ImVec2(700, 900),
                                  ImVec2(1280, 720), ImVec2(2560, 1440)}) {
            user.resize(size);
            user.frames(2);
            for (const auto& [name, region] : user.application().regions().all())
                for (const float edge : {region.min.x, region.min.y, region.max.x, region.max.y})
                    EXPECT_TRUE(std::isfinite(edge)) << name;
        }
        user.resize(Driver::usual_size);
        EXPECT_TRUE(beside(user)) << steps;
        EXPECT_TRUE(user.inside("comparison/diagram/h[0]", "card/diagram")) << steps;
        EXPECT_TRUE(user.inside("comparison/timeline/h", "card/timeline")) << steps;
    }
}

TEST(Comparison, StaysWhenAnotherFileIsOpened) {
    Driver user(sequence({2, 12}, 6));
    user.press(ImGuiKey_C);
    Document other = sequence({2, 12}, 6);
    other.network = randomised(other.network, 99);
    TemporaryFolder folder;
    const auto file = folder.path() / "other.json";
    save_file(file, write_scenario(other));
    user.application().open_file(file);
    user.frames(3);
    expect_as_in_plain_loops(user, "rnn");
    user.press(ImGuiKey_C);
    user.drag("diagram/x[0]", 40);
    user.press(ImGuiKey_C);  // BlindPainter holds the heat maps to their promise
    expect_as_in_plain_loops(user, "rnn");
}

}  // namespace
}  // namespace lstm
