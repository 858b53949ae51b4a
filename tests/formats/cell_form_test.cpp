/// Cells as people bring them: published numbers, refusals, and files that come back as they were.
#include "document/results.h"
#include "document/training_sequences.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "refusal.h"
#include "support/documents.h"
#include "support/random_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

void expect_published(const std::string& text) {
    const Document document = read_scenario(text, "published");
    const Results results(document);
    ASSERT_FALSE(results.verdicts().empty());
    for (std::size_t k = 0; k < results.verdicts().size(); ++k)
        EXPECT_TRUE(results.verdicts()[k].pass)
            << document.title << ", expectation " << k << ": " << results.verdicts()[k].computed;
    EXPECT_EQ(write_scenario(read_scenario(write_scenario(document), "f")),
              write_scenario(document));
}

TEST(CellForm, GivesTheNumbersOfALogisticHiddenUnit) {
    // An exercise, transtutors.com question 13447839: weights after one step of BPTT.
    expect_published(R"({ "format": "lstm-notebook", "version": 1, "title": "logistic unit",
        "cell": { "kind": "rnn", "input_size": 1, "hidden_size": 1,
                  "activations": { "hidden": "sigmoid" } },
        "weights": { "hidden": { "W": [[0.6]], "U": [[0.4]] } },
        "readout": { "W": [[0.5]] },
        "sequence": [ { "x": [1] }, { "x": [2] }, { "x": [3] } ],
        "targets": [null, null, [4]], "training": { "learning_rate": 0.01 },
        "expect": [
          { "quantity": "updated.hidden.W[0][0]", "value": 0.6052989130659665, "tolerance": 1e-12 },
          { "quantity": "updated.hidden.U[0][0]", "value": 0.4014412505702104, "tolerance": 1e-12 },
          { "quantity": "updated.readout.W[0][0]", "value": 0.5317409068986192, "tolerance": 1e-12 }
        ] })");
}

TEST(CellForm, GivesTheNumbersOfALinearNetwork) {
    // Keras SimpleRNN with activation="linear": artificialfintelligence/xformers_w_attn, chapter 7.
    expect_published(R"({ "format": "lstm-notebook", "version": 1, "title": "linear",
        "cell": { "kind": "rnn", "input_size": 1, "hidden_size": 2,
                  "activations": { "hidden": "identity" }, "biases": 0 },
        "weights": { "hidden": { "W": [[-1.3690753], [-0.34511125]],
                                 "U": [[-0.8884481, -0.45897698], [0.45897698, -0.8884482]] } },
        "readout": { "W": [[1.3722934, -0.35240567]] },
        "sequence": [ { "x": [1] }, { "x": [2] }, { "x": [3] } ],
        "expect": [ { "t": 3, "quantity": "y[0]", "value": -3.068111, "decimals": 6 } ] })");
}

TEST(CellForm, GivesTheNumbersOfCoupledGatesWithPeepholes) {
    // TensorFlow Lite, lstm_test.cc: CifgPeepholeNoProjectionNoClipping.
    expect_published(R"({ "format": "lstm-notebook", "version": 1, "title": "CIFG with peepholes",
        "cell": { "kind": "lstm_coupled_input", "input_size": 2, "hidden_size": 4,
                  "peepholes": true },
        "weights": {
          "forget": {
            "W": [[-0.55291498, -0.42866567], [0.13056988, -0.3633365],
                  [-0.22755712, 0.28253698], [0.24407166, 0.33826375]],
            "U": [[-0.13832897, -0.0515101, -0.2359007, -0.16661474],
                  [-0.14340827, 0.36986142, 0.23414481, 0.55899],
                  [0.10798943, -0.41174671, 0.17751795, -0.34484994],
                  [-0.35874045, -0.11352962, 0.27268326, 0.54058349]],
            "b": [1, 1, 1, 1], "p": [0.47485286, -0.51955009, -0.24458408, 0.31544167] },
          "candidate": {
            "W": [[-0.49770179, -0.27711356], [-0.09624726, 0.05100781],
                  [0.04717243, 0.48944736], [-0.38535351, -0.17212132]],
            "U": [[0.54066205, -0.32668582, -0.43562764, -0.56094903],
                  [0.42957711, 0.01841056, -0.32764608, -0.33027974],
                  [-0.10826075, 0.20675004, 0.19069612, -0.03026325],
                  [-0.54532051, 0.33003211, 0.44901288, 0.21193194]] },
          "output": {
            "W": [[0.10725588, -0.02335852], [-0.55932593, -0.09426838],
                  [-0.44257352, 0.54939759], [0.01533556, 0.42751634]],
            "U": [[0.41613156, 0.42610586, -0.16495961, -0.5663873],
                  [0.30579174, -0.05115908, -0.33941799, 0.23364776],
                  [0.11178309, 0.09481031, -0.26424935, 0.46261835],
                  [0.50248802, 0.26114327, -0.43736315, 0.33149987]],
            "p": [-0.17135078, 0.82760304, 0.85573703, -0.77109635] } },
        "sequence": [ { "x": [2, 3] }, { "x": [3, 4] }, { "x": [1, 1] } ],
        "expect": [
          { "t": 1, "quantity": "h[0]", "value": -0.36444446, "tolerance": 1e-05 },
          { "t": 1, "quantity": "h[1]", "value": -0.00352185, "tolerance": 1e-05 },
          { "t": 1, "quantity": "h[2]", "value": 0.12886585, "tolerance": 1e-05 },
          { "t": 1, "quantity": "h[3]", "value": -0.05163646, "tolerance": 1e-05 },
          { "t": 2, "quantity": "h[0]", "value": -0.42312205, "tolerance": 1e-05 },
          { "t": 2, "quantity": "h[2]", "value": 0.24201041, "tolerance": 1e-05 },
          { "t": 3, "quantity": "h[0]", "value": -0.358325, "tolerance": 1e-05 },
          { "t": 3, "quantity": "h[1]", "value": -0.04621704, "tolerance": 1e-05 }
        ] })");
}

