/// What a read-out says, in files: p = activation(y), names of inputs and outputs, losses of p.
#include "document/edit.h"
#include "document/gradients_of.h"
#include "document/results.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "refusal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A toy RNN that several public repositories print; `rest`: read-out, loss, and what is expected.
std::string toy(const std::string& rest) {
    return R"({ "format": "lstm-notebook", "version": 1,
        "cell": { "kind": "rnn", "input_size": 2, "hidden_size": 2 },
        "weights": { "hidden": { "W": [[0.1, 0.2], [0.3, 0.4]], "U": [[0.1, 0.2], [0.3, 0.4]] } },
        "sequence": [ { "x": [1, 2] }, { "x": [2, 1] } ], )" +
           rest + " }";
}

Document read(const std::string& rest) {
    return read_scenario(toy(rest), "f.json");
}

void expect_published(const std::string& rest) {
    const Document document = read(rest);
    const Results results(document);
    ASSERT_FALSE(results.verdicts().empty());
    for (std::size_t k = 0; k < results.verdicts().size(); ++k)
        EXPECT_TRUE(results.verdicts()[k].pass)
            << "expectation " << k << ": " << results.verdicts()[k].computed;
    const std::string text = write_scenario(document);
    EXPECT_EQ(read_scenario(text, "f"), document);
    EXPECT_EQ(write_scenario(read_scenario(text, "f")), text);
}

TEST(Readout, GivesThePublishedNumbersOfALogisticOutput) {
    expect_published(R"("readout": { "activation": "sigmoid", "W": [[0.5, 0.6]] },
        "targets": [null, [1]],
        "expect": [ { "t": 2, "quantity": "p", "value": 0.6919429176939739, "tolerance": 1e-15 } ])");
    expect_published(R"("readout": { "W": [[0.5, 0.6]] }, "loss": "binary_cross_entropy",
        "targets": [null, [1]],
        "expect": [
          { "t": 2, "quantity": "p[0]", "value": 0.6919429176939739, "tolerance": 1e-15 },
          { "quantity": "loss", "value": 0.36825181564840304, "tolerance": 1e-15 },
          { "t": 2, "quantity": "dL/dy[0]", "value": -0.30805708230602613, "tolerance": 1e-15 } ])");
}

TEST(Readout, AppliesWhatItsLossNeedsUnlessTheFileSaysMore) {
    const auto activation = [](const std::string& rest) {
        return read(rest).cell().form.readout_activation;
    };
    const std::string two = R"("readout": { "W": [[1, 2], [3, 4]] }, "loss": )";
    EXPECT_EQ(activation(two + R"("squared_error")"), Activation::identity);
    EXPECT_EQ(activation(two + R"("cross_entropy")"), Activation::softmax);
    EXPECT_EQ(activation(two + R"("binary_cross_entropy")"), Activation::sigmoid);
    EXPECT_EQ(read(two + R"("squared_error")").cell().find("p"), none);
    const std::string plain =
        R"("readout": { "activation": "identity", "W": [[1, 2], [3, 4]] }, "loss": "cross_entropy")";
    EXPECT_EQ(read(plain).cell().find("p"), none);
    EXPECT_THAT(write_scenario(read(plain)), HasSubstr(R"("activation": "identity")"));
    EXPECT_THAT(write_scenario(read(two + R"("cross_entropy")")), Not(HasSubstr("activation")));
    EXPECT_THAT(write_scenario(read(two + R"("squared_error")")), Not(HasSubstr("labels")));
}

TEST(Readout, OfCrossEntropyHasTheSameLossWhetherItShowsItsPredictionOrNot) {
    const std::string rest = R"(, "targets": [0, 1])";
    const Document shown =
        read(R"("readout": { "W": [[1, 2], [3, 4]] }, "loss": "cross_entropy")" + rest);
    const Document plain = read(
        R"("readout": { "activation": "identity", "W": [[1, 2], [3, 4]] }, "loss": "cross_entropy")" +
        rest);
    const auto loss = [](const Document& document) {
        const Results results(document);
        return loss_of(document, results.trace());
    };
    EXPECT_EQ(loss(shown), loss(plain));
}

TEST(Readout, WithWordsThatMakeNoSenseIsRefusedByItsPlace) {
    const auto refused = [](const std::string& rest) { return refusal(toy(rest)); };
    EXPECT_EQ(refused(R"("readout": { "activation": "sigmoid", "W": [[1, 2]] },
                         "loss": "cross_entropy")"),
              "f.json: /readout/activation: expected with the loss cross_entropy \"identity\", "
              "\"softmax\", found \"sigmoid\"");
    EXPECT_EQ(refused(R"("readout": { "activation": "gelu", "W": [[1, 2]] })"),
              "f.json: /readout/activation: expected one of \"identity\", \"sigmoid\", "
              "\"softmax\", \"tanh\", \"relu\", found \"gelu\"");
    EXPECT_EQ(refused(R"("readout": { "activation": 1, "W": [[1, 2]] })").substr(0, 28),
              "f.json: /readout/activation:");
    EXPECT_EQ(refused(R"("readout": { "labels": ["yes"], "W": [[1, 2], [3, 4]] })"),
              "f.json: /readout/labels: expected a list of 2 words, an output each, found 1 of "
              "them");
    EXPECT_THAT(refused(R"("readout": { "labels": ["yes", ""], "W": [[1, 2], [3, 4]] })"),
                HasSubstr("/readout/labels/1: expected a word that is not empty"));
    EXPECT_THAT(refused(R"("readout": { "labels": "yes", "W": [[1, 2]] })"),
                HasSubstr("/readout/labels: expected a list of 1 word, an output each"));
    EXPECT_EQ(refused(R"("readout": { "W": [[1, 2]] }, "loss": "binary_cross_entropy",
                         "targets": [null, [1.5]])"),
              "f.json: /targets/1/0: expected a number from 0 to 1, found 1.5");
    EXPECT_THAT(refused(R"("readout": { "W": [[1, 2]] }, "loss": "bce")"),
                HasSubstr("\"bce\", which is called binary_cross_entropy here"));
}

TEST(Readout, TakesTheActivationOfItsLossWhenThatChanges) {
    Document document = read(R"("readout": { "labels": ["no", "yes"], "W": [[1, 2], [3, 4]] })");
    document = edited(document, SetLoss{LossKind::cross_entropy});
    EXPECT_EQ(document.cell().form.readout_activation, Activation::softmax);
    document = edited(document, SetLoss{LossKind::binary_cross_entropy});
    EXPECT_EQ(document.cell().form.readout_activation, Activation::sigmoid);
    CellForm form = document.cell().form;
    form.readout_activation = Activation::identity;
    document = edited(document, SetForm{form});
    document = edited(document, SetLoss{LossKind::squared_error});
    EXPECT_EQ(document.cell().form.readout_activation, Activation::identity);
    document = edited(document, Resize{{2, 2, 3}});
    EXPECT_EQ(document.output_labels, (std::vector<std::string>{"no", "yes", "2"}));
    document = edited(document, Resize{{2, 2, 0}});
    EXPECT_TRUE(document.output_labels.empty());
}

}  // namespace
}  // namespace lstm
