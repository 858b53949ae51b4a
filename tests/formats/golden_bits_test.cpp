/// Golden bits: the numbers of some examples and of one training run, to the last bit.
///
/// The one place where expectations come from our own output, because what is tested is that the
/// output is the same everywhere: with each kernel, on every processor and system, and in the
/// browser, a file gives these bits. They were printed by this test (a failure prints what it got)
/// when every sum had got its one order; worked examples and straight-line code in tests/model say
/// that the numbers are right. Whoever changes the order of a sum changes them, and says so.
#include "document/gradients_of.h"
#include "document/results.h"
#include "formats/scenario/scenario_reader.h"
#include "model/learning/trainer.h"
#include "support/every_kernel.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// Numbers folded into one: FNV-1a of their bits (Fowler, Noll & Vo 1991), eight bytes at a time.
class Fingerprint {
public:
    void add(double number) {
        bits_ = (bits_ ^ std::bit_cast<std::uint64_t>(number)) * 0x100000001b3;
    }
    template <class Numbers>
    void add_all(const Numbers& numbers) {
        for (const double number : numbers.reshaped()) add(number);
    }
    [[nodiscard]] std::uint64_t bits() const { return bits_; }

private:
    std::uint64_t bits_ = 0xcbf29ce484222325;
};

std::string hex(std::uint64_t bits) {
    std::string text = "0x";
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[bits >> shift & 15];
    return text;
}

Document example(const std::string& name) {
    const std::string path = LSTM_SOURCE_DIR "/assets/examples/" + name + ".json";
    std::ifstream file(path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return read_scenario(text, path);
}

struct Golden {
    std::string name;
    std::string output;     ///< bits of the last step's first output
    std::string trace;      ///< of every quantity at every step
    std::string gradients;  ///< of every quantity and parameter
};

Golden computed(const std::string& name) {
    const Document document = example(name);
    const Results results(document);
    const Trace& trace = results.trace();
    const Cell& cell = document.cell();
    const Gradients gradients = gradients_of(document, trace);
    Fingerprint values, derivatives;
    for (QuantityId q = 0; q < static_cast<int>(cell.quantities.size()); ++q)
        for (int t = 1; t <= trace.steps(); ++t) {
            values.add_all(trace.vector(q, t));
            derivatives.add_all(gradients.vector(q, t));
        }
    for (const Matrix& parameter : gradients.parameters()) derivatives.add_all(parameter);
    const double output = trace.value(cell.output(), 0, trace.steps());
    return {name, hex(std::bit_cast<std::uint64_t>(output)), hex(values.bits()),
            hex(derivatives.bits())};
}

const std::vector<Golden> golden{
    {"company-a", "0x3f7a2fb658ffa4e5", "0xefb0221415e1bebb", "0xefcba20c0c70c415"},
    {"ai-by-hand", "0x3fd5db81bf2624da", "0xddbce74a18ad7343", "0xd4960595a50042b5"},
    {"class-exercise", "0x3febdc97a8d40486", "0x8d789cc696247a99", "0x6975f1271857fe35"},
    {"hundred-steps", "0xbfe84cca394a5dd7", "0x0680ab409360b8e6", "0xba148af20aff2285"},
    {"gomez", "0x3fe8b411b84ba8c6", "0xab83345937dc2ff3", "0x676d1c445385ec96"},
};

TEST(GoldenBits, OfTheExamplesAreTheSameEverywhere) {
    with_each_kernel([](const Kernels& kernels) {
        for (const Golden& expected : golden) {
            const Golden got = computed(expected.name);
            EXPECT_EQ(got.output, expected.output) << kernels.name << ", " << got.name;
            EXPECT_EQ(got.trace, expected.trace) << kernels.name << ", " << got.name;
            EXPECT_EQ(got.gradients, expected.gradients) << kernels.name << ", " << got.name;
        }
    });
}

/// A task with noise and sines, a network that answers with softmax, and Adam: all that training
/// goes through.
TEST(GoldenBits, OfATrainingRunAreTheSameEverywhere) {
    const Task& task = *find_task("activity");
    const Cell& cell = *find_cell("lstm", true);
    TrainingSettings settings;
    settings.optimizer = Optimizer::adam;
    settings.learning_rate = 0.01;
    settings.clip = 1;
    with_each_kernel([&](const Kernels& kernels) {
        Trainer trainer(randomised(zero_network(cell, {task.inputs, 10, task.outputs}), 1),
                        {Vector::Zero(10), Vector::Zero(10)}, task.loss, settings);
        Fingerprint losses, weights;
        for (int n = 0; n < 200; ++n)
            losses.add(trainer.step(draw_sequence(task, 1, n, task.length)).value());
        for (const Shared<Matrix>& parameter : trainer.network().parameters)
            weights.add_all(*parameter);
        EXPECT_EQ(hex(losses.bits()), "0xe9edb9fcb521a1c9") << kernels.name;
        EXPECT_EQ(hex(weights.bits()), "0x1d182c563f2b0543") << kernels.name;
    });
}

}  // namespace
}  // namespace lstm