TEST(Loss, IsWithoutTheHalfWhereAuthorsHaveItSo) {
    // One unit, h = x at both steps; by hand: (0.5 − 1)² = 0.25, (2 − 1)² = 1.
    const auto text = [](const std::string& loss, double first, double second, double sum,
                         double slope) {
        const auto number = [](double value) { return std::to_string(value); };
        return R"({ "format": "lstm-notebook", "version": 1,
        "cell": { "kind": "rnn", "input_size": 1, "hidden_size": 1,
                  "activations": { "hidden": "identity" }, "biases": 0 },
        "weights": { "hidden": { "W": [[1]], "U": [[0]] } },
        "sequence": [ { "x": [0.5] }, { "x": [7] }, { "x": [2] } ],
        "loss": ")" +
               loss + R"(", "targets": [[1], null, [1]],
        "expect": [ { "t": 1, "quantity": "loss", "value": )" +
               number(first) + R"(, "tolerance": 1e-9 },
                    { "t": 3, "quantity": "loss", "value": )" +
               number(second) + R"(, "tolerance": 1e-9 },
                    { "quantity": "loss", "value": )" +
               number(sum) + R"(, "tolerance": 1e-9 },
                    { "t": 3, "quantity": "dL/dh[0]", "value": )" +
               number(slope) + R"(, "tolerance": 1e-9 } ] })";
    };
    expect_published(text("squared_error", 0.125, 0.5, 0.625, 1));
    expect_published(text("sum_squared_error", 0.25, 1, 1.25, 2));
    expect_published(text("mean_squared_error", 0.125, 0.5, 0.625, 1));
    EXPECT_THAT(refusal(text("mse", 0, 0, 0, 0)),
                HasSubstr("/loss: expected one of \"squared_error\""));
    EXPECT_THAT(refusal(text("mse", 0, 0, 0, 0)), HasSubstr("called mean_squared_error here"));
}

TEST(RoundingOfAFile, IsAsTheAuthorDidIt) {
    const auto text = [](const std::string& rounding, double h, double z) {
        return R"({ "format": "lstm-notebook", "version": 1,
        "cell": { "kind": "rnn", "input_size": 1, "hidden_size": 1,
                  "activations": { "hidden": "identity" }, "biases": 0 },
        "weights": { "hidden": { "W": [[1]], "U": [[0]] } },
        "sequence": [ { "x": [0.1259] } ], "rounding": { "decimals": 2)" +
               rounding + R"( },
        "expect": [ { "t": 1, "quantity": "h[0]", "value": )" +
               std::to_string(h) + R"(, "decimals": 9 },
                    { "t": 1, "quantity": "hidden.z[0]", "value": )" +
               std::to_string(z) + R"(, "decimals": 9 } ] })";
    };
    expect_published(text("", 0.13, 0.13));
    expect_published(text(R"(, "mode": "truncate")", 0.12, 0.12));
    expect_published(text(R"(, "mode": "half_even", "quantities": ["h"])", 0.13, 0.1259));
    EXPECT_THAT(refusal(text(R"(, "mode": "up")", 0, 0)),
                HasSubstr("/rounding/mode: expected \"half_away\""));
    EXPECT_THAT(refusal(text(R"(, "quantities": ["x"])", 0, 0)),
                HasSubstr("/rounding/quantities/0: expected the name of a quantity"));
    EXPECT_THAT(refusal(text(R"(, "quantities": [])", 0, 0)), HasSubstr("/rounding/quantities"));
}

TEST(Training, LeavesAloneWhatIsFrozen) {
    Document document = random_document(4, {.cell = find_cell("lstm", true)});
    while (document.sequence->empty() || !document.has_targets())
        document = random_document(document.steps() + 100 + document.sizes().hidden,
                                   {.cell = find_cell("lstm", true)});
    document.clamps = std::vector<Clamp>{};
    for (const Optimizer optimizer : {Optimizer::sgd, Optimizer::adam}) {
        document.training = {};
        document.training.optimizer = optimizer;
        document.training.learning_rate = 0.01;
        document.training.frozen = {"forget.*", "*.b", "readout.W"};
        Trainer trainer = trainer_of(document);
        for (int step = 0; step < 3; ++step)
            ASSERT_TRUE(trainer.step(training_sequences(document, step)));
        const Cell& cell = document.cell();
        for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
            const Parameter& parameter = cell.parameters[p];
            const bool frozen = parameter.gate == "forget" || parameter.letter == "b" ||
                                parameter.name() == "readout.W";
            EXPECT_EQ(*trainer.network().parameters[p] == *document.network.parameters[p], frozen)
                << parameter.name();
        }
    }
    EXPECT_EQ(read_scenario(write_scenario(document), "f").training.frozen,
              document.training.frozen);
    std::string text = write_scenario(document);
    text.replace(text.find("forget.*"), 8, "forget.Q");
    EXPECT_THAT(refusal(text), HasSubstr("/training/frozen/0: expected the name of a parameter"));
}

/// A scenario of `kind` whose "cell" and gates have more in them.
std::string scenario(const std::string& kind, const std::string& more_of_cell,
                     const std::string& gates) {
    return R"({ "format": "lstm-notebook", "version": 1, "cell": { "kind": ")" + kind +
           R"(", "input_size": 1, "hidden_size": 1)" + more_of_cell + R"( }, "weights": { )" +
           gates + R"( }, "sequence": [ { "x": [2] } ] })";
}

