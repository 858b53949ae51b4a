/// One step of each optimizer.
#include "model/learning/optimizer.h"

#include "model/engine/elementary.h"
#include "model/engine/kernel_choice.h"

#include <algorithm>
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

bool names(std::string_view pattern, const Parameter& parameter) {
    const std::size_t dot = pattern.find('.');
    if (dot == std::string_view::npos) return false;
    const auto fits = [](std::string_view part, std::string_view name) {
        return part == "*" || part == name;
    };
    return fits(pattern.substr(0, dot), parameter.gate) &&
           fits(pattern.substr(dot + 1), parameter.letter);
}

std::vector<bool> named_by(const std::vector<std::string>& patterns, const Cell& cell) {
    std::vector<bool> named;
    for (const Parameter& parameter : cell.parameters)
        named.push_back(std::ranges::any_of(
            patterns, [&](const std::string& pattern) { return names(pattern, parameter); }));
    return named;
}

std::vector<std::string> with_frozen(const std::vector<std::string>& patterns, const Cell& cell,
                                     ParameterId parameter, bool frozen) {
    const Parameter& changed = cell.parameters[static_cast<std::size_t>(parameter)];
    std::vector<std::string> result, others;
    for (const std::string& pattern : patterns)
        (names(pattern, changed) ? others : result).push_back(pattern);
    if (frozen) {
        if (!others.empty()) return patterns;
        result.push_back(changed.name());
        return result;
    }
    for (const Parameter& each : cell.parameters) {
        const auto means_it = [&](const std::string& pattern) { return names(pattern, each); };
        if (each.name() != changed.name() && std::ranges::any_of(others, means_it) &&
            std::ranges::none_of(result, means_it))
            result.push_back(each.name());
    }
    return result;
}

double norm_of(const std::vector<Matrix>& gradients) {
    double squares = 0;
    for (const Matrix& gradient : gradients)
        squares += kernels().sum_of_squares(gradient.data(), gradient.size());
    return std::sqrt(squares);
}

void optimise(const TrainingSettings& settings, std::vector<Matrix>& gradients,
              TrainingState& state, std::vector<Shared<Matrix>>& parameters,
              const std::vector<bool>& frozen) {
    const auto is_frozen = [&](std::size_t p) { return !frozen.empty() && frozen[p]; };
    for (std::size_t p = 0; p < gradients.size(); ++p)
        if (is_frozen(p)) gradients[p].setZero();
    if (settings.clip)
        if (const double norm = norm_of(gradients); norm > *settings.clip)
            for (Matrix& gradient : gradients) gradient *= *settings.clip / norm;
    ++state.steps;
    remember(gradients, state.first);
    if (settings.optimizer == Optimizer::sgd) {
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            if (is_frozen(p)) continue;
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
        if (!is_frozen(p))
            kernels().adam(step, gradients[p].data(), state.first[p].data(), state.second[p].data(),
                           parameters[p].edit().data(), gradients[p].size());
}

}  // namespace lstm
