/// Every kind of cell, forward: as straight-line code has it, and as others printed it.
#include "model/engine/forward.h"
#include "model/engine/network.h"
#include "support/random_form.h"
#include "support/random_run.h"
#include "support/reference_cells.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// All that a run of any kind of cell starts from.
struct Sample {
    Sample(const char* kind, Sizes sizes, Matrix columns_of_inputs)
        : Sample(*find_cell(kind, sizes.output > 0), sizes, std::move(columns_of_inputs)) {}
    Sample(const Cell& cell, Sizes sizes, Matrix columns_of_inputs)
        : network(zero_network(cell, sizes)),
          inputs(std::move(columns_of_inputs)),
          h(Vector::Zero(sizes.hidden)),
          c(Vector::Zero(sizes.hidden)) {}

    Matrix& parameter(const char* gate, const char* letter) {
        return network.parameters[network.cell->find_parameter(gate, letter)].edit();
    }

    Network network;
    Matrix inputs;  ///< input_size × T
    Vector h, c;
};

Trace trace_of(const Sample& run) {
    const ForwardPass pass(run.network);
    Trace trace(pass.plan(), static_cast<int>(run.inputs.cols()));
    const auto put = [&](QuantityId quantity, int t, const Vector& numbers) {
        Vector::Map(trace.column(t) + pass.plan()->row(quantity), numbers.size()) = numbers;
    };
    const Cell& cell = trace.cell();
    put(cell.at("h"), 0, run.h);
    if (cell.find("c") != none) put(cell.at("c"), 0, run.c);
    for (int t = 1; t <= trace.steps(); ++t) put(cell.input, t, run.inputs.col(t - 1));
    pass.run(trace);
    return trace;
}

/// A row a timestep.
using Rows = std::vector<std::vector<double>>;

void expect_rows(const Trace& trace, const char* quantity, const Rows& rows, double tolerance) {
    ASSERT_EQ(trace.steps(), static_cast<int>(rows.size()));
    for (int t = 1; t <= trace.steps(); ++t)
        for (std::size_t k = 0; k < rows[t - 1].size(); ++k)
            EXPECT_NEAR(trace.value(trace.cell().at(quantity), static_cast<int>(k), t),
                        rows[t - 1][k], tolerance)
                << trace.cell().kind << ": " << quantity << "[" << k << "] at t = " << t;
}

/// Compares every quantity of every step.
void expect_reference(const Sample& run) {
    const auto list = [](const auto& numbers) {
        return reference::Numbers(numbers.begin(), numbers.end());
    };
    const auto table = [&](const Matrix& matrix) {
        reference::Table rows;
        for (const auto& row : matrix.rowwise()) rows.push_back(list(row));
        return rows;
    };
    const Cell& cell = *run.network.cell;
    std::map<std::string, reference::Weights> gates;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Parameter& parameter = cell.parameters[p];
        const Matrix& numbers = *run.network.parameters[p];
        reference::Weights& gate = gates[parameter.gate];
        if (parameter.letter == "W") gate.W = table(numbers);
        if (parameter.letter == "U") gate.U = table(numbers);
        if (parameter.letter == "b") gate.b = list(numbers.col(0));
        if (parameter.letter == "p") gate.p = list(numbers.col(0));
        if (parameter.letter == "b_u") gate.b_u = list(numbers.col(0));
    }
    reference::Form form{{},
                         std::string(name_of(cell.form.readout_activation)),
                         cell.form.update_gate == UpdateGate::renews,
                         cell.form.biases == 2};
    for (const auto& [gate, activation] : cell.form.activations)
        form.activations[gate] = name_of(activation);
    form.activations["of c"] = name_of(cell.form.squash);
    const auto steps = reference::run(cell.kind, gates, table(run.inputs.transpose()), list(run.h),
                                      list(run.c), form);
    const Trace trace = trace_of(run);
    for (int t = 1; t <= trace.steps(); ++t) {
        const reference::Step& step = steps[t - 1];
        EXPECT_EQ(step.size(), cell.quantities.size()) << cell.kind;
        for (std::size_t q = 0; q < cell.quantities.size(); ++q) {
            const std::string& name = cell.quantities[q].name;
            ASSERT_TRUE(step.contains(name)) << cell.kind << ": " << name;
            const auto values = trace.vector(static_cast<QuantityId>(q), t);
            ASSERT_EQ(values.size(), std::ssize(step.at(name)));
            for (int k = 0; k < values.size(); ++k) {
                const double wanted = step.at(name)[k];
                // Sums in another order, and 20 steps that hand on what differs.
                EXPECT_NEAR(values[k], wanted, 1e-12 * std::max(1.0, std::abs(wanted)))
                    << cell.kind << ": " << name << "[" << k << "] at t = " << t;
            }
        }
    }
}

