/// From a document to training sequences and a trainer.
#include "document/training_sequences.h"

#include "document/memory.h"
#include "document/sequences.h"

namespace lstm {

namespace {

TrainingSequence own_sequence(const Document& document, int n) {
    const NamedSequence own = sequence_at(document, n);
    TrainingSequence one{{}, own.initial, *own.clamps};
    for (const Shared<Step>& step : *own.steps)
        one.sequence.add(step->x, step->target, step->label);
    return one;
}

}  // namespace

std::vector<TrainingSequence> training_sequences(const Document& document, std::int64_t index) {
    if (document.task)
        return {{draw_sequence(*find_task(document.task->name),
                               static_cast<std::uint64_t>(document.task->seed), index,
                               document.task->length),
                 document.initial, *document.clamps}};
    const int count = sequence_count(document);
    if (!document.training.batch) return {own_sequence(document, static_cast<int>(index % count))};
    std::vector<TrainingSequence> all;
    for (int n = 0; n < count; ++n) all.push_back(own_sequence(document, n));
    return all;
}

std::vector<Shared<Step>> steps_of(const Sequence& sequence) {
    std::vector<Shared<Step>> steps;
    for (std::size_t t = 0; t < sequence.inputs.size(); ++t)
        steps.emplace_back(Step{sequence.inputs[t], sequence.labels[t], sequence.targets[t]});
    return steps;
}

Trainer trainer_of(const Document& document) {
    for (int n = 0; !document.task && n < sequence_count(document); ++n)
        require_memory(bytes_of(document.cell(), document.sizes(),
                                static_cast<int>(sequence_at(document, n).steps->size())));
    return {document.network,  document.initial,  document.loss,
            document.training, *document.trained, *document.clamps};
}

}  // namespace lstm
