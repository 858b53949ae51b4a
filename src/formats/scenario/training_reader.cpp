/// Settings, optimizer states and tasks.
#include "formats/scenario/training_reader.h"

#include "formats/scenario/fields.h"
#include "formats/scenario/matrix_reader.h"
#include "model/learning/tasks/task.h"

#include <algorithm>
#include <limits>

namespace lstm {
namespace {

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
    state.steps = read_integer(fields.at("steps", "a number of steps"),
                               {1, std::numeric_limits<int>::max(), true});
    state.first = read_memory(fields.at("first", "what the optimizer remembers"), document.network);
    if (document.training.optimizer == Optimizer::adam)
        state.second =
            read_memory(fields.at("second", "what the optimizer remembers"), document.network);
    return state;
}

std::vector<std::string> read_frozen(JsonValue value, const Cell& cell) {
    const std::string example = cell.parameters.front().name();
    require_list(value, "a list of parameters, such as \"" + example + "\"");
    std::vector<std::string> patterns;
    JsonValue item = value.first();
    for (int k = 0; k < value.size(); ++k, item = item.next()) {
        patterns.push_back(read_string(item));
        const auto meant = named_by({patterns.back()}, cell);
        if (std::ranges::find(meant, true) == meant.end())
            item.fail("the name of a parameter, such as \"" + example +
                      "\", or with * for the gate or the letter");
    }
    return patterns;
}

}  // namespace

void read_training(JsonValue value, Document& document) {
    const Fields fields(value, {"optimizer", "learning_rate", "momentum", "beta1", "beta2",
                                "epsilon", "clip", "batch", "frozen", "state"});
    TrainingSettings& settings = document.training;
    if (const auto name = fields.find("optimizer")) {
        const std::string expected = "\"sgd\" or \"adam\"";
        const auto optimizer =
            name->kind() == JsonValue::Kind::string ? find_optimizer(name->string()) : std::nullopt;
        if (!optimizer) name->fail(expected);
        settings.optimizer = *optimizer;
    }
    if (const auto rate = fields.find("learning_rate"))
        settings.learning_rate = read_number(*rate, bounds_of(Rule::learning_rate));
    if (const auto momentum = fields.find("momentum"))
        settings.momentum = read_number(*momentum, bounds_of(Rule::momentum));
    if (const auto beta = fields.find("beta1"))
        settings.beta1 = read_number(*beta, bounds_of(Rule::beta1));
    if (const auto beta = fields.find("beta2"))
        settings.beta2 = read_number(*beta, bounds_of(Rule::beta2));
    if (const auto epsilon = fields.find("epsilon"))
        settings.epsilon = read_number(*epsilon, bounds_of(Rule::epsilon));
    if (const auto clip = fields.find("clip"))
        settings.clip = read_number(*clip, bounds_of(Rule::clip));
    if (const auto batch = fields.find("batch")) {
        const std::string found =
            batch->kind() == JsonValue::Kind::string ? std::string(batch->string()) : std::string();
        if (found != "all" && found != "one")
            batch->fail("\"all\" sequences at each step, or \"one\" in turn");
        settings.batch = found == "all";
    }
    if (const auto frozen = fields.find("frozen"))
        settings.frozen = read_frozen(*frozen, document.cell());
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
    choice.length = task->length;
    if (validate(document, choice))
        name.fail("a task that fits the network: " + choice.name + " has " +
                  std::to_string(task->inputs) + " inputs, " + std::to_string(task->outputs) +
                  " outputs and the loss " + std::string(name_of(task->loss)));
    if (const auto seed = fields.find("seed"))
        choice.seed = read_integer(*seed, bounds_of(Rule::task_seed));
    if (const auto length = fields.find("length"))
        choice.length = read_integer(*length, bounds_of(Rule::task_length));
    return choice;
}

}  // namespace lstm