const std::string of_lstm = R"("forget": { "W": [[1]], "U": [[1]] },
    "input": { "W": [[1]], "U": [[1]] }, "candidate": { "W": [[1]], "U": [[1]] },
    "output": { "W": [[1]], "U": [[1]] })";
const std::string of_rnn = R"("hidden": { "W": [[1]], "U": [[1]] })";

TEST(CellForm, IsRefusedWithItsPlaceWhereItMakesNoSense) {
    const auto of = [](const char* kind, const char* more, const std::string& gates) {
        return refusal(scenario(kind, more, gates));
    };
    EXPECT_THAT(of("lstm", R"(, "activations": { "gates": "sigmod" })", of_lstm),
                HasSubstr("/cell/activations/gates: expected one of \"sigmoid\", \"tanh\""));
    EXPECT_THAT(of("lstm", R"(, "activations": { "gates": "softmax" })", of_lstm),
                HasSubstr("/cell/activations/gates: expected one of"));
    EXPECT_THAT(of("lstm", R"(, "activations": { "hidden": "relu" })", of_lstm),
                HasSubstr("/cell/activations"));
    EXPECT_THAT(of("rnn", R"(, "activations": { "output": "relu" })", of_rnn),
                HasSubstr("/cell/activations"));
    EXPECT_THAT(of("rnn", R"(, "activations": "relu")", of_rnn),
                HasSubstr("/cell/activations: expected an object"));
    EXPECT_THAT(of("lstm", R"(, "biases": 3)", of_lstm),
                HasSubstr("/cell/biases: expected a whole number from 0 to 2, found 3"));
    EXPECT_THAT(of("lstm", R"(, "biases": true)", of_lstm), HasSubstr("/cell/biases"));
    EXPECT_THAT(of("lstm", R"(, "update_gate": "renews")", of_lstm),
                HasSubstr("/cell/update_gate: expected no update_gate"));
    EXPECT_THAT(of("rnn", R"(, "peepholes": true)", of_rnn),
                HasSubstr("/cell/peepholes: expected no peepholes"));
    EXPECT_THAT(of("lstm", R"(, "peepholes": "yes")", of_lstm),
                HasSubstr("/cell/peepholes: expected true or false"));
    EXPECT_THAT(of("rnn", R"(, "biases": 0)", R"("hidden": { "W": [[1]], "U": [[1]], "b": [1] })"),
                HasSubstr("/weights/hidden"));
    EXPECT_THAT(of("rnn", "", R"("hidden": { "W": [[1]], "U": [[1]], "b_u": [1] })"),
                HasSubstr("/weights/hidden"));
    EXPECT_EQ(of("rnn", R"(, "biases": 2)", R"("hidden": { "W": [[1]], "U": [[1]], "b_u": [1] })"),
              "read");
}

