/// From a document to training sequences and a trainer.
#include "document/training_sequences.h"

#include "document/memory.h"

namespace lstm {

Sequence training_sequence(const Document& document, std::int64_t index) {
    if (document.task)
        return draw_sequence(*find_task(document.task->name),
                             static_cast<std::uint64_t>(document.task->seed), index,
                             document.task->length);
    Sequence sequence;
    for (const Shared<Step>& step : *document.sequence)
        sequence.add(step->x, step->target, step->label);
    return sequence;
}

std::vector<Shared<Step>> steps_of(const Sequence& sequence) {
    std::vector<Shared<Step>> steps;
    for (std::size_t t = 0; t < sequence.inputs.size(); ++t)
        steps.emplace_back(Step{sequence.inputs[t], sequence.labels[t], sequence.targets[t]});
    return steps;
}

Trainer trainer_of(const Document& document) {
    if (!document.task)
        require_memory(bytes_of(document.cell(), document.sizes(), document.steps()));
    return {document.network,  document.initial,  document.loss,
            document.training, *document.trained, *document.clamps};
}

}  // namespace lstm
