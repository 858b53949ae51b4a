/// The straight-line LSTM: Hochreiter & Schmidhuber 1997 with the forget gate of Gers et al. 2000.
#include "support/reference_lstm.h"

#include <cmath>
#include <cstddef>

namespace reference {
namespace {

double dot(const Numbers& a, const Numbers& b) {
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

}  // namespace

std::vector<Step> lstm(const std::map<std::string, Gate>& gates, const Table& inputs, Numbers h,
                       Numbers c) {
    std::vector<Step> steps;
    for (const Numbers& x : inputs) {
        Step step{{"x", x}, {"h_prev", h}, {"c_prev", c}};
        for (const auto& [name, gate] : gates) {
            for (std::size_t k = 0; k < h.size(); ++k) {
                const double wx = dot(gate.W[k], x);
                const double uh = dot(gate.U[k], h);
                const double z = wx + uh + gate.b[k];
                const double value =
                    name == "candidate" ? std::tanh(z) : 1.0 / (1.0 + std::exp(-z));
                step[name + ".wx"].push_back(wx);
                step[name + ".uh"].push_back(uh);
                step[name + ".z"].push_back(z);
                step[name + ".value"].push_back(value);
            }
        }
        for (std::size_t k = 0; k < h.size(); ++k) {
            const double kept = step["forget.value"][k] * c[k];
            const double written = step["input.value"][k] * step["candidate.value"][k];
            c[k] = kept + written;
            const double tanh_c = std::tanh(c[k]);
            h[k] = step["output.value"][k] * tanh_c;
            step["kept"].push_back(kept);
            step["written"].push_back(written);
            step["c"].push_back(c[k]);
            step["tanh_c"].push_back(tanh_c);
            step["h"].push_back(h[k]);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace reference
