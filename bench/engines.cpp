/// Timings on demand, for bench/compare, which goes from one engine to the next and back.
///
/// Each line on standard input is a command; each gets one line on standard output.
///
///     use NAME                   computes with the kernels NAME from now on: v2, v3, v4, widest,
///     fused ours I H T SECONDS         microseconds that a forward pass takes, over about so long
///     plain I H T SECONDS        the same of the plain Eigen loop
///     both I H T SECONDS         ours, forward and back again, of the loss ½ Σ h²
///     plain_both I H T SECONDS   the same in plain Eigen
///     adam I H T SECONDS         microseconds that a step of training takes, with ours
///     plain_adam I H T SECONDS   with plain Eigen
///     arithmetic I H T SECONDS   of as many multiply-adds as both need, with nothing else to do
///     read H T SECONDS           to read the weights of the state, H to 4H, T times
///     error I H T                the largest difference between the two in anything that both keep
///     gradient_error I H T       the same of gradients of weights and inputs, relative to the
///     largest adam_error I H T           the same of their weights after twenty steps save I H T
///     FILE            writes W, U, b of each gate (in PyTorch's order: input, forget,
///                                candidate, output; row by row), the inputs and our h as doubles
///     gradient I H T FILE        writes dL/dW, dL/dU, dL/db of that loss in the same order
#include "floors.h"
#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/engine/kernel_choice.h"
#include "model/learning/trainer.h"
#include "plain_eigen.h"
#include "plain_training.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace lstm::fused {
extern const Kernels kernels;
}

namespace lstm::bench {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Both engines on the same numbers.
struct Rivals {
    Network network;
    Matrix inputs;
    ForwardPass pass;
    Trace trace;
    PlainEigen plain;

    Rivals(Sizes sizes, int steps)
        : network(randomised(zero_network(lstm_cell(), sizes), 1)),
          inputs(Matrix::Random(sizes.input, steps)),
          pass(network),
          trace(pass.plan(), steps),
          plain(network, steps) {
        Vector::Map(trace.column(0), trace.stride()).setZero();
        for (int t = 1; t <= steps; ++t)
            Vector::Map(trace.column(t) + pass.plan()->row(network.cell->input), sizes.input) =
                inputs.col(t - 1);
    }

    BackwardPass backward{network, pass.plan(), {network.cell->output()}};
    Gradients gradients{backward.plan(), trace.steps()};

    void run_ours() { pass.run(trace); }
    void run_both() {
        pass.run(trace);
        const QuantityId h = network.cell->output();
        for (int t = 1; t <= trace.steps(); ++t) gradients.seed(h, t) = trace.vector(h, t);
        backward.run(trace, gradients);
    }
    void run_plain() { plain.run(inputs); }

    PlainTraining plain_training{network, trace.steps()};

    void run_plain_both() {
        plain_training.forward(inputs);
        plain_training.seeds = plain_training.h.rightCols(trace.steps());
        plain_training.backward(inputs);
    }
};

/// Both, learning the same lesson by Adam.
struct Learners {
    static constexpr double rate = 1e-3;

    Matrix inputs, targets;
    Sequence sequence;
    Trainer trainer;
    PlainTraining plain;

    Learners(Sizes sizes, int steps)
        : Learners(randomised(zero_network(lstm_cell(), sizes), 1), sizes, steps) {}
    Learners(const Network& network, Sizes sizes, int steps)
        : inputs(Matrix::Random(sizes.input, steps)),
          targets(Matrix::Random(sizes.hidden, steps)),
          trainer(network, {Vector::Zero(sizes.hidden), Vector::Zero(sizes.hidden)},
                  LossKind::squared_error, settings()),
          plain(network, steps) {
        for (int t = 0; t < steps; ++t) sequence.add(inputs.col(t), targets.col(t), "");
    }

