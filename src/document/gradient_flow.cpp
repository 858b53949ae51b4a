/// One run back through time for each unit, from a one at the end.
#include "document/gradient_flow.h"

#include "document/edit.h"
#include "document/gradients_of.h"
#include "document/results.h"
#include "model/engine/backward.h"
#include "model/engine/kernel_choice.h"

#include <cmath>
#include <memory>

namespace lstm {
namespace {

/// Multiplications that take no longer than a moment, and of which nobody notices anything.
constexpr double most_work = 3e8, little_work = 2e6;

double work_of(const Document& document) {
    const auto units = static_cast<double>(document.sizes().hidden);
    return 20 * units * units * (units + document.sizes().input) * document.steps();
}

std::vector<double> forget_products(const Trace& trace) {
    const Cell& cell = trace.cell();
    if (cell.family == Family::rnn) return {};
    const QuantityId keep = cell.find(Role::keep);
    std::vector<double> sizes(static_cast<std::size_t>(trace.steps()) + 1);
    Vector product = Vector::Ones(trace.sizes().hidden);
    for (int t = trace.steps(); t >= 0; --t) {
        sizes[static_cast<std::size_t>(t)] =
            std::sqrt(kernels().sum_of_squares(product.data(), product.size()) /
                      static_cast<double>(product.size()));
        if (keep != none && t > 0) product.array() *= trace.vector(keep, t).array();
    }
    return sizes;
}

/// Exactly, and as a plain RNN with the candidate's weights.
Document as_plain(const Document& document) {
    Document plain = document;
    plain.expectations = {};
    plain.clamps = {};
    return edited(plain, SetCell{"rnn"});
}

}  // namespace

std::vector<double> sizes_of_derivatives(const Network& network, const Trace& trace, QuantityId s,
                                         const std::vector<Clamp>& clamps) {
    const int steps = trace.steps();
    std::vector<double> squares(static_cast<std::size_t>(steps) + 1);
    if (steps == 0) {
        squares[0] = 1;
        return squares;
    }
    const BackwardPass pass(network, std::make_shared<const ForwardPlan>(trace.plan()), {s},
                            clamps);
    Gradients gradients(pass.plan(), steps);
    for (int unit = 0; unit < network.sizes.hidden; ++unit) {
        gradients.seed(s, steps).setZero();
        gradients.seed(s, steps)[unit] = 1;
        pass.run(trace, gradients, false);
        for (int t = 0; t <= steps; ++t)
            squares[static_cast<std::size_t>(t)] +=
                kernels().sum_of_squares(gradients.vector(s, t).data(), network.sizes.hidden);
    }
    for (double& square : squares)
        square = std::sqrt(square / static_cast<double>(network.sizes.hidden));
    return squares;
}

bool takes_a_moment(const Document& document) {
    return work_of(document) > little_work;
}

std::optional<GradientFlow> gradient_flow_of(const Document& document, const Trace& trace) {
    if (work_of(document) > most_work) return {};
    const std::vector<Clamp>& clamps = *document.clamps;
    const Cell& cell = document.cell();
    GradientFlow gradient_flow;
    if (cell.has_cell_state())
        gradient_flow.cell_state =
            sizes_of_derivatives(document.network, trace, cell.memory().now, clamps);
    gradient_flow.hidden_state =
        sizes_of_derivatives(document.network, trace, cell.hidden().now, clamps);
    gradient_flow.forget_product = forget_products(trace);
    const Document plain = as_plain(document);
    const Results results(plain);
    gradient_flow.plain_rnn =
        sizes_of_derivatives(plain.network, results.trace(), plain.cell().hidden().now);
    return gradient_flow;
}

}  // namespace lstm
