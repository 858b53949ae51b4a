/// Exported programs, run: every number that they print is the trace's.
#include "formats/program_text.h"

#include "document/results.h"
#include "formats/files.h"
#include "formats/scenario_reader.h"
#include "support/documents.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;
using Printer = void (*)(std::ostream&, const Document&, int first, int last);

/// Debian's own, which sees Debian's NumPy and PyTorch.
constexpr const char* python = "/usr/bin/python3";

std::string printed(Printer print, const Document& document, int first, int last) {
    std::ostringstream out;
    print(out, document, first, last);
    return out.str();
}

Finished run_program(const std::string& text, const std::vector<std::string>& before = {}) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "program.py") << text;
    std::vector<std::string> command{python};
    command.insert(command.end(), before.begin(), before.end());
    command.push_back((folder.path() / "program.py").string());
    // Where there is a Keras for Debian's Python, this hides it: see stand_in/keras.py.
    return run(command, {.input = "",
                         .environment = {{"PYTHONPATH", LSTM_SOURCE_DIR "/tests/formats/stand_in"},
                                         {"PYTHONDONTWRITEBYTECODE", "1"}}});
}

Document example(const std::string& name) {
    const std::string path = LSTM_SOURCE_DIR "/assets/examples/" + name + ".json";
    return read_scenario(load_file(path), name);
}

/// Whether `line` is "t [c, …] [h, …]" with the numbers of `trace`, to 1e-12.
void expect_step(const std::string& line, const Trace& trace, int t) {
    std::string numbers = line;
    std::replace_if(
        numbers.begin(), numbers.end(), [](char c) { return c == '[' || c == ']' || c == ','; },
        ' ');
    std::istringstream in(numbers);
    int step = 0;
    in >> step;
    EXPECT_EQ(step, t) << line;
    for (const char* name : {"c", "h"}) {
        for (const double value : trace.vector(trace.cell().at(name), t)) {
            std::string word;
            in >> word;
            const double number = std::strtod(word.c_str(), nullptr);
            EXPECT_NEAR(number, value, 1e-12 * std::max(1.0, std::abs(value))) << line;
        }
    }
    std::string rest;
    EXPECT_FALSE(in >> rest) << line;
}

/// Runs the program for steps `first` to the last and compares all of them.
void expect_numbers(Printer print, const Document& document, const Document& computed_as,
                    int first = 1) {
    const Results results(computed_as);
    const Finished program = run_program(printed(print, document, first, document.steps()));
    EXPECT_EQ(program.status, 0) << program.err;
    EXPECT_EQ(program.err, "");
    std::istringstream lines(program.out);
    std::string line;
    for (int t = first; t <= document.steps(); ++t) {
        EXPECT_TRUE(std::getline(lines, line));
        expect_step(line, results.trace(), t);
    }
    EXPECT_FALSE(std::getline(lines, line)) << line;
}

/// `document` as the libraries' own cells compute it: neither rounded nor held.
Document exact_document(Document document) {
    document.rounding.reset();
    document.forces = std::vector<Force>{};
    return document;
}

TEST(NumpyProgram, PrintsTheTracesNumbers) {
    for (const char* name : {"statquest-one-step", "company-b", "ai-by-hand", "hundred-steps"})
        expect_numbers(print_numpy, example(name), example(name));
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const Document document = random_document(seed, {.max_size = 5, .max_steps = 6});
        expect_numbers(print_numpy, document, document);
    }
}

TEST(NumpyProgram, RoundsWhereTheScenarioDoes) {
    for (const char* name : {"statquest-as-printed", "gomez-as-printed"})
        expect_numbers(print_numpy, example(name), example(name));
    for (const int decimals : {0, 1, 2, 5, 12}) {
        Document document = example("ai-by-hand");
        document.rounding = decimals;
        expect_numbers(print_numpy, document, document);
    }
}

TEST(NumpyProgram, HoldsWhatTheScenarioHolds) {
    Document document = example("ai-by-hand");
    const Cell& cell = document.cell();
    document.forces = std::vector<Force>{{cell.at("forget.value"), {}, 2, 3, 0.5},
                                         {cell.at("candidate.value"), 1, 1, 4, -0.25},
                                         {cell.at("forget.value"), 0, 3, 3, 1}};
    expect_numbers(print_numpy, document, document);
}

TEST(NumpyProgram, PrintsOnlyTheStepsAskedFor) {
    expect_numbers(print_numpy, example("company-a"), example("company-a"), 3);
}

TEST(NumpyProgram, IsShortAndReadsLikeTheEquations) {
    const std::string text = printed(print_numpy, example("company-a"), 1, 4);
    EXPECT_THAT(text, HasSubstr("    f = sigmoid(W_f @ x + U_f @ h + b_f)\n"));
    EXPECT_THAT(text, HasSubstr("    g = np.tanh(W_g @ x + U_g @ h + b_g)\n"
                                "    c = f * c + i * g\n"
                                "    h = o * np.tanh(c)\n"));
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 45);
}

TEST(PytorchProgram, PrintsTheTracesNumbers) {
    for (const char* name : {"company-b", "ai-by-hand"})
        expect_numbers(print_pytorch, example(name), example(name));
    for (const std::uint32_t seed : {3U, 5U}) {
        const Document document =
            exact_document(random_document(seed, {.max_size = 5, .max_steps = 6}));
        expect_numbers(print_pytorch, document, document, std::max(1, document.steps() - 1));
    }
}

TEST(PytorchProgram, SaysThatItDoesNotRound) {
    const Document rounded = example("statquest-as-printed");
    EXPECT_THAT(printed(print_pytorch, rounded, 1, 1), HasSubstr("# The scenario rounds"));
    EXPECT_THAT(printed(print_keras, rounded, 1, 1), HasSubstr("# The scenario rounds"));
    EXPECT_THAT(printed(print_pytorch, exact_document(rounded), 1, 1),
                Not(HasSubstr("# The scenario rounds")));
    expect_numbers(print_pytorch, rounded, exact_document(rounded));
}

TEST(KerasProgram, IsPythonBySyntaxAndWasNeverRunWithKerasWhichDebianDoesNotHave) {
    for (const char* name : {"statquest-as-printed", "ai-by-hand"}) {
        const Document document = example(name);
        const Finished compiled =
            run_program(printed(print_keras, document, 2, document.steps()), {"-m", "py_compile"});
        EXPECT_EQ(compiled.status, 0) << compiled.err;
    }
}

TEST(KerasProgram, PrintsTheTracesNumbersWithAStandInForKeras) {
    for (const char* name : {"company-b", "ai-by-hand"})
        expect_numbers(print_keras, example(name), example(name), 2);
}

TEST(Programs, RunWhateverTheWordsAre) {
    Document document = example("company-a");
    document.title = "\"\"\"\nimport os\\\r\u2028\x0c'''{} 日本 \U0001f4d3";
    document.source = "\n\n# coding: latin-1";
    document.sequence.edit()[0].edit().label = "\nquit()";
    expect_numbers(print_numpy, document, document);
    for (const Printer print : {print_numpy, print_pytorch, print_keras}) {
        const Finished compiled = run_program(printed(print, document, 1, 4), {"-m", "py_compile"});
        EXPECT_EQ(compiled.status, 0) << compiled.err;
    }
}

TEST(Programs, RunWhereThereAreNoSteps) {
    Document document = new_document();
    document.sequence = std::vector<Shared<Step>>{};
    expect_numbers(print_numpy, document, document);
    expect_numbers(print_pytorch, document, document);
}

}  // namespace
}  // namespace lstm
