/// Judging expectations.
#include "document/expectation.h"

#include "document/gradients_of.h"
#include "document/training_sequences.h"
#include "model/engine/rounding.h"

#include <cmath>
#include <limits>

namespace lstm {
namespace {

/// Looks computed numbers up; gradients are computed once one is asked for.
class Lookup {
public:
    Lookup(const Document& document, const Trace& trace) : document_(document), trace_(trace) {}

    double value(const Expectation& e) {
        switch (e.subject) {
            case ExpectationSubject::quantity: return trace_.value(e.quantity, e.element, e.t);
            case ExpectationSubject::gradient: return gradients().value(e.quantity, e.element, e.t);
            case ExpectationSubject::parameter_gradient:
                return e.t == 0 ? gradients().parameter(e.parameter)(e.element, e.column)
                                : gradients().parameter_at(trace_, e.parameter, e.t)(e.element,
                                                                                     e.column);
            case ExpectationSubject::updated_parameter:
                return (*updated()[index(e)])(e.element, e.column);
            case ExpectationSubject::loss:
                return e.t == 0 ? loss_of(document_, trace_)
                                : loss_at(document_, trace_, e.t)
                                      .value_or(std::numeric_limits<double>::quiet_NaN());
        }
        return 0;
    }

private:
    static std::size_t index(const Expectation& e) { return static_cast<std::size_t>(e.parameter); }

    const Gradients& gradients() {
        if (!gradients_) gradients_ = gradients_of(document_, trace_);
        return *gradients_;
    }

    /// The weights after the next step of training; NaN where that comes to nothing.
    const std::vector<Shared<Matrix>>& updated() {
        if (updated_.empty()) {
            Trainer trainer = trainer_of(document_);
            // Of several sequences the one whose expectation this is.
            const std::int64_t next =
                document_.task ? document_.trained->steps : std::int64_t{document_.shown};
            const bool went = trainer.step(training_sequences(document_, next)).has_value();
            updated_ = trainer.network().parameters;
            constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
            if (!went)
                for (Shared<Matrix>& parameter : updated_) parameter.edit().setConstant(nothing);
        }
        return updated_;
    }

    const Document& document_;
    const Trace& trace_;
    std::optional<Gradients> gradients_;
    std::vector<Shared<Matrix>> updated_;
};

}  // namespace

bool agrees(const Expectation& expectation, double computed) {
    if (!std::isfinite(computed)) return false;
    if (expectation.tolerance)
        return std::abs(computed - expectation.value) <= *expectation.tolerance;
    const int decimals = expectation.decimals.value_or(max_decimals);
    return round_half_away(computed, decimals) == round_half_away(expectation.value, decimals);
}

double computed_for(const Document& document, const Trace& trace, const Expectation& expectation) {
    return Lookup(document, trace).value(expectation);
}

std::vector<Verdict> judge(const Document& document, const Trace& trace) {
    Lookup lookup(document, trace);
    std::vector<Verdict> verdicts;
    verdicts.reserve(document.expectations->size());
    for (const Expectation& e : *document.expectations) {
        const double computed = lookup.value(e);
        verdicts.push_back({computed, agrees(e, computed)});
    }
    return verdicts;
}

}  // namespace lstm
