/// Letting the network learn: how, how far, and what became of the loss.
#include "document/gradients_of.h"
#include "document/sequences.h"
#include "model/learning/tasks/task.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>

namespace lstm {
namespace {

/// The most that momentum, β₁ and β₂ keep.
constexpr double largest_share = 0.999999;

/// A setting with its name; returns what the user made of it.
std::optional<NumberChange> setting(Frame& frame, const std::string& id, const std::string& name,
                                    double value, const std::string& tooltip) {
    const float width = frame.px(58);
    const float label = text_size(frame.theme.fonts.text, name).x + frame.px(6);
    wrap_before(label + width);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(name.c_str());
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
    const std::string words = frame.words("training.task", {{"about", std::string(task.about)}});
    paragraph(words);
    if (button(frame, "training/lesson", frame.words("training.another"),
               frame.words("training.another.help")))
        frame.proposals.edit(ShowSequence{++frame.view.training.sequence, {}});
    for (std::size_t k = 0; k < task.anomalies.size(); ++k) {
        const std::string name(task.anomalies[k].name);
        ImGui::SameLine(0, frame.px(3));
        if (button(frame, "training/" + name, name,
                   frame.words("training.anomaly.help", {{"anomaly", name}})))
            frame.proposals.edit(ShowSequence{++frame.view.training.sequence, k});
    }
}

void draw_optimizer(Frame& frame) {
    const TrainingSettings& now = frame.document().training;
    const auto propose = [&](auto change, Gesture gesture = 0) {
        TrainingSettings settings = now;
        change(settings);
        frame.proposals.edit(SetTraining{settings}, gesture);
    };
    heading(frame, frame.words("training.optimizer"));
    const auto choice = [&](Optimizer optimizer, const char* id, const char* label,
                            const std::string& tooltip) {
        const bool chosen = now.optimizer == optimizer;
        if (button(frame, id, label, tooltip, true, chosen) && !chosen)
            propose([&](TrainingSettings& s) { s.optimizer = optimizer; });
        ImGui::SameLine(0, frame.px(3));
    };
    choice(Optimizer::sgd, "training/sgd", "SGD", frame.words("training.sgd.help"));
    choice(Optimizer::adam, "training/adam", "Adam", frame.words("training.adam.help"));
    ImGui::SameLine(0, frame.px(12));
    if (const auto rate = setting(frame, "training/learning_rate", frame.words("training.rate"),
                                  now.learning_rate, frame.words("training.rate.help")))
        propose([&](TrainingSettings& s) { s.learning_rate = std::max(rate->value, 1e-9); },
                rate->gesture);
    const auto share = [&](const char* id, const std::string& name, double TrainingSettings::*which,
                           const std::string& tooltip) {
        if (const auto change = setting(frame, id, name, now.*which, tooltip))
            propose(
                [&](TrainingSettings& s) {
                    s.*which = std::clamp(change->value, 0.0, largest_share);
                },
                change->gesture);
    };
    if (now.optimizer == Optimizer::sgd) {
        share("training/momentum", frame.words("training.momentum"), &TrainingSettings::momentum,
              frame.words("training.momentum.help"));
    } else {
        share("training/beta1", "β₁", &TrainingSettings::beta1, frame.words("training.beta1.help"));
        share("training/beta2", "β₂", &TrainingSettings::beta2, frame.words("training.beta2.help"));
    }
    if (const auto clip = setting(frame, "training/clip", frame.words("training.clip"),
                                  now.clip.value_or(0), frame.words("training.clip.help")))
        propose(
            [&](TrainingSettings& s) {
                s.clip = clip->value > 0 ? std::optional(clip->value) : std::nullopt;
            },
            clip->gesture);
    ImGui::NewLine();
    if (sequence_count(frame.document()) < 2 || frame.document().task) return;
    if (button(frame, "training/batch", frame.words("training.batch"),
               frame.words("training.batch.help"), true, now.batch))
        propose([](TrainingSettings& s) { s.batch = !s.batch; });
}

void draw_run(Frame& frame) {
    TrainingWish& wish = frame.view.training;
    const TrainingStatus& status = frame.training;
    const auto request = [&](TrainingRequest::What what) {
        frame.proposals.request(TrainingRequest{what});
    };
    heading(frame, frame.words("training.run"));
    const std::string run =
        status.running ? frame.words("training.pause") : frame.words("training.train");
    if (button(frame, "training/run", run, frame.words("training.train.help"), true,
               status.running))
        request(status.running ? TrainingRequest::What::stop : TrainingRequest::What::start);
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "training/step", frame.words("training.step"),
               frame.words("training.step.help"), !status.running))
        request(TrainingRequest::What::single_step);
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "training/start", frame.words("training.start"),
               frame.words("training.start.help"), status.has_start))
        request(TrainingRequest::What::go_to_start);
    if (draw_seed(frame, "training", frame.words("training.new_weights")))
        request(TrainingRequest::What::forget_start);
    ImGui::SameLine(0, frame.px(12));
    if (const auto steps =
            stepper(frame, "training/steps_per_frame", frame.words("training.steps_a_frame"),
                    wish.steps_per_frame, 1, 1000))
        wish.steps_per_frame = *steps;
    ImGui::SameLine(0, frame.px(12));
    if (const auto target = setting(frame, "training/target_loss", frame.words("training.target"),
                                    wish.target_loss, frame.words("training.target.help")))
        wish.target_loss = std::max(target->value, 0.0);
    ImGui::NewLine();
}

