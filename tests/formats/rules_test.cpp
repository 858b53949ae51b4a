/// Every rule of documents, broken in a file and by an edit: both refuse, the file with the place.
#include "document/validate.h"

#include "document/edit.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace lstm {
namespace {

using nlohmann::json;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A document with something of everything: 2 inputs, 3 units, 2 steps, targets, a clamp,
/// expectations, and a state of the optimizer.
Document full_document() {
    Document document = read_scenario(full_scenario(), "f.json");
    document = edited(document, SetTarget{1, Vector::Ones(3)});
    document.training.momentum = 0.5;
    document.training.clip = 2;
    TrainingState state{3, {}, {}};
    for (const Shared<Matrix>& parameter : document.network.parameters)
        state.first.push_back(*parameter);
    document.trained = state;
    return document;
}

/// The same with classes in place of targets.
Document document_of_classes() {
    Document document = edited(full_document(), SetLoss{LossKind::cross_entropy});
    return edited(document, SetTarget{1, Vector::Constant(1, 2)});
}

/// One whose read-out gives a probability.
Document document_of_probabilities() {
    Document document = edited(new_document(), Resize{{1, 1, 1}});
    document = edited(document, SetLoss{LossKind::binary_cross_entropy});
    return edited(document, SetTarget{1, Vector::Constant(1, 0.5)});
}

/// One whose inputs have names.
Document labelled() {
    return edited(full_document(), SetNames{{"one", "two"}, {}});
}

/// One with two sequences, and one whose only sequence has a name.
Document two_sequences() {
    return edited(full_document(), AddSequence{});
}
Document one_named() {
    return edited(two_sequences(), DeleteSequence{1});
}

/// One that learns a task.
Document document_of_task() {
    Document document = edited(new_document(), Resize{{2, 2, 1}});
    document.task = TaskChoice{"adding", 1, 10};
    return document;
}

/// How a rule is broken.
struct Breach {
    Document document = full_document();
    /// In its file: what is wrong, and where; empty where no file can say it.
    std::string place{};
    json value{};
    /// By an edit; nothing where none can.
    std::optional<Edit> edit{};
};

/// `document` otherwise, all at once.
template <class Change>
Edit replaced(Document document, const Change& change) {
    change(document);
    return Replace{std::move(document)};
}

Edit clamped(Clamp clamp) {
    return SetClamps{{clamp}};
}

template <class Change>
Edit trained_with(const Change& change) {
    TrainingSettings settings;
    change(settings);
    return SetTraining{settings};
}

std::map<Rule, Breach> network_breaches() {
    const auto full = full_document;
    return {
        {Rule::cell_kind, {full(), "/cell/kind", "elman", SetCell{"elman"}}},
        {Rule::biases, {full(), "/cell/biases", 3, SetForm{{.kind = "lstm", .biases = 3}}}},
        {Rule::readout_activation,
         {document_of_probabilities(), "/readout/activation", "tanh",
          SetForm{{.kind = "lstm", .readout_activation = Activation::tanh}}}},
        {Rule::label_count, {full(), "/cell/input_labels", {"one"}, SetNames{{"one"}, {}}}},
        {Rule::label, {labelled(), "/cell/input_labels/1", "", SetNames{{"one", ""}, {}}}},
        {Rule::input_size, {full(), "/cell/input_size", 1025, Resize{{1025, 1}}}},
        {Rule::hidden_size, {full(), "/cell/hidden_size", 0, Resize{{1, 0}}}},
        {Rule::output_size,
         {document_of_task(), "/readout/W", json::array(), Resize{{1, 1, 1025}}}},
        {Rule::sequence_count, {one_named(), "/sequences", json::array(), DeleteSequence{0}}},
        {Rule::sequence_name, {two_sequences(), "/sequences/1/name", "", RenameSequence{0, ""}}},
        {Rule::step_count,
         {full(),
          "",
          {},
          replaced(full(), [](Document& d) { d.sequence.edit().resize(max_steps + 1); })}},
        {Rule::shape,
         {full(),
          "/weights/forget/b",
          {1, 2},
          replaced(full(), [](Document& d) { d.network.parameters[0].edit().resize(1, 1); })}},
        {Rule::weight, {full(), "/weights/forget/W/0/0", nullptr, SetParameter{0, 0, 0, infinity}}},
        {Rule::initial, {full(), "/initial/c/1", nullptr, SetInitial{0, 0, infinity}}},
        {Rule::input, {full(), "/sequence/1/x/0", nullptr, SetInput{1, 0, infinity}}},
        {Rule::target_size, {full(), "/targets/0", {1, 2}, SetTarget{1, Vector::Ones(2)}}},
        {Rule::target,
         {full(), "/targets/0/1", nullptr, SetTarget{1, Vector::Constant(3, infinity)}}},
        {Rule::target_class,
         {document_of_classes(), "/targets/0", 3, SetTarget{1, Vector::Constant(1, 3)}}},
        {Rule::target_share,
         {document_of_probabilities(), "/targets/0/0", 1.5, SetTarget{1, Vector::Constant(1, 2)}}},
        {Rule::rounding, {full(), "/rounding/decimals", 18, SetRounding{18}}},
    };
}

std::map<Rule, Breach> training_breaches() {
    using Settings = TrainingSettings;
    const auto full = full_document;
    return {
        {Rule::learning_rate, {full(), "/training/learning_rate", 0, trained_with([](Settings& s) {
                                   s.learning_rate = 0;
                               })}},
        {Rule::momentum,
         {full(), "/training/momentum", 1, trained_with([](Settings& s) { s.momentum = 1; })}},
        {Rule::beta1,
         {full(), "/training/beta1", -0.1, trained_with([](Settings& s) { s.beta1 = -0.1; })}},
        {Rule::beta2,
         {full(), "/training/beta2", 1.5, trained_with([](Settings& s) { s.beta2 = 1.5; })}},
        {Rule::epsilon,
         {full(), "/training/epsilon", 0, trained_with([](Settings& s) { s.epsilon = 0; })}},
        {Rule::clip,
         {full(), "/training/clip", -1, trained_with([](Settings& s) { s.clip = -1; })}},
        {Rule::optimizer_state,
         {full(),
          "/training/state/first/forget/b",
          {1, 2},
          replaced(full(), [](Document& d) { d.trained.edit().first.pop_back(); })}},
        {Rule::task_name, {document_of_task(), "/task/name", "none", ShowSequence{0, {}}}},
        {Rule::task_fit,
         {document_of_task(), "/task/name", "reber",
          replaced(document_of_task(), [](Document& d) { d.task->name = "reber"; })}},
        {Rule::task_seed,
         {document_of_task(), "/task/seed", -1,
          replaced(document_of_task(), [](Document& d) { d.task->seed = -1; })}},
        {Rule::task_length,
         {document_of_task(), "/task/length", 3,
          replaced(document_of_task(), [](Document& d) { d.task->length = 3; })}},
    };
}

std::map<Rule, Breach> clamp_breaches() {
    const auto full = full_document;
    const QuantityId f = lstm_cell().at("forget.value");
    const json many(1001, json::parse(full_scenario())["force"][0]);
    return {
        {Rule::clamp_count,
         {full(), "/force", many, SetClamps{std::vector<Clamp>(1001, Clamp{f, {}, 1, 1, 0})}}},
        {Rule::clamp_quantity,
         {full(), "/force/0/quantity", "c", clamped({lstm_cell().at("c"), {}, 1, 1, 0})}},
        {Rule::clamp_element,
         {full(), "/force/0/quantity", "forget.value[3]", clamped({f, 3, 1, 1, 0})}},
        {Rule::clamp_from, {full(), "/force/0/from", 0, clamped({f, {}, 0, 1, 0})}},
        {Rule::clamp_to, {full(), "/force/1/to", 1, clamped({f, {}, 2, 1, 0})}},
        {Rule::clamp_value, {full(), "/force/0/value", nullptr, clamped({f, {}, 1, 1, infinity})}},
    };
}

std::map<Rule, Breach> expectation_breaches() {
    const auto full = full_document;
    const auto expecting = [&](const std::function<void(Expectation&)>& change) {
        return replaced(full(), [&](Document& d) { change(d.expectations.edit()[0]); });
    };
    using E = Expectation;
    return {
        {Rule::expectation_subject,
         {full(), "/expect/0/quantity", "c[3]", expecting([](E& e) { e.element = 3; })}},
        {Rule::expectation_step, {full(), "/expect/0/t", 3, expecting([](E& e) { e.t = 3; })}},
        {Rule::expectation_value,
         {full(), "/expect/0/value", nullptr, expecting([](E& e) { e.value = infinity; })}},
        {Rule::expectation_limit,
         {full(), "/expect/0/decimals", 2, expecting([](E& e) { e.decimals = 2; })}},
        {Rule::tolerance,
         {full(), "/expect/0/tolerance", -1, expecting([](E& e) { e.tolerance = -1; })}},
        {Rule::decimals,
         {full(), "/expect/1/decimals", 18,
          replaced(full(), [](Document& d) { d.expectations.edit()[1].decimals = 18; })}},
        {Rule::step, {full(), "", {}, DeleteStep{3}}},
        {Rule::element, {full(), "", {}, SetInput{1, 2, 0}}},
        {Rule::anomaly, {document_of_task(), "", {}, ShowSequence{0, 99}}},
    };
}

std::map<Rule, Breach> breaches() {
    std::map<Rule, Breach> all = network_breaches();
    all.merge(training_breaches());
    all.merge(clamp_breaches());
    all.merge(expectation_breaches());
    return all;
}

/// Where the file of `breach` is refused; "read" where it is not.
std::string place_of_refusal(const Breach& breach) {
    json scenario = json::parse(write_scenario(breach.document));
    scenario[json::json_pointer(breach.place)] = breach.value;
    try {
        (void)read_scenario(scenario.dump(), "f.json");
    } catch (const FormatError& error) {
        return error.place();
    }
    return "read";
}

std::optional<Rule> rule_of_refusal(const Document& document, const Edit& edit) {
    try {
        (void)edited(document, edit);
    } catch (const InvalidEdit& error) {
        return error.violation().rule;
    }
    return {};
}

TEST(Rules, AreKeptByTheDocumentsThatAreToBreakThem) {
    for (const auto& [rule, breach] : breaches()) {
        EXPECT_FALSE(validate(breach.document)) << static_cast<int>(rule);
        EXPECT_EQ(read_scenario(write_scenario(breach.document), "f.json"), breach.document)
            << static_cast<int>(rule);
    }
}

TEST(Rules, AreEachHeldAgainstFilesAndEdits) {
    const std::map<Rule, Breach> all = breaches();
    for (const Rule rule : rules()) {
        ASSERT_TRUE(all.contains(rule)) << static_cast<int>(rule);
        const Breach& breach = all.at(rule);
        // A file cannot name what only an edit names, nor hold more steps than its parser takes.
        const bool no_file = rule == Rule::step || rule == Rule::element || rule == Rule::anomaly ||
                             rule == Rule::step_count;
        EXPECT_EQ(breach.place.empty(), no_file) << static_cast<int>(rule);
        if (!no_file) {
            const std::string place = place_of_refusal(breach);
            // What stands beside each other is refused where both stand.
            const bool one_of_two = rule == Rule::expectation_limit;
            EXPECT_EQ(place, one_of_two ? "/expect/0" : breach.place) << static_cast<int>(rule);
        }
        // Of a document without a task there is no sequence to show.
        const Document& document = rule == Rule::task_name ? full_document() : breach.document;
        ASSERT_TRUE(breach.edit) << static_cast<int>(rule);
        EXPECT_EQ(rule_of_refusal(document, *breach.edit), rule) << static_cast<int>(rule);
    }
}

TEST(Rules, AllowTheEndsOfTheirBounds) {
    for (const Rule rule : rules()) {
        const Bounds bounds = bounds_of(rule);
        EXPECT_EQ(bounds.hold(bounds.least), bounds.least > -infinity && !bounds.above_least);
        EXPECT_EQ(bounds.hold(bounds.most), bounds.most < infinity && !bounds.below_most);
        EXPECT_FALSE(bounds.hold(std::numeric_limits<double>::quiet_NaN()));
        if (bounds.whole) {
            EXPECT_FALSE(bounds.hold(bounds.least + 0.5));
        }
    }
}

}  // namespace
}  // namespace lstm
