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

double activation(const std::string& name, double z) {
    if (name == "sigmoid") return 1.0 / (1.0 + std::exp(-z));
    if (name == "tanh") return std::tanh(z);
    if (name == "relu") return z > 0.0 ? z : 0.0;
    if (name == "hard_sigmoid") return std::fmin(1.0, std::fmax(0.0, 0.2 * z + 0.5));
    if (name == "hard_sigmoid_6") return std::fmin(1.0, std::fmax(0.0, z / 6.0 + 0.5));
    if (name == "softsign") return z / (1.0 + std::fabs(z));
    if (name == "step") return z > 0.0 ? 1.0 : 0.0;
    return z;  // identity
}

/// One step in the making.
class Worker {
public:
    Worker(const std::map<std::string, Weights>& gates, const Form& form, const Numbers& x,
           const Numbers& h)
        : gates_(gates), form_(form), x_(x), h_(h), step_{{"x", x}, {"h_prev", h}} {}

    /// What `gate` makes of its z.
    [[nodiscard]] double act(const std::string& gate, double z) const {
        const auto chosen = form_.activations.find(gate);
        const bool tanh = gate == "candidate" || gate == "hidden" || gate == "of c";
        return activation(chosen != form_.activations.end() ? chosen->second
                          : tanh                            ? "tanh"
                                                            : "sigmoid",
                          z);
    }
    /// W x of `gate` and its bias; where it has another for U h, their sum has a name.
    double heard_of_x(const std::string& gate, std::size_t k) {
        const Weights& weights = gates_.at(gate);
        const double wx = note(gate + ".wx", dot(weights.W[k], x_));
        if (weights.b.empty()) return wx;
        return form_.two_biases ? note(gate + ".wx_b", wx + weights.b[k]) : wx + weights.b[k];
    }
    double heard_of_h(const std::string& gate, std::size_t k, const Numbers& h) {
        const Weights& weights = gates_.at(gate);
        const double uh = note(gate + ".uh", dot(weights.U[k], h));
        return form_.two_biases ? note(gate + ".uh_b", uh + weights.b_u[k]) : uh;
    }

    double note(const std::string& name, double value) {
        step_[name].push_back(value);
        return value;
    }
    [[nodiscard]] bool has(const std::string& gate) const { return gates_.contains(gate); }

    /// W x + U h + b of unit k, and p c where there is a peephole.
    double z(const std::string& gate, std::size_t k, double c = 0.0) {
        const Weights& weights = gates_.at(gate);
        double sum = heard_of_x(gate, k) + heard_of_h(gate, k, h_);
        if (!weights.p.empty()) sum += note(gate + ".pc", weights.p[k] * c);
        return note(gate + ".z", sum);
    }

    void lstm(const std::string& kind, const Numbers& c) {
        step_["c_prev"] = c;
        for (std::size_t k = 0; k < c.size(); ++k) {
            const double idea = note("candidate.value", act("candidate", z("candidate", k)));
            double f = 1.0;
            double i = 1.0;
            if (has("forget")) f = note("forget.value", act("forget", z("forget", k, c[k])));
            if (has("input")) i = note("input.value", act("input", z("input", k, c[k])));
            if (kind == "lstm_coupled_forget") f = note("forget.value", 1.0 - i);
            if (kind == "lstm_coupled_input") i = note("input.value", 1.0 - f);
            const double kept = kind == "lstm_no_forget_gate" ? c[k] : note("kept", f * c[k]);
            const double written = kind == "lstm_no_input_gate" ? idea : note("written", i * idea);
            const double now = note("c", kept + written);
            const double said = kind == "lstm_no_output_activation" ? now
                                : kind == "lstm_no_output_gate"     ? act("of c", now)
                                                                : note("tanh_c", act("of c", now));
            const double o =
                has("output") ? note("output.value", act("output", z("output", k, now))) : 1.0;
            note("h", o * said);
        }
    }

    void gru(const std::string& kind) {
        const Weights& own = gates_.at("candidate");
        for (std::size_t k = 0; k < h_.size(); ++k) {
            note("reset.value", act("reset", z("reset", k)));
            note("update.value", act("update", z("update", k)));
            if (kind == "gru_reset_before") note("reset_h", step_["reset.value"][k] * h_[k]);
        }
        for (std::size_t k = 0; k < h_.size(); ++k) {
            double sum = heard_of_x("candidate", k);
            if (kind == "gru_reset_before") {
                sum += heard_of_h("candidate", k, step_["reset_h"]);
            } else {
                double a = note("candidate.uh", dot(own.U[k], h_));
                if (!own.b_u.empty()) a = note("candidate.a", a + own.b_u[k]);
                sum += note("candidate.ra", step_["reset.value"][k] * a);
            }
            const double idea = note("candidate.value", act("candidate", note("candidate.z", sum)));
            const double u = step_["update.value"][k];
            const double rest = note("rest", 1.0 - u);
            const double keep = form_.renews ? rest : u;
            note("h", note("kept", keep * h_[k]) + note("written", (1.0 - keep) * idea));
        }
    }

    void janet() {
        for (std::size_t k = 0; k < h_.size(); ++k) {
            const double f = note("forget.value", act("forget", z("forget", k)));
            const double idea = note("candidate.value", act("candidate", z("candidate", k)));
            note("h", note("kept", f * h_[k]) + note("written", note("rest", 1.0 - f) * idea));
        }
    }

    void mgu() {
        for (std::size_t k = 0; k < h_.size(); ++k)
            note("forget_h", note("forget.value", act("forget", z("forget", k))) * h_[k]);
        for (std::size_t k = 0; k < h_.size(); ++k) {
            const double sum =
                heard_of_x("candidate", k) + heard_of_h("candidate", k, step_["forget_h"]);
            const double idea = note("candidate.value", act("candidate", note("candidate.z", sum)));
            const double f = step_["forget.value"][k];
            note("h", note("kept", note("rest", 1.0 - f) * h_[k]) + note("written", f * idea));
        }
    }

    void rnn() {
        for (std::size_t k = 0; k < h_.size(); ++k) note("h", act("hidden", z("hidden", k)));
    }

    void read_out() {
        const Weights& weights = gates_.at("readout");
        for (std::size_t k = 0; k < weights.W.size(); ++k)
            note("y", note("readout.wh", dot(weights.W[k], step_["h"])) + weights.b[k]);
        if (form_.readout == "identity") return;
        const Numbers y = step_["y"];
        double all = 0.0;
        for (const double each : y) all += std::exp(each);
        for (const double each : y)
            note("p", form_.readout == "softmax" ? std::exp(each) / all
                                                 : activation(form_.readout, each));
    }

    [[nodiscard]] const Step& step() const { return step_; }

private:
    const std::map<std::string, Weights>& gates_;
    const Form& form_;
    const Numbers& x_;
    const Numbers& h_;
    Step step_;
};

}  // namespace

std::vector<Step> run(const std::string& kind, const std::map<std::string, Weights>& gates,
                      const Table& inputs, Numbers h, Numbers c, const Form& form) {
    std::vector<Step> steps;
    for (const Numbers& x : inputs) {
        Worker worker(gates, form, x, h);
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
