/// Exported programs, run: every number that they print is the trace's.
#include "formats/programs/program_text.h"

#include "document/results.h"
#include "formats/scenario/scenario_reader.h"
#include "hostile_words.h"
#include "platform/files.h"
#include "platform/text.h"
#include "support/documents.h"
#include "support/process.h"
#include "support/random_run.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;
using Printer = Writing (*)(std::ostream&, const Document&, StepRange);

/// Debian's own, which sees Debian's NumPy and PyTorch.
constexpr const char* python = "/usr/bin/python3";

std::string printed(Printer print, const Document& document, int first, int last) {
    std::ostringstream out;
    print(out, document, {first, last}).finish();
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

/// A random document of `cell`: between 1 and 5 inputs and units, 4 steps, neither rounded nor
/// held.
Document random_document_of(const Cell& cell, std::uint64_t seed) {
    RandomNumbers random(seed);
    const auto size = [&] { return 3 + static_cast<int>(2.9 * random.number()); };
    Document document;
    document.network = zero_network(cell, {size(), size(), cell.has_readout() ? size() : 0});
    for (Shared<Matrix>& parameter : document.network.parameters)
        parameter.edit() = random.matrix(parameter->rows(), parameter->cols());
    document.initial.clear();
    for (std::size_t state = 0; state < cell.states.size(); ++state)
        document.initial.emplace_back(random.matrix(document.sizes().hidden, 1));
    for (int t = 1; t <= 4; ++t)
        document.sequence.edit().emplace_back(Step{random.matrix(document.sizes().input, 1), ""});
    return document;
}

/// Every kind of cell, with a read-out and without; and the LSTM with all that a read-out may apply
/// to y.
std::vector<const Cell*> all_cells() {
    std::vector<const Cell*> all;
    for (const Cell* cell : cells()) {
        all.push_back(cell);
        for (const Activation activation : readout_activations()) {
            if (cell != cells().front() && activation != Activation::identity) continue;
            CellForm form = own_form(cell->kind, true);
            form.readout_activation = activation;
            all.push_back(find_cell(form));
        }
    }
    return all;
}

/// Whether `line` is "t [c, …] [h, …] [y, …] [p, …]", of these what the cell has, with the numbers
/// of `trace`, to 1e-12.
void expect_step(const std::string& line, const Trace& trace, int t) {
    std::string numbers = line;
    std::replace_if(
        numbers.begin(), numbers.end(), [](char c) { return c == '[' || c == ']' || c == ','; },
        ' ');
    std::istringstream in(numbers);
    int step = 0;
    in >> step;
    EXPECT_EQ(step, t) << line;
    for (const char* name : {"c", "h", "y", "p"}) {
        const QuantityId quantity = trace.cell().find(name);
        if (quantity == none) continue;
        for (const double value : trace.vector(quantity, t)) {
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
    document.clamps = std::vector<Clamp>{};
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

TEST(NumpyProgram, ComputesEveryKindOfCell) {
    for (const Cell* cell : all_cells()) {
        SCOPED_TRACE(cell->kind);
        Document document = random_document_of(*cell, 1);
        expect_numbers(print_numpy, document, document);
        document.rounding = 2;
        expect_numbers(print_numpy, document, document);
    }
}

TEST(NumpyProgram, SetsBracketsWherePythonNeedsThem) {
    const auto text = [](const char* kind) {
        return printed(print_numpy, random_document_of(*find_cell(kind, true), 1), 1, 1);
    };
    EXPECT_THAT(text("gru_reset_after"), HasSubstr("    h = u * h + (1 - u) * g\n"
                                                   "    y = W @ h + b\n"
                                                   "    print(t, h.tolist(), y.tolist())\n"));
    EXPECT_THAT(text("gru_reset_after"),
                HasSubstr("    g = np.tanh(W_g @ x + r * (U_g @ h + b_u_g) + b_g)\n"));
    EXPECT_THAT(text("gru_reset_before"),
                HasSubstr("    g = np.tanh(W_g @ x + U_g @ (r * h) + b_g)\n"));
    EXPECT_THAT(text("lstm_coupled_forget"), HasSubstr("    f = 1 - i\n"));
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
    document.clamps = std::vector<Clamp>{{cell.at("forget.value"), {}, 2, 3, 0.5},
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
        const Document document = exact_document(random_document_of(lstm_cell(), seed));
        expect_numbers(print_pytorch, document, document, std::max(1, document.steps() - 1));
    }
}

/// Runs the program for each of `kinds`, and sees the others refused before a word is printed.
void expect_kinds(Printer print, const std::string& library,
                  const std::vector<std::string>& kinds) {
    for (const Cell* cell : all_cells()) {
        SCOPED_TRACE(cell->kind);
        const Document document = random_document_of(*cell, 2);
        if (std::find(kinds.begin(), kinds.end(), cell->kind) != kinds.end()) {
            expect_numbers(print, document, document, 2);
            continue;
        }
        std::ostringstream out;
        try {
            print(out, document, {1, 4}).finish();
            ADD_FAILURE() << "not refused";
        } catch (const NoModuleError& error) {
            EXPECT_EQ(error.what(),
                      library + " has no cell like " + cell->kind + "; use python-numpy");
        }
        EXPECT_EQ(out.str(), "");
    }
}

TEST(PytorchProgram, ComputesTheKindsThatPytorchHas) {
    expect_kinds(print_pytorch, "PyTorch", {"lstm", "gru_reset_after", "rnn"});
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

TEST(KerasProgram, ComputesTheKindsThatKerasHasWithAStandIn) {
    expect_kinds(print_keras, "Keras", {"lstm", "gru_reset_before", "gru_reset_after", "rnn"});
}

/// Runs every program of its folder, and prints what each prints as one line of a list.
constexpr const char* run_all = R"(
import contextlib, glob, io, os, runpy, sys
for path in sorted(glob.glob(os.path.dirname(sys.argv[0]) + "/*_program.py")):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        try:
            runpy.run_path(path)
        except BaseException as error:
            print(repr(error))
    print(os.path.basename(path).split("_program")[0], repr(out.getvalue()))
)";

TEST(Programs, PrintTheSameNumbersWhateverTheWordsAre) {
    const std::vector<std::string> words = hostile_words();
    const TemporaryFolder folder;
    std::vector<std::string> names;
    const auto write = [&](Printer print, const Document& document, const std::string& name) {
        std::ofstream(folder.path() / (name + "_program.py")) << printed(print, document, 1, 2);
        names.push_back(name);
    };
    for (const auto& [library, print] : std::map<std::string, Printer>{
             {"keras", print_keras}, {"numpy", print_numpy}, {"torch", print_pytorch}})
        for (const Cell* cell : cells()) {
            Document plain = random_document_of(*cell, 3);
            try {
                write(print, plain, library + "-" + std::string(cell->kind) + " plain");
            } catch (const NoModuleError&) {
                continue;
            }
            for (std::size_t k = 0; k < words.size(); ++k)
                write(print, with_words(plain, words[k]),
                      library + "-" + std::string(cell->kind) + " " + std::to_string(k));
        }
    std::ofstream(folder.path() / "all.py") << run_all;
    const Finished ran =
        run({python, (folder.path() / "all.py").string()},
            {.environment = {{"PYTHONPATH", LSTM_SOURCE_DIR "/tests/formats/stand_in"},
                             {"PYTHONDONTWRITEBYTECODE", "1"}}});
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::map<std::string, std::string> outputs;
    std::istringstream lines(ran.out);
    for (std::string kind, which, output; lines >> kind >> which && std::getline(lines, output);)
        outputs[kind + " " + which] = output;
    for (const std::string& name : names) {
        const std::string kind = name.substr(0, name.find(' '));
        EXPECT_EQ(outputs[name], outputs[kind + " plain"]) << name;
        EXPECT_THAT(outputs[name], HasSubstr("[")) << name;
    }
}

TEST(Programs, BeginWithTwoLinesOfOurOwn) {
    for (const Printer print : {print_numpy, print_pytorch, print_keras})
        for (const std::string& words : hostile_words()) {
            const std::string text = printed(print, with_words(example("company-a"), words), 1, 2);
            EXPECT_THAT(text, testing::StartsWith("# -*- coding: utf-8 -*-\n"
                                                  "# Written by lstm-notebook. Prints t, c and h "
                                                  "of each step.\n"));
            for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) {
                ASSERT_GT(character_length(text, at), 0U) << on_one_line(words);
                EXPECT_TRUE(text[at] == '\n' || !is_control(text, at)) << on_one_line(words);
            }
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