TEST(Variants, ComputeWhatPlainLoopsDo) {
    for (const Cell* cell : cells()) {
        for (std::uint64_t seed = 1; seed <= 24; ++seed) {
            RandomNumbers random(seed);
            const auto up_to = [&](int most) {
                return 1 + static_cast<int>((most - 0.001) * (random.number() + 1) / 2);
            };
            const Sizes sizes{up_to(8), up_to(16), seed % 2 == 0 ? up_to(5) : 0};
            Sample run(cell->kind.c_str(), sizes, 2 * random.matrix(sizes.input, up_to(20)));
            for (Shared<Matrix>& parameter : run.network.parameters)
                parameter.edit() = random.matrix(parameter->rows(), parameter->cols());
            run.h = random.matrix(sizes.hidden, 1);
            run.c = 2 * random.matrix(sizes.hidden, 1);
            expect_reference(run);
        }
    }
}

TEST(Variants, ComputeInEveryFormWhatPlainLoopsDo) {
    for (const Cell* cell : cells()) {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            RandomNumbers random(seed);
            const auto up_to = [&](int most) {
                return 1 + static_cast<int>((most - 0.001) * (random.number() + 1) / 2);
            };
            const Sizes sizes{up_to(5), up_to(9), seed % 2 == 0 ? up_to(4) : 0};
            const CellForm form = random_form(random, cell->kind, sizes.output > 0);
            // Few steps, and small weights: nothing bounds what ReLU and the identity hand on.
            Sample run(*find_cell(form), sizes, random.matrix(sizes.input, up_to(5)));
            for (Shared<Matrix>& parameter : run.network.parameters)
                parameter.edit() = 0.5 * random.matrix(parameter->rows(), parameter->cols());
            run.h = random.matrix(sizes.hidden, 1);
            run.c = random.matrix(sizes.hidden, 1);
            expect_reference(run);
        }
    }
}

// Published numbers. Those of ONNX Runtime and TensorFlow were computed in single precision: half a
// unit of the last digit printed, and some roundings of 6e-8.
constexpr double single_precision = 5e-7;

/// The inputs of ONNX Runtime's tests, a step a column.
Matrix onnx_inputs() {
    return (Matrix(2, 2) << -0.455351, -0.185934, -0.276391, -0.269585).finished();
}

/// ONNX Runtime, deep_cpu_lstm_op_test.cc, LstmOpContext2x1x2x2; of the gates that `kind` has.
Sample onnx_lstm(const char* kind) {
    Sample run(kind, {2, 2}, onnx_inputs());
    const auto set = [&](const char* gate, const Matrix& W, const Matrix& U, const Vector& b) {
        if (run.network.cell->find_parameter(gate, "W") == none) return;
        run.parameter(gate, "W") = W.reshaped(2, 2).transpose();
        run.parameter(gate, "U") = U.reshaped(2, 2).transpose();
        run.parameter(gate, "b") = b;
    };
    using V4 = Eigen::Vector4d;
    using V2 = Eigen::Vector2d;
    set("input", V4(-0.494659, 0.0453352, -0.487793, 0.417264),
        V4(0.146626, -0.0620289, -0.0815302, 0.100482), V2(0.381619, 0.0323954));
    set("output", V4(-0.0175329, 0.489074, -0.446013, 0.414029),
        V4(-0.219535, -0.306635, -0.28515, -0.314112), V2(-0.14449, 0.420804));
    set("forget", V4(-0.0091708, -0.255364, -0.106952, -0.266717),
        V4(-0.228172, 0.405972, 0.31576, 0.281487), V2(-0.258721, 0.45056));
    set("candidate", V4(-0.0888852, -0.428709, -0.283349, 0.208792),
        V4(-0.394864, 0.42111, -0.386624, -0.390225), V2(-0.250755, 0.0967895));
    return run;
}

