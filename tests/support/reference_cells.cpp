/// One unit after the other, as the table of cells in docs/scenario.md has it.
#include "support/reference_cells.h"

#include <cmath>
#include <cstddef>

namespace reference {
namespace {

double dot(const Numbers& a, const Numbers& b) {
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

double sigma(double z) {
    return 1.0 / (1.0 + std::exp(-z));
}

/// One step in the making.
class Worker {
public:
    Worker(const std::map<std::string, Weights>& gates, const Numbers& x, const Numbers& h)
        : gates_(gates), x_(x), h_(h), step_{{"x", x}, {"h_prev", h}} {}

    double note(const std::string& name, double value) {
        step_[name].push_back(value);
        return value;
    }
    [[nodiscard]] bool has(const std::string& gate) const { return gates_.contains(gate); }

    /// W x + U h + b of unit k, and p c where there is a peephole.
    double z(const std::string& gate, std::size_t k, double c = 0.0) {
        const Weights& weights = gates_.at(gate);
        double sum = note(gate + ".wx", dot(weights.W[k], x_)) +
                     note(gate + ".uh", dot(weights.U[k], h_)) + weights.b[k];
        if (!weights.p.empty()) sum += note(gate + ".pc", weights.p[k] * c);
        return note(gate + ".z", sum);
    }

    void lstm(const std::string& kind, const Numbers& c) {
        step_["c_prev"] = c;
        for (std::size_t k = 0; k < c.size(); ++k) {
            const double idea = note("candidate.value", std::tanh(z("candidate", k)));
            double f = 1.0;
            double i = 1.0;
            if (has("forget")) f = note("forget.value", sigma(z("forget", k, c[k])));
            if (has("input")) i = note("input.value", sigma(z("input", k, c[k])));
            if (kind == "lstm_coupled_forget") f = note("forget.value", 1.0 - i);
            if (kind == "lstm_coupled_input") i = note("input.value", 1.0 - f);
            const double kept = kind == "lstm_no_forget_gate" ? c[k] : note("kept", f * c[k]);
            const double written = kind == "lstm_no_input_gate" ? idea : note("written", i * idea);
            const double now = note("c", kept + written);
            const double said = kind == "lstm_no_output_activation" ? now
                                : kind == "lstm_no_output_gate"     ? std::tanh(now)
                                                                : note("tanh_c", std::tanh(now));
            const double o = has("output") ? note("output.value", sigma(z("output", k, now))) : 1.0;
            note("h", o * said);
        }
    }

    void gru(const std::string& kind) {
        const Weights& own = gates_.at("candidate");
        for (std::size_t k = 0; k < h_.size(); ++k) {
            note("reset.value", sigma(z("reset", k)));
            note("update.value", sigma(z("update", k)));
            if (kind == "gru_reset_before") note("reset_h", step_["reset.value"][k] * h_[k]);
        }
        for (std::size_t k = 0; k < h_.size(); ++k) {
            double sum = note("candidate.wx", dot(own.W[k], x_)) + own.b[k];
            if (kind == "gru_reset_before") {
                sum += note("candidate.uh", dot(own.U[k], step_["reset_h"]));
            } else {
                const double a =
                    note("candidate.a", note("candidate.uh", dot(own.U[k], h_)) + own.b_u[k]);
                sum += note("candidate.ra", step_["reset.value"][k] * a);
            }
            const double idea = note("candidate.value", std::tanh(note("candidate.z", sum)));
            const double u = step_["update.value"][k];
            note("h", note("kept", u * h_[k]) + note("written", note("rest", 1.0 - u) * idea));
        }
    }

    void janet() {
        for (std::size_t k = 0; k < h_.size(); ++k) {
            const double f = note("forget.value", sigma(z("forget", k)));
            const double idea = note("candidate.value", std::tanh(z("candidate", k)));
            note("h", note("kept", f * h_[k]) + note("written", note("rest", 1.0 - f) * idea));
        }
    }

    void mgu() {
        const Weights& own = gates_.at("candidate");
        for (std::size_t k = 0; k < h_.size(); ++k)
            note("forget_h", note("forget.value", sigma(z("forget", k))) * h_[k]);
        for (std::size_t k = 0; k < h_.size(); ++k) {
            const double sum = note("candidate.wx", dot(own.W[k], x_)) +
                               note("candidate.uh", dot(own.U[k], step_["forget_h"])) + own.b[k];
            const double idea = note("candidate.value", std::tanh(note("candidate.z", sum)));
            const double f = step_["forget.value"][k];
            note("h", note("kept", note("rest", 1.0 - f) * h_[k]) + note("written", f * idea));
        }
    }

    void rnn() {
        for (std::size_t k = 0; k < h_.size(); ++k) note("h", std::tanh(z("hidden", k)));
    }

    void read_out() {
        const Weights& weights = gates_.at("readout");
        for (std::size_t k = 0; k < weights.W.size(); ++k)
            note("y", note("readout.wh", dot(weights.W[k], step_["h"])) + weights.b[k]);
    }

    [[nodiscard]] const Step& step() const { return step_; }

private:
    const std::map<std::string, Weights>& gates_;
    const Numbers& x_;
    const Numbers& h_;
    Step step_;
};

}  // namespace

std::vector<Step> run(const std::string& kind, const std::map<std::string, Weights>& gates,
                      const Table& inputs, Numbers h, Numbers c) {
    std::vector<Step> steps;
    for (const Numbers& x : inputs) {
        Worker worker(gates, x, h);
        if (kind == "rnn") {
            worker.rnn();
        } else if (kind == "janet") {
            worker.janet();
        } else if (kind == "mgu") {
            worker.mgu();
        } else if (kind.starts_with("gru")) {
            worker.gru(kind);
        } else {
            worker.lstm(kind, c);
        }
        if (worker.has("readout")) worker.read_out();
        steps.push_back(worker.step());
        h = steps.back().at("h");
        if (kind.starts_with("lstm")) c = steps.back().at("c");
    }
    return steps;
}

}  // namespace reference
