/// Letting the network learn: how, how far, and what became of the loss.
#include "document/gradients_of.h"
#include "model/learning/tasks/task.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>

namespace lstm {
namespace {

/// The most that momentum, β₁ and β₂ keep.
constexpr double largest_share = 0.999999;

/// A setting with its name; returns what the user made of it.
std::optional<NumberChange> setting(Frame& frame, const std::string& id, const char* name,
                                    double value, const char* tooltip) {
    const float width = frame.px(58);
    const float label = text_size(frame.theme.fonts.text, name).x + frame.px(6);
    wrap_before(label + width);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(name);
    ImGui::SameLine(0, frame.px(6));
    NumberField field;
    field.id = id;
    field.value = value;
    field.limit = 1e300;  // a setting has no colour
    field.tooltip = tooltip;
    const auto change = number_field(frame, field, {width, ImGui::GetFrameHeight()});
    ImGui::SameLine(0, frame.px(12));
    return change;
}

/// What is asked, and lessons to look at.
void draw_task(Frame& frame, const Task& task) {
    const std::string words = std::string(task.about) + " Each step is a fresh lesson.";
    paragraph(words);
    if (button(frame, "training/lesson", "Show another lesson",
               "A lesson that it has not been trained on"))
        frame.proposals.edit(ShowSequence{++frame.view.learning.sequence, {}});
    for (std::size_t k = 0; k < task.anomalies.size(); ++k) {
        const std::string name(task.anomalies[k].name);
        ImGui::SameLine(0, frame.px(3));
        if (button(frame, "training/" + name, name,
                   "A lesson with one " + name + ": look how large the loss is there"))
            frame.proposals.edit(ShowSequence{++frame.view.learning.sequence, k});
    }
}

void draw_optimizer(Frame& frame) {
    const TrainingSettings& now = frame.document().training;
    const auto propose = [&](auto change, Gesture gesture = 0) {
        TrainingSettings settings = now;
        change(settings);
        frame.proposals.edit(SetTraining{settings}, gesture);
    };
    heading(frame, "Optimizer");
    const auto choice = [&](Optimizer optimizer, const char* id, const char* label,
                            const char* tooltip) {
        const bool chosen = now.optimizer == optimizer;
        if (button(frame, id, label, tooltip, true, chosen) && !chosen)
            propose([&](TrainingSettings& s) { s.optimizer = optimizer; });
        ImGui::SameLine(0, frame.px(3));
    };
    choice(Optimizer::sgd, "training/sgd", "SGD", "Gradient descent, with momentum if you like");
    choice(Optimizer::adam, "training/adam", "Adam",
           "Kingma & Ba 2015: each weight at its own pace");
    ImGui::SameLine(0, frame.px(12));
    if (const auto rate = setting(frame, "training/learning_rate", "rate", now.learning_rate,
                                  "How far a step goes: η"))
        propose([&](TrainingSettings& s) { s.learning_rate = std::max(rate->value, 1e-9); },
                rate->gesture);
    const auto share = [&](const char* id, const char* name, double TrainingSettings::*which,
                           const char* tooltip) {
        if (const auto change = setting(frame, id, name, now.*which, tooltip))
            propose(
                [&](TrainingSettings& s) {
                    s.*which = std::clamp(change->value, 0.0, largest_share);
                },
                change->gesture);
    };
    if (now.optimizer == Optimizer::sgd) {
        share("training/momentum", "momentum", &TrainingSettings::momentum,
              "How much of the last step is kept: μ, 0 to just under 1");
    } else {
        share("training/beta1", "β₁", &TrainingSettings::beta1,
              "How much of the mean of gradients is kept, 0 to just under 1");
        share("training/beta2", "β₂", &TrainingSettings::beta2,
              "How much of the mean of their squares is kept, 0 to just under 1");
    }
    if (const auto clip = setting(frame, "training/clip", "clip", now.clip.value_or(0),
                                  "A gradient longer than this is shortened to it; 0: never"))
        propose(
            [&](TrainingSettings& s) {
                s.clip = clip->value > 0 ? std::optional(clip->value) : std::nullopt;
            },
            clip->gesture);
    ImGui::NewLine();
}

void draw_run(Frame& frame) {
    Learning& learning = frame.view.learning;
    heading(frame, "Run");
    const std::string run = learning.running ? "Pause" : "Train";
    if (button(frame, "training/run", run, "Steps until you say stop; all of them are one undo",
               true, learning.running)) {
        learning.running = !learning.running;
        learning.told.clear();
    }
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "training/step", "One step", "One step of the optimizer", !learning.running))
        learning.single_step = true;
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "training/start", "Back to the start",
               "The weights with which this training began", learning.start.has_value()))
        frame.proposals.request(LearnFromStartRequest{});
    if (draw_seed(frame, "training", "New weights")) {
        learning.start.reset();
        learning.losses.clear();
    }
    ImGui::SameLine(0, frame.px(12));
    if (const auto steps = stepper(frame, "training/steps_per_frame", "steps a frame",
                                   learning.steps_per_frame, 1, 1000))
        learning.steps_per_frame = *steps;
    ImGui::SameLine(0, frame.px(12));
    if (const auto target = setting(frame, "training/target_loss", "stop at loss",
                                    learning.target_loss, "Training stops by itself at this loss"))
        learning.target_loss = std::max(target->value, 0.0);
    ImGui::NewLine();
}

/// "412 steps · loss 0.0123 · least 0.0101 at step 390"
std::string progress(const Frame& frame) {
    const std::vector<double>& losses = frame.view.learning.losses;
    const std::int64_t steps = frame.document().trained->steps;
    std::string words = std::to_string(steps) + (steps == 1 ? " step" : " steps");
    // Of its own sequence, the loss that it has now; of a task, that of the last lesson, before it.
    const bool of_now = losses.empty() || !frame.document().task;
    const double loss = of_now ? frame.session.loss() : losses.back();
    words += " · loss " + format_value(loss, 6);
    if (frame.document().task && !losses.empty()) words += " of the last lesson";
    if (frame.document().task && losses.empty()) words += " of the lesson on show";
    if (losses.size() < 2) return words;
    const auto least = std::min_element(losses.begin(), losses.end());
    return words + " · least " + format_value(*least, 6) + " at step " +
           std::to_string(steps - (losses.end() - least) + 1);
}

}  // namespace

void draw_training(Frame& frame) {
    const Document& document = frame.document();
    if (!document.task && !frame.session.has_targets()) {
        paragraph(
            "There is nothing to learn yet: give a step a target on the Inputs page. The loss then "
            "says how far the output is from it, and training makes it smaller.");
        return;
    }
    if (document.task) draw_task(frame, *find_task(document.task->name));
    draw_optimizer(frame);
    draw_run(frame);
    const std::string words = progress(frame);
    paragraph(words);
    frame.regions.add("training/progress", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), words);
    const Learning& learning = frame.view.learning;
    if (!learning.told.empty()) {
        paragraph(learning.told);
        frame.regions.add("training/told", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                          learning.told);
    }
    if (learning.losses.size() > 1) draw_loss_curve(frame);
}

}  // namespace lstm
