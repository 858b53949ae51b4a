/// The model alone, for Node and for browsers: what it computes is held against the program's, bit
/// for bit, and timed against it.
#include "document/gradients_of.h"
#include "document/results.h"
#include "document/training_sequences.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "formats/trace/trace_text.h"
#include "model/engine/forward.h"
#include "model/learning/trainer.h"

#include <emscripten.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <sstream>
#include <string>

namespace lstm {
namespace {

std::string answer;  ///< until the next call

/// The trace of a scenario as `trace --backward --format json` prints it.
std::string traced(const std::string& text) {
    const Document document = read_scenario(text, "scenario");
    const Results results(document);
    TraceTextOptions what{{1, document.steps()}};
    std::optional<Gradients> gradients;
    if (document.has_targets()) {
        gradients = gradients_of(document, results.trace());
        what.gradients = &*gradients;
    }
    std::ostringstream out;
    print_json(out, document, results.trace(), what).finish();
    return out.str();
}

/// A scenario after so many steps of training, as `train` saves it.
std::string trained(const std::string& text, int steps) {
    Document document = read_scenario(text, "scenario");
    Trainer trainer = trainer_of(document);
    for (int step = 0; step < steps; ++step)
        (void)trainer.step(training_sequences(document, trainer.state().steps));
    document.network = trainer.network();
    document.trained = trainer.state();
    return write_scenario(document);
}

const char* answered(const std::string& text) {
    answer = text;
    return answer.c_str();
}

}  // namespace
}  // namespace lstm

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* numbers_traced(const char* scenario) {
    return lstm::answered(lstm::traced(scenario));
}

EMSCRIPTEN_KEEPALIVE const char* numbers_trained(const char* scenario, int steps) {
    return lstm::answered(lstm::trained(scenario, steps));
}

/// Microseconds of a forward pass, at its fastest within a second: an LSTM of random weights.
EMSCRIPTEN_KEEPALIVE double numbers_microseconds(int inputs, int units, int steps) {
    using Clock = std::chrono::steady_clock;
    const lstm::ForwardPass pass(
        lstm::randomised(lstm::zero_network(lstm::lstm_cell(), {inputs, units}), 1));
    lstm::Trace trace(pass.plan(), steps);
    double best = 1e12;
    const Clock::time_point end = Clock::now() + std::chrono::seconds(1);
    while (Clock::now() < end) {
        const Clock::time_point start = Clock::now();
        pass.run(trace);
        best =
            std::min(best, std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    return best;
}
}

int main() {}