/// What the padlocks on the Weights page keep as it is.
void draw_frozen(Frame& frame) {
    const Cell& cell = frame.cell();
    const std::vector<bool> frozen = named_by(frame.document().training.frozen, cell);
    std::vector<std::string> names;
    for (std::size_t p = 0; p < frozen.size(); ++p)
        if (frozen[p]) names.push_back(cell.parameters[p].name());
    if (names.empty()) return;
    const std::string sentence =
        names.size() == frozen.size()
            ? frame.words("training.all_frozen")
            : frame.words("training.frozen", {{"names", listed(frame.words, names)}});
    paragraph(sentence);
    frame.regions.add("training/frozen", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    if (button(frame, "training/unlock", frame.words("training.unlock"),
               frame.words("training.unlock.help"))) {
        TrainingSettings settings = frame.document().training;
        settings.frozen.clear();
        frame.proposals.edit(SetTraining{settings});
    }
    ImGui::Dummy({0, frame.px(2)});
}

/// "412 steps · loss 0.0123 · least 0.0101 at step 390"
std::string progress(const Frame& frame) {
    const std::vector<double>& losses = frame.training.losses;
    const std::int64_t steps = frame.document().trained->steps;
    // Of its own sequence, the loss that it has now; of a task, that of the last sequence, before
    // it.
    const bool of_now = losses.empty() || !frame.document().task;
    const double loss = of_now ? frame.session.loss() : losses.back();
    const char* const which = !frame.document().task ? "training.progress"
                              : losses.empty()       ? "training.progress.on_show"
                                                     : "training.progress.last";
    const std::string words =
        frame.words(which, {{"steps", counted(frame.words, "steps", static_cast<int>(steps))},
                            {"loss", format_value(loss, 6)}});
    if (losses.size() < 2) return words;
    const auto least = std::min_element(losses.begin(), losses.end());
    return frame.words("training.progress.least",
                       {{"progress", words},
                        {"least", format_value(*least, 6)},
                        {"step", std::to_string(steps - (losses.end() - least) + 1)}});
}

}  // namespace

void draw_training(Frame& frame) {
    const Document& document = frame.document();
    if (!document.task && !frame.session.has_targets()) {
        paragraph(frame.words("training.nothing"));
        return;
    }
    if (document.task) draw_task(frame, *find_task(document.task->name));
    draw_optimizer(frame);
    draw_frozen(frame);
    draw_run(frame);
    const std::string words = progress(frame);
    paragraph(words);
    frame.regions.add("training/progress", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), words);
    const TrainingStatus& status = frame.training;
    if (!status.told.empty()) {
        paragraph(status.told);
        frame.regions.add("training/told", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                          status.told);
    }
    if (status.losses.size() > 1) draw_loss_curve(frame);
}

}  // namespace lstm
