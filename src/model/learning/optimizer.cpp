/// One step of each optimizer.
#include "model/learning/optimizer.h"

#include "model/engine/elementary.h"
#include "model/engine/kernel_choice.h"

#include <cmath>

namespace lstm {
namespace {

void remember(const std::vector<Matrix>& gradients, std::vector<Matrix>& memory) {
    if (!memory.empty()) return;
    for (const Matrix& gradient : gradients)
        memory.emplace_back(Matrix::Zero(gradient.rows(), gradient.cols()));
}

}  // namespace

std::string_view name_of(Optimizer optimizer) {
    return optimizer == Optimizer::sgd ? "sgd" : "adam";
}

std::optional<Optimizer> find_optimizer(std::string_view name) {
    for (const Optimizer optimizer : {Optimizer::sgd, Optimizer::adam})
        if (name_of(optimizer) == name) return optimizer;
    return {};
}

double norm_of(const std::vector<Matrix>& gradients) {
    double squares = 0;
    for (const Matrix& gradient : gradients)
        squares += kernels().sum_of_squares(gradient.data(), gradient.size());
    return std::sqrt(squares);
}

void optimise(const TrainingSettings& settings, std::vector<Matrix>& gradients,
              TrainingState& state, std::vector<Shared<Matrix>>& parameters) {
    if (settings.clip)
        if (const double norm = norm_of(gradients); norm > *settings.clip)
            for (Matrix& gradient : gradients) gradient *= *settings.clip / norm;
    ++state.steps;
    remember(gradients, state.first);
    if (settings.optimizer == Optimizer::sgd) {
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            state.first[p] = settings.momentum * state.first[p] + gradients[p];
            parameters[p].edit() -= settings.learning_rate * state.first[p];
        }
        return;
    }
    remember(gradients, state.second);
    // As the algorithm has it, with what all numbers share worked out once: a quotient is the
    // dearest thing here.
    const AdamStep step{
        settings.beta1, settings.beta2, settings.epsilon,
        settings.learning_rate / (1 - elementary::power(settings.beta1, state.steps)),
        1 / (1 - elementary::power(settings.beta2, state.steps))};
    for (std::size_t p = 0; p < parameters.size(); ++p)
        kernels().adam(step, gradients[p].data(), state.first[p].data(), state.second[p].data(),
                       parameters[p].edit().data(), gradients[p].size());
}

}  // namespace lstm
