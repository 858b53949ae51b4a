/// Settings that are not the usual ones, and what an optimizer remembers.
#include "formats/scenario/training_writer.h"

#include "formats/json/json_text.h"
#include "maths/numbers.h"

namespace lstm {
namespace {

void append_memory(std::string& out, const Cell& cell, const std::vector<Matrix>& memory) {
    std::string gate;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Parameter& parameter = cell.parameters[p];
        if (parameter.gate != gate)
            out += (gate.empty() ? "{ " : " }, ") + json_string(parameter.gate) + ": { ";
        else
            out += ", ";
        gate = parameter.gate;
        out += json_string(parameter.letter) + ": ";
        if (parameter.columns == Extent::one) {
            append_list(out, memory[p].col(0), ", ");
            continue;
        }
        for (Eigen::Index r = 0; r < memory[p].rows(); ++r) {
            out += r == 0 ? "[" : ", ";
            append_list(out, memory[p].row(r), ", ");
        }
        out += ']';
    }
    out += " } }";
}

void append_state(std::string& out, const Document& document) {
    const TrainingState& state = *document.trained;
    out += "\"state\": {\n      \"steps\": " + std::to_string(state.steps) + ",\n      \"first\": ";
    append_memory(out, document.cell(), state.first);
    if (!state.second.empty()) {
        out += ",\n      \"second\": ";
        append_memory(out, document.cell(), state.second);
    }
    out += "\n    }";
}

}  // namespace

void append_training(std::string& out, const Document& document) {
    const TrainingSettings usual;
    const TrainingSettings& settings = document.training;
    const bool has_state = document.trained->steps > 0;
    if (settings != usual || has_state) {
        out +=
            ",\n  \"training\": {\n    \"optimizer\": " + json_string(name_of(settings.optimizer)) +
            ", \"learning_rate\": ";
        append_number(out, settings.learning_rate);
        const auto append = [&](const char* name, double value, double usual_value) {
            if (value == usual_value) return;
            out += std::string(", \"") + name + "\": ";
            append_number(out, value);
        };
        append("momentum", settings.momentum, usual.momentum);
        append("beta1", settings.beta1, usual.beta1);
        append("beta2", settings.beta2, usual.beta2);
        append("epsilon", settings.epsilon, usual.epsilon);
        if (settings.clip) append("clip", *settings.clip, 0);
        if (has_state) {
            out += ",\n    ";
            append_state(out, document);
        }
        out += "\n  }";
    }
    if (document.task)
        out += ",\n  \"task\": { \"name\": " + json_string(document.task->name) +
               ", \"seed\": " + std::to_string(document.task->seed) +
               ", \"length\": " + std::to_string(document.task->length) + " }";
}

}  // namespace lstm