/// The same, from the states of ONNXRuntime_TestLSTMForwardCellState.
Sample onnx_lstm_with_states(const char* kind) {
    Sample run = onnx_lstm(kind);
    run.h << 0.34, 0.72;
    run.c << 0.63, 0.21;
    return run;
}

TEST(Variants, LstmGivesTheNumbersOfOnnxRuntime) {
    const Trace trace = trace_of(onnx_lstm_with_states("lstm"));
    expect_rows(trace, "h", {{0.12797015, 0.0097284}, {0.02716939, 0.01842997}}, single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 0, 2), 0.06408449, single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 1, 2), 0.03139432, single_precision);
}

TEST(Variants, PeepholesGiveTheNumbersOfOnnxRuntime) {
    // ONNXRuntime_TestLSTMForwardPeepHole
    Sample run = onnx_lstm("lstm_peephole");
    run.parameter("input", "p") << 0.2345, 0.5235;
    run.parameter("output", "p") << 0.4378, 0.3475;
    run.parameter("forget", "p") << 0.8927, 0.3456;
    Trace trace = trace_of(run);
    expect_rows(trace, "h", {{-0.0251062475, 0.0561261699}, {-0.03277518, 0.05935364}},
                single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 0, 2), -0.0780206, single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 1, 2), 0.098829, single_precision);

    // ONNXRuntime_TestLSTMForwardNoBiasUsePeepholes
    for (const char* gate : {"input", "output", "forget", "candidate"})
        run.parameter(gate, "b").setZero();
    trace = trace_of(run);
    expect_rows(trace, "h", {{0.04154162, 0.01969122}, {0.05298181, 0.0030589}}, single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 0, 2), 0.11169686, single_precision);
    EXPECT_NEAR(trace.value(trace.cell().at("c"), 1, 2), 0.00625722, single_precision);
}

TEST(Variants, CoupledGatesGiveTheNumbersOfTensorflow) {
    // tensorflow/contrib/rnn/python/kernel_tests/rnn_cell_test.py,
    // testCoupledInputForgetGateLSTMCell: weights 0.5, biases 0, but forget_bias 1.
    const double c[] = {0.137523, 0.105450, 0.100742};
    const double h[] = {0.121753, 0.103349, 0.100178};
    for (int x = 1; x <= 3; ++x) {
        // σ(−z) = 1 − σ(z): with the sign of its gate turned, f = 1 − i is what i = 1 − f was.
        for (const auto& [kind, gate, sign] : {std::tuple{"lstm_coupled_input", "forget", 1.0},
                                               {"lstm_coupled_forget", "input", -1.0}}) {
            Sample run(kind, {4, 2}, Matrix::Constant(4, 1, x));
            for (Shared<Matrix>& parameter : run.network.parameters)
                if (parameter->cols() > 1) parameter.edit().setConstant(0.5);
            run.parameter(gate, "W") *= sign;
            run.parameter(gate, "U") *= sign;
            run.parameter(gate, "b").setConstant(sign);
            run.h.setConstant(0.1);
            run.c.setConstant(0.1);
            const Trace trace = trace_of(run);
            expect_rows(trace, "c", {{c[x - 1], c[x - 1]}}, 1e-6);
            expect_rows(trace, "h", {{h[x - 1], h[x - 1]}}, 1e-6);
        }
    }
}

