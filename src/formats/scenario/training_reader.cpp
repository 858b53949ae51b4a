/// Settings, optimizer states and tasks.
#include "formats/scenario/training_reader.h"

#include "formats/scenario/fields.h"
#include "formats/scenario/matrix_reader.h"
#include "model/learning/tasks/task.h"

#include <limits>

namespace lstm {
namespace {

constexpr int no_limit = std::numeric_limits<int>::max();

/// A number above 0.
double read_positive(JsonValue value) {
    const double number = read_number(value, "a number above 0");
    if (!(number > 0)) value.fail("a number above 0");
    return number;
}

/// From 0 to just under 1.
double read_share(JsonValue value) {
    const std::string expected = "a number from 0 to under 1";
    const double number = read_number(value, expected);
    if (!(number >= 0 && number < 1)) value.fail(expected);
    return number;
}

/// One number for each of the network's: objects of gates, of their parameters.
std::vector<Matrix> read_memory(JsonValue value, const Network& network) {
    const Cell& cell = *network.cell;
    std::vector<std::string_view> gates;
    for (const Parameter& parameter : cell.parameters)
        if (gates.empty() || gates.back() != parameter.gate) gates.push_back(parameter.gate);
    const Fields fields(value, gates);
    std::vector<Matrix> memory;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Parameter& parameter = cell.parameters[p];
        std::vector<std::string_view> letters;
        for (const Parameter& other : cell.parameters)
            if (other.gate == parameter.gate) letters.push_back(other.letter);
        const Fields gate(fields.at(parameter.gate, "a number for each weight"), letters);
        const JsonValue numbers = gate.at(parameter.letter, "a number for each weight");
        const Matrix& weights = *network.parameters[p];
        memory.push_back(parameter.columns == Extent::one
                             ? Matrix(read_vector(numbers, weights.rows()))
                             : read_matrix(numbers, weights.rows(), weights.cols()));
    }
    return memory;
}

TrainingState read_state(JsonValue value, const Document& document) {
    const Fields fields(value, {"steps", "first", "second"});
    TrainingState state;
    state.steps = read_integer(fields.at("steps", "a number of steps"), 1, no_limit);
    state.first = read_memory(fields.at("first", "what the optimizer remembers"), document.network);
    if (document.training.optimizer == Optimizer::adam)
        state.second =
            read_memory(fields.at("second", "what the optimizer remembers"), document.network);
    return state;
}

}  // namespace

void read_training(JsonValue value, Document& document) {
    const Fields fields(value, {"optimizer", "learning_rate", "momentum", "beta1", "beta2",
                                "epsilon", "clip", "state"});
    TrainingSettings& settings = document.training;
    if (const auto name = fields.find("optimizer")) {
        const std::string expected = "\"sgd\" or \"adam\"";
        const auto optimizer =
            name->kind() == JsonValue::Kind::string ? find_optimizer(name->string()) : std::nullopt;
        if (!optimizer) name->fail(expected);
        settings.optimizer = *optimizer;
    }
    if (const auto rate = fields.find("learning_rate"))
        settings.learning_rate = read_positive(*rate);
    if (const auto momentum = fields.find("momentum")) settings.momentum = read_share(*momentum);
    if (const auto beta = fields.find("beta1")) settings.beta1 = read_share(*beta);
    if (const auto beta = fields.find("beta2")) settings.beta2 = read_share(*beta);
    if (const auto epsilon = fields.find("epsilon")) settings.epsilon = read_positive(*epsilon);
    if (const auto clip = fields.find("clip")) settings.clip = read_positive(*clip);
    if (const auto state = fields.find("state")) document.trained = read_state(*state, document);
}

TaskChoice read_task(JsonValue value, const Document& document) {
    const Fields fields(value, {"name", "seed", "length"});
    std::string names = "one of";
    for (const Task& task : tasks())
        names += (&task == &tasks().front() ? " \"" : ", \"") + std::string(task.name) + '"';
    const JsonValue name = fields.at("name", names);
    TaskChoice choice{read_string(name), 1, 0};
    const Task* const task = find_task(choice.name);
    if (task == nullptr) name.fail(names);
    if (task->inputs != document.sizes().input || task->outputs != document.outputs() ||
        task->loss != document.loss)
        name.fail("a task that fits the network: " + choice.name + " has " +
                  std::to_string(task->inputs) + " inputs, " + std::to_string(task->outputs) +
                  " outputs and the loss " + std::string(name_of(task->loss)));
    constexpr int longest = 10'000;
    choice.length = task->length;
    if (const auto seed = fields.find("seed")) choice.seed = read_integer(*seed, 0, no_limit);
    if (const auto length = fields.find("length"))
        choice.length = read_integer(*length, 4, longest);
    return choice;
}

}  // namespace lstm
