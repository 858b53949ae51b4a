/// From the targets of a document to gradients.
#include "document/gradients_of.h"

#include "model/learning/step_loss.h"

#include <algorithm>
#include <memory>

namespace lstm {

int StepLosses::targets_of(const Document& document) {
    if (document.loss != LossKind::mean_squared_error) return 1;  // nobody asks
    return static_cast<int>(std::ranges::count_if(
        *document.sequence, [](const Shared<Step>& step) { return step->target.size() > 0; }));
}

std::optional<double> StepLosses::at(int t) const {
    const Vector& target = document_.step(t).target;
    if (target.size() == 0) return {};
    return lstm::loss_at(document_.loss, trace_, t, target, targets_);
}

double StepLosses::sum() const {
    double sum = 0;
    for (int t = 1; t <= document_.steps(); ++t) sum += at(t).value_or(0);
    return sum;
}

std::optional<double> loss_at(const Document& document, const Trace& trace, int t) {
    return StepLosses(document, trace).at(t);
}

double loss_of(const Document& document, const Trace& trace) {
    return StepLosses(document, trace).sum();
}

Gradients gradients_of(const Document& document, const Trace& trace) {
    return GradientsOf()(document, trace);
}

Gradients GradientsOf::operator()(const Document& document, const Trace& trace) {
    if (made_ && made_->cell == &document.cell() && made_->sizes == document.sizes() &&
        made_->clamps == *document.clamps) {
        made_->pass.set_weights(document.network);
    } else {
        made_.emplace(
            Made{BackwardPass(document.network, std::make_shared<const ForwardPlan>(trace.plan()),
                              seeded(document.cell()), *document.clamps),
                 &document.cell(), document.sizes(), *document.clamps});
        ++plans_;
    }
    const BackwardPass& pass = made_->pass;
    Gradients gradients(pass.plan(), document.steps());
    const int targets = StepLosses::targets_of(document);
    for (int t = 1; t <= document.steps(); ++t)
        if (const Vector& target = document.step(t).target; target.size() > 0)
            seed_loss(document.loss, trace, t, target, gradients, targets);
    pass.run(trace, gradients);
    return gradients;
}

}  // namespace lstm
