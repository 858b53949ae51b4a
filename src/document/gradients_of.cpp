/// From the targets of a document to gradients.
#include "document/gradients_of.h"

#include <memory>

namespace lstm {

std::optional<double> loss_at(const Document& document, const Trace& trace, int t) {
    const Vector& target = document.step(t).target;
    if (target.size() == 0) return {};
    return loss_of(document.loss, trace.vector(document.cell().output(), t), target);
}

double loss_of(const Document& document, const Trace& trace) {
    double sum = 0;
    for (int t = 1; t <= document.steps(); ++t) sum += loss_at(document, trace, t).value_or(0);
    return sum;
}

Gradients gradients_of(const Document& document, const Trace& trace) {
    return GradientsOf()(document, trace);
}

Gradients GradientsOf::operator()(const Document& document, const Trace& trace) {
    const QuantityId output = document.cell().output();
    if (made_ && made_->cell == &document.cell() && made_->sizes == document.sizes() &&
        made_->clamps == *document.clamps) {
        made_->pass.set_weights(document.network);
    } else {
        made_.emplace(
            Made{BackwardPass(document.network, std::make_shared<const ForwardPlan>(trace.plan()),
                              {output}, *document.clamps),
                 &document.cell(), document.sizes(), *document.clamps});
        ++plans_;
    }
    const BackwardPass& pass = made_->pass;
    Gradients gradients(pass.plan(), document.steps());
    for (int t = 1; t <= document.steps(); ++t)
        if (const Vector& target = document.step(t).target; target.size() > 0)
            loss_gradient(document.loss, trace.vector(output, t), target,
                          gradients.seed(output, t));
    pass.run(trace, gradients);
    return gradients;
}

}  // namespace lstm