TEST(Variants, LstmsWithoutAPartGiveTheNumbersOfPytorch) {
    // Nobody seems to have published any. PyTorch 1.13.0a0 of Debian, float64, autograd's tensors
    // (it has no such modules): the weights and states of ONNX Runtime's test. Printed to 15
    // digits.
    struct Printed {
        const char* kind;
        Rows h;
        std::vector<double> c;
    };
    for (const auto& [kind, h, c] :
         {Printed{"lstm_no_forget_gate",
                  {{0.214005954433749, 0.043211227079465}, {0.213993126923609, 0.043919830040719}},
                  {0.566300681757096, 0.076037567484177}},
          Printed{
              "lstm_no_input_gate",
              {{0.136528203102848, -0.049589769779401}, {-0.006980499055348, 0.000900604092638}},
              {-0.016290777595708, 0.001523453611371}},
          Printed{"lstm_no_output_gate",
                  {{0.353600539963456, 0.017802820273101}, {0.007134314500186, -0.013272146962232}},
                  {0.007134435545717, -0.013272926340326}},
          Printed{"lstm_no_output_activation",
                  {{0.133743394042083, 0.009729439298059}, {0.026540646703786, 0.017770831819671}},
                  {0.062561541836648, 0.030282160654892}}}) {
        const Trace trace = trace_of(onnx_lstm_with_states(kind));
        expect_rows(trace, "h", h, 2e-15);
        for (int k = 0; k < 2; ++k)
            EXPECT_NEAR(trace.value(trace.cell().at("c"), k, 2), c[k], 2e-15) << kind;
    }
}

TEST(Variants, GruGivesTheNumbersOfTensorflow) {
    // tensorflow/python/kernel_tests/nn_ops/rnn_cell_test.py, testGRUCell: weights 0.5, gates'
    // biases 1, candidate's 0. It resets before the matrix.
    for (const auto& [inputs, printed] : {std::pair{2, 0.175991}, {3, 0.156736}}) {
        Sample run("gru_reset_before", {inputs, 2}, Matrix::Ones(inputs, 1));
        for (Shared<Matrix>& parameter : run.network.parameters)
            if (parameter->cols() > 1) parameter.edit().setConstant(0.5);
        run.parameter("reset", "b").setOnes();
        run.parameter("update", "b").setOnes();
        run.h.setConstant(0.1);
        expect_rows(trace_of(run), "h", {{printed, printed}}, 1e-6);
    }
}

TEST(Variants, BothGrusGiveTheNumbersOfOnnxRuntime) {
    // deep_cpu_gru_op_test.cc: ONNXRuntime_TestGRUOpForwardInitialHiddenState, and
    // …ForwardBatchLinearBeforeReset.
    const auto run_of = [](const char* kind) {
        Sample run(kind, {2, 2}, onnx_inputs());
        run.parameter("update", "W") << -0.494659, 0.0453352, -0.487793, 0.417264;
        run.parameter("reset", "W") << -0.0091708, -0.255364, -0.106952, -0.266717;
        run.parameter("candidate", "W") << -0.0888852, -0.428709, -0.283349, 0.208792;
        run.parameter("update", "U") << 0.146626, -0.0620289, -0.0815302, 0.100482;
        run.parameter("reset", "U") << -0.228172, 0.405972, 0.31576, 0.281487;
        run.parameter("candidate", "U") << -0.394864, 0.42111, -0.386624, -0.390225;
        run.parameter("update", "b") << 0.381619, 0.0323954;
        run.parameter("reset", "b") << -0.258721, 0.45056;
        run.parameter("candidate", "b") << -0.250755, 0.0967895;
        run.h << 0.5, -0.5;
        return run;
    };
    expect_rows(trace_of(run_of("gru_reset_before")), "h",
                {{0.2366661, -0.1500429}, {0.07378622, -0.02782359}}, single_precision);
    expect_rows(trace_of(run_of("gru_reset_after")), "h",
                {{0.2539424, -0.174207777}, {0.0874997079, -0.0485242009}}, single_precision);
}