TEST(Refusal, LeadsOnToWhatIsMeant) {
    EXPECT_THAT(refusal(scenario("gru", "", of_lstm)),
                HasSubstr("found \"gru\": did you mean \"gru_reset_before\" or "
                          "\"gru_reset_after\"?"));
    EXPECT_THAT(refusal(scenario("LSTM", "", of_lstm)), HasSubstr("did you mean \"lstm\"?"));
    EXPECT_THAT(refusal(scenario("perceptron", "", of_lstm)), HasSubstr("found \"perceptron\""));
    EXPECT_THAT(refusal(scenario("lstm", "", R"("f": { "W": [[1]], "U": [[1]] })")),
                HasSubstr("\"f\", which is called forget here"));
    EXPECT_THAT(refusal(scenario("rnn", "", R"("hidden": { "kernel": [[1]] })")),
                HasSubstr("\"kernel\", which is called W, with a row a unit: transposed here"));
    EXPECT_THAT(refusal(scenario("rnn", R"(, "biases": 2)", R"("hidden": { "bias_hh_l0": [1] })")),
                HasSubstr("which is called b_u"));
    EXPECT_THAT(refusal(scenario("rnn", "", R"("hidden": { "W": [[1, 2]], "U": [[1]] })")),
                HasSubstr("/weights/hidden/W: expected a 1 × 1 matrix, found 2 columns: one matrix "
                          "on [h, x]?"));
}

TEST(CellForm, OfItsKindIsNotWritten) {
    const std::string plain = write_scenario(read_scenario(scenario("lstm", "", of_lstm), "f"));
    for (const char* field : {"activations", "biases", "update_gate", "peepholes"})
        EXPECT_THAT(plain, Not(HasSubstr(field)));
    const char* said = R"(, "activations": { "gates": "sigmoid", "output": "tanh" }, "biases": 1,
                          "peepholes": false)";
    EXPECT_EQ(write_scenario(read_scenario(scenario("lstm", said, of_lstm), "f")), plain);
}

TEST(CellForm, NamesOneGateBeforeAll) {
    const Document document = read_scenario(
        scenario("lstm", R"(, "activations": { "gates": "hard_sigmoid", "forget": "relu",
                             "candidate": "identity", "output": "softsign" })",
                 of_lstm),
        "f");
    const Cell& cell = document.cell();
    EXPECT_EQ(cell.find_gate("forget")->activation, Activation::relu);
    EXPECT_EQ(cell.find_gate("input")->activation, Activation::hard_sigmoid);
    EXPECT_EQ(cell.find_gate("output")->activation, Activation::hard_sigmoid);
    EXPECT_EQ(cell.find_gate("candidate")->activation, Activation::identity);
    EXPECT_EQ(cell.form.squash, Activation::softsign);
}

RC_GTEST_PROP(CellForm, ComesBackFromAFileByteForByte, (std::uint32_t seed)) {
    RandomNumbers random(seed);
    for (const Cell* kind : cells()) {
        const CellForm form = random_form(random, kind->kind, seed % 2 == 0);
        Document document = random_document(seed, {.cell = find_cell(form)});
        if (document.rounding && seed % 3 > 0) {
            document.rounding->mode = RoundingMode::truncate;
            document.rounding->quantities = {document.cell().hidden().now};
        }
        document.training.frozen = {"*.U"};
        const std::string text = write_scenario(document);
        const Document read = read_scenario(text, "f");
        RC_ASSERT(&read.cell() == find_cell(form));
        RC_ASSERT(read == document);
        RC_ASSERT(write_scenario(read) == text);
    }
}

}  // namespace
}  // namespace lstm
