/// From a document to lessons and a trainer.
#include "document/lessons.h"

#include "document/memory.h"

namespace lstm {

Lesson lesson_of(const Document& document, std::int64_t index) {
    if (document.task)
        return draw_lesson(*find_task(document.task->name),
                           static_cast<std::uint64_t>(document.task->seed), index,
                           document.task->length);
    Lesson lesson;
    for (const Shared<Step>& step : *document.sequence)
        lesson.add(step->x, step->target, step->label);
    return lesson;
}

std::vector<Shared<Step>> sequence_of(const Lesson& lesson) {
    std::vector<Shared<Step>> sequence;
    for (std::size_t t = 0; t < lesson.inputs.size(); ++t)
        sequence.emplace_back(Step{lesson.inputs[t], lesson.labels[t], lesson.targets[t]});
    return sequence;
}

Trainer trainer_of(const Document& document) {
    if (!document.task)
        require_memory(bytes_of(document.cell(), document.sizes(), document.steps()));
    return {document.network,  document.initial,  document.loss,
            document.training, *document.trained, *document.forces};
}

}  // namespace lstm
