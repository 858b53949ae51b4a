/// Settings that are not the usual ones, and what an optimizer remembers.
#include "formats/scenario/training_writer.h"

namespace lstm {
namespace {

using Layout = JsonWriter::Layout;

/// One number for each of the network's: objects of gates, of their parameters.
void write_memory(JsonWriter& json, const Cell& cell, const std::vector<Matrix>& memory) {
    json.object(Layout::one_line);
    std::string open_gate;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Parameter& parameter = cell.parameters[p];
        if (parameter.gate != open_gate) {
            if (!open_gate.empty()) json.end();
            json.key(parameter.gate).object(Layout::one_line);
            open_gate = parameter.gate;
        }
        json.key(parameter.letter);
        if (parameter.columns == Extent::one)
            json.numbers(memory[p].col(0), Layout::one_line);
        else
            json.rows(memory[p], Layout::one_line, Layout::one_line);
    }
    json.end().end();
}

void write_state(JsonWriter& json, const Document& document) {
    const TrainingState& state = *document.trained;
    json.key("state").object(Layout::lines).key("steps").value(state.steps);
    json.key("first");
    write_memory(json, document.cell(), state.first);
    if (!state.second.empty()) {
        json.key("second");
        write_memory(json, document.cell(), state.second);
    }
    json.end();
}

void write_settings(JsonWriter& json, const TrainingSettings& settings) {
    const TrainingSettings usual;
    json.key("optimizer").value(name_of(settings.optimizer));
    json.beside().key("learning_rate").value(settings.learning_rate);
    const auto write = [&](const char* name, double value, double usual_value) {
        if (value != usual_value) json.beside().key(name).value(value);
    };
    write("momentum", settings.momentum, usual.momentum);
    write("beta1", settings.beta1, usual.beta1);
    write("beta2", settings.beta2, usual.beta2);
    write("epsilon", settings.epsilon, usual.epsilon);
    if (settings.clip) write("clip", *settings.clip, 0);
    if (settings.batch) json.beside().key("batch").value("all");
    if (settings.frozen.empty()) return;
    json.key("frozen").list(Layout::one_line);
    for (const std::string& pattern : settings.frozen) json.value(pattern);
    json.end();
}

}  // namespace

void write_training(JsonWriter& json, const Document& document) {
    const bool has_state = document.trained->steps > 0;
    if (document.training != TrainingSettings{} || has_state) {
        json.key("training").object(Layout::lines);
        write_settings(json, document.training);
        if (has_state) write_state(json, document);
        json.end();
    }
    if (!document.task) return;
    json.key("task").object(Layout::one_line).key("name").value(document.task->name);
    json.key("seed").value(document.task->seed);
    json.key("length").value(document.task->length).end();
}

}  // namespace lstm