TEST(Variants, BothGrusGiveTheNumbersOfOnnxRuntimeWithEveryBias) {
    // deep_cpu_gru_op_test.cc, DefaultActivationsSimpleWeightsWithBias, first row of the batch.
    for (const bool after : {false, true}) {
        Sample run(after ? "gru_reset_after" : "gru_reset_before", {1, 3},
                   (Matrix(1, 2) << -0.1, -0.3).finished());
        run.parameter("update", "W") << 0.1, 0.2, 0.3;
        run.parameter("reset", "W") << 0.2, 0.3, 0.1;
        run.parameter("candidate", "W") << 0.3, 0.1, 0.2;
        for (const char* gate : {"update", "reset", "candidate"})
            run.parameter(gate, "U").setConstant(0.1);
        run.parameter("update", "b") << -0.01 - 0.03, 0.1 + 0.5, 0.01 - 0.7;
        run.parameter("reset", "b") << -0.2 + 0.05, -0.02 - 0.7, 0.02 + 0.3;
        const Eigen::Vector3d outer(0.3, -0.3, -0.3);
        const Eigen::Vector3d inner(0.07, -0.03, 0.5);
        run.parameter("candidate", "b") = after ? outer : outer + inner;
        if (after) run.parameter("candidate", "b_u") = inner;
        const Rows printed = after ? Rows{{0.15024948, -0.11097029, -0.02121867},
                                          {0.19538902, -0.19016478, -0.05644283}}
                                   : Rows{{0.16783132, -0.11754231, 0.11977843},
                                          {0.22688604, -0.19698407, 0.14017843}};
        expect_rows(trace_of(run), "h", printed, single_precision);
    }
}

TEST(Variants, RnnGivesTheNumbersOfOnnxRuntime) {
    // rnn_op_test.cc, RNN_bidirectional_bias_initial_zigged_batch, batch 1, forward.
    Sample run("rnn", {2, 3},
               (Matrix(5, 2) << 1.64644051, 2.14556813, 1.80829012, 1.63464952, 1.27096438,
                1.93768239, 1.31276166, 2.67531896, 2.89098835, 1.15032458)
                   .finished()
                   .transpose());
    run.parameter("hidden", "W") << 0.4317745, 0.37378395, -1.0386457, -0.22681296, 0.4418987,
        0.49973935;
    run.parameter("hidden", "U") << -0.24072374, -0.29326528, -0.91741192, 0.5447638, 0.53938544,
        0.79502326, -0.59813821, 0.020413321, -0.52225035;
    run.parameter("hidden", "b") << -0.44529742, 0.80094892, -1.0028138;
    run.h.setConstant(1.2);
    expect_rows(trace_of(run), "h",
                {{-0.58767605, 0.69586837, -0.48001164},
                 {0.8678354, -0.94409049, 0.8424542},
                 {0.12221602, -0.31430662, -0.42285997},
                 {0.91737539, -0.92293501, 0.78396499},
                 {0.51060104, -0.95055139, -0.12672578}},
                2e-6);  // five steps in single precision
}

TEST(Variants, RnnGivesTheNumbersOfAWorkedExample) {
    // Ayan Paul, Deep-Learning-Tutorial (GitHub): by hand, cut after 3 decimals, each step going on
    // with what was cut.
    Sample run("rnn", {1, 1}, (Matrix(1, 3) << 0.7, 0.5, 0.2).finished());
    run.parameter("hidden", "W") << 0.9;
    run.parameter("hidden", "U") << 0.5;
    run.parameter("hidden", "b") << 0.3;
    run.h << 0.1;
    expect_rows(trace_of(run), "h", {{0.753}, {0.809}, {0.708}}, 1.5e-3);
}

}  // namespace
}  // namespace lstm