    static TrainingSettings settings() {
        TrainingSettings settings;
        settings.optimizer = Optimizer::adam;
        settings.learning_rate = rate;
        return settings;
    }
    void step() { trainer.step(sequence); }
    void step_plain() { plain.adam_step(inputs, targets, rate); }
};

/// Microseconds of the processor's time a call, over calls that together take about `seconds`.
template <class Function>
double time_of(double seconds, Function function) {
    function();  // so that memory and caches are as they will be
    long calls = 1;
    for (;; calls *= 2) {
        const std::clock_t start = std::clock();
        for (long n = 0; n < calls; ++n) function();
        const double elapsed = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        if (elapsed >= seconds / 2) return elapsed / static_cast<double>(calls) * 1e6;
    }
}

double read_time(int hidden, int steps, double seconds) {
    const std::size_t count = std::size_t{4} * hidden * hidden;
    const std::vector<double> weights((count + 63) / 64 * 64, 1.0);
    return steps * time_of(seconds, [&] { read(weights.data(), weights.size()); });
}

/// As many multiply-adds as forward and backward take: each weight three times a step.
double arithmetic_time(int inputs, int hidden, int steps, double seconds) {
    return time_of(seconds,
                   [&] { multiply_and_add(3.0 * 4.0 * hidden * (inputs + hidden) * steps); });
}

double largest_difference(Rivals& rivals) {
    rivals.run_ours();
    rivals.run_plain();
    const int hidden = rivals.network.sizes.hidden;
    double largest = 0.0;
    const auto compare = [&](const std::string& quantity, const Matrix& plain) {
        const auto ours = rivals.trace.matrix(rivals.network.cell->at(quantity));
        const double difference = (ours - plain.rightCols(ours.cols())).cwiseAbs().maxCoeff();
        if (!(difference <= largest)) largest = difference;  // NaN too
    };
    int row = 0;
    for (const char* gate : {"forget", "input", "output", "candidate"}) {
        compare(gate + std::string(".z"), rivals.plain.z.middleRows(row, hidden));
        compare(gate + std::string(".value"), rivals.plain.gates.middleRows(row, hidden));
        row += hidden;
    }
    compare("kept", rivals.plain.kept);
    compare("written", rivals.plain.written);
    compare("c", rivals.plain.c);
    compare("tanh_c", rivals.plain.tanh_c);
    compare("h", rivals.plain.h);
    return largest;
}

/// Calls `use` with each parameter of an LSTM and with what plain Eigen has of it.
template <class Use>
void with_parameters(const Cell& cell, const PlainTraining::Weights& plain, Use use) {
    const Eigen::Index hidden = plain.U.cols();
    Eigen::Index row = 0;
    for (const char* gate : {"forget", "input", "output", "candidate"}) {
        use(cell.find_parameter(gate, "W"), plain.W.middleRows(row, hidden));
        use(cell.find_parameter(gate, "U"), plain.U.middleRows(row, hidden));
        use(cell.find_parameter(gate, "b"), plain.b.middleRows(row, hidden));
        row += hidden;
    }
}

double gradient_error(Rivals& rivals) {
    rivals.run_both();
    rivals.run_plain_both();
    const Gradients& ours = rivals.gradients;
    double largest = 0, difference = 0;
    const auto compare = [&](const Matrix& our, const Matrix& plain) {
        largest = std::max(largest, plain.cwiseAbs().maxCoeff());
        const double error = (our - plain).cwiseAbs().maxCoeff();
        if (!(error <= difference)) difference = error;  // NaN too
    };
    with_parameters(*rivals.network.cell, rivals.plain_training.gradient,
                    [&](ParameterId p, const auto& plain) { compare(ours.parameter(p), plain); });
    for (int t = 1; t <= ours.steps(); ++t)
        compare(ours.vector(rivals.network.cell->input, t), rivals.plain_training.dx.col(t - 1));
    return difference / largest;
}

double adam_error(Sizes sizes, int steps) {
    Learners learners(sizes, steps);
    for (int n = 0; n < 20; ++n) {
        learners.step();
        learners.step_plain();
    }
    double difference = 0;
    const Network& network = learners.trainer.network();
    with_parameters(*network.cell, learners.plain.weights, [&](ParameterId p, const auto& plain) {
        const double error = (*network.parameters[p] - plain).cwiseAbs().maxCoeff();
        if (!(error <= difference)) difference = error;
    });
    return difference;
}

void write(std::ostream& file, const RowMajor& matrix) {
    file.write(reinterpret_cast<const char*>(matrix.data()),
               static_cast<std::streamsize>(matrix.size() * sizeof(double)));
}

/// Of every parameter, in PyTorch's order, what `matrix_of` gives.
template <class MatrixOf>
void write_parameters(std::ostream& file, const Cell& cell, MatrixOf matrix_of) {
    for (const char* letter : {"W", "U", "b"})
        for (const char* gate : {"input", "forget", "candidate", "output"})
            write(file, matrix_of(cell.find_parameter(gate, letter)));
}

bool save(Rivals& rivals, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    const Cell& cell = *rivals.network.cell;
    write_parameters(file, cell, [&](ParameterId p) { return *rivals.network.parameters[p]; });
    write(file, rivals.inputs.transpose());
    rivals.run_ours();
    write(file, rivals.trace.matrix(cell.at("h")).transpose());
    return file.good();
}

bool save_gradient(Rivals& rivals, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    rivals.run_both();
    write_parameters(file, *rivals.network.cell,
                     [&](ParameterId p) { return rivals.gradients.parameter(p); });
    return file.good();
}

int serve() {
    std::map<std::tuple<int, int, int>, std::unique_ptr<Rivals>> known;
    std::string command;
    while (std::cin >> command) {
        int inputs = 1, hidden = 1, steps = 1;
        double seconds = 0.0;
        if (command == "use") {
            std::string name;
            std::cin >> name;
            use_kernels(name == "fused"    ? fused::kernels
                        : name == "widest" ? kernels_called(nullptr)
                                           : kernels_called(name.c_str()));
            std::cout << kernels().name << std::endl;
            continue;
        }
        if (command == "read") {
            std::cin >> hidden >> steps >> seconds;
            std::cout << read_time(hidden, steps, seconds) << std::endl;
            continue;
        }
        std::cin >> inputs >> hidden >> steps;
        std::unique_ptr<Rivals>& rivals = known[{inputs, hidden, steps}];
        if (!rivals) rivals = std::make_unique<Rivals>(Sizes{inputs, hidden}, steps);
        if (command == "ours") {
            std::cin >> seconds;
            std::cout << time_of(seconds, [&] { rivals->run_ours(); }) << std::endl;
        } else if (command == "plain") {
            std::cin >> seconds;
            std::cout << time_of(seconds, [&] { rivals->run_plain(); }) << std::endl;
        } else if (command == "error") {
            std::cout << largest_difference(*rivals) << std::endl;
        } else if (command == "both") {
            std::cin >> seconds;
            std::cout << time_of(seconds, [&] { rivals->run_both(); }) << std::endl;
        } else if (command == "plain_both") {
            std::cin >> seconds;
            std::cout << time_of(seconds, [&] { rivals->run_plain_both(); }) << std::endl;
        } else if (command == "gradient_error") {
            std::cout << gradient_error(*rivals) << std::endl;
        } else if (command == "adam" || command == "plain_adam") {
            std::cin >> seconds;
            Learners learners({inputs, hidden}, steps);
            std::cout << (command == "adam" ? time_of(seconds, [&] { learners.step(); })
                                            : time_of(seconds, [&] { learners.step_plain(); }))
                      << std::endl;
        } else if (command == "adam_error") {
            std::cout << adam_error({inputs, hidden}, steps) << std::endl;
        } else if (command == "arithmetic") {
            std::cin >> seconds;
            std::cout << arithmetic_time(inputs, hidden, steps, seconds) << std::endl;
        } else if (command == "gradient") {
            std::string path;
            std::cin >> path;
            std::cout << (save_gradient(*rivals, path) ? "saved" : "not saved") << std::endl;
        } else if (command == "save") {
            std::string path;
            std::cin >> path;
            std::cout << (save(*rivals, path) ? "saved" : "not saved") << std::endl;
        } else {
            std::cerr << "engines: no command " << command << '\n';
            return 2;
        }
    }
    return 0;
}

}  // namespace
}  // namespace lstm::bench

int main() {
    return lstm::bench::serve();
}
