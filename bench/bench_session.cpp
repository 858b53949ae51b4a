/// What the window does besides drawing: an edit with all its consequences, opening and saving.
#include "document/session.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "lesson.h"
#include "platform/files.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace lstm {
namespace {

/// A drag: one weight after the other value, as one gesture, with all that follows from it.
void session_edit_of_a_weight(benchmark::State& state) {
    Session session(sequence({8, 64}, 512));
    const ParameterId U = session.document().cell().find_parameter("forget", "U");
    double value = 0;
    while (state.KeepRunning()) session.apply(SetParameter{U, 20, 30, value += 0.001}, 1);
}
BENCHMARK(session_edit_of_a_weight)->Unit(benchmark::kMicrosecond);

/// The same with a number of x in the middle of the sequence.
void session_edit_of_an_input(benchmark::State& state) {
    Session session(sequence({8, 64}, 512));
    double value = 0;
    while (state.KeepRunning()) session.apply(SetInput{256, 3, value += 0.01}, 1);
}
BENCHMARK(session_edit_of_an_input)->Unit(benchmark::kMicrosecond);

/// The same in a long run; and its undo.
void session_edit_of_an_input_of_a_long_run(benchmark::State& state) {
    Session session(sequence({1, 4}, 1'000'000));
    double value = 0;
    while (state.KeepRunning()) session.apply(SetInput{900'000, 0, value += 0.01}, 1);
}
BENCHMARK(session_edit_of_an_input_of_a_long_run)->Unit(benchmark::kMillisecond);

void session_undo_of_a_long_run(benchmark::State& state) {
    Session session(sequence({1, 4}, 1'000'000));
    session.apply(SetInput{900'000, 0, 0.5});
    bool undone = false;
    while (state.KeepRunning()) (undone = !undone) ? session.undo() : session.redo();
}
BENCHMARK(session_undo_of_a_long_run)->Unit(benchmark::kMillisecond);

/// From the text of a file to a document.
void load(benchmark::State& state) {
    const std::string text = write_scenario(sequence({8, 64}, 1000));
    while (state.KeepRunning()) benchmark::DoNotOptimize(read_scenario(text, "a lesson"));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void load_of_a_long_run(benchmark::State& state) {
    const std::string text = write_scenario(sequence({1, 4}, 1'000'000));
    while (state.KeepRunning()) benchmark::DoNotOptimize(read_scenario(text, "a lesson"));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(load_of_a_long_run)->Unit(benchmark::kMillisecond);

/// From a document to the text of a file.
void save(benchmark::State& state) {
    const Document document = sequence({8, 64}, 1000);
    while (state.KeepRunning()) benchmark::DoNotOptimize(write_scenario(document));
}
BENCHMARK(save)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lstm
