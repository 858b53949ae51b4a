/// The table of commands and options.
#include "app/command_line.h"

#include "app/export_kinds.h"
#include "document/document.h"
#include "formats/text.h"
#include "model/cell.h"
#include "panels/page.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <string_view>

namespace lstm {
namespace {

constexpr const char* about =
    "LSTM Notebook: opens a small LSTM on a sequence and shows every number that it computes.\n"
    "FILE is a scenario file, the name of an example (see list), or - for standard input.";

/// All of `text` as a whole number.
std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size()) return {};
    return number;
}

/// Splits "A:B" at its separator into two numbers; "A" alone is nothing.
std::optional<std::pair<int, int>> two_numbers(std::string_view text, char separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) return {};
    const auto a = whole_number(text.substr(0, at));
    const auto b = whole_number(text.substr(at + 1));
    if (!a || !b) return {};
    return std::pair(*a, *b);
}

[[noreturn]] void refuse(const std::string& option, const std::string& expected,
                         const std::string& found) {
    throw CLI::ValidationError(option, "expected " + expected + ", found " + found);
}

void read_steps(const std::string& text, StepRange& steps) {
    if (const auto range = two_numbers(text, ':')) {
        std::tie(steps.first, steps.last) = *range;
    } else {
        steps.first = steps.last = whole_number(text);
    }
    if (!steps.first || *steps.first < 1 || *steps.last < *steps.first)
        refuse("--t", "a step or a range of steps such as 2:4", text);
}

std::pair<int, int> read_size(const std::string& text) {
    constexpr int longest = 8192;
    const auto size = two_numbers(text, 'x');
    const auto fits = [](int length) { return length >= 1 && length <= longest; };
    if (!size || !fits(size->first) || !fits(size->second))
        refuse("--size", "WIDTHxHEIGHT in pixels, each from 1 to 8192", text);
    return *size;
}

std::vector<std::string> phase_names() {
    std::vector<std::string> names;
    for (int phase = 0; phase < phase_count; ++phase)
        names.emplace_back(name_of(static_cast<Phase>(phase)));
    return names;
}

std::vector<std::string> page_names() {
    std::vector<std::string> names;
    for (const Page page : pages) names.emplace_back(name_of(page));
    return names;
}

/// The grammar, with the options that it fills.
class Grammar {
public:
    Grammar() {
        app_.set_version_flag("--version", "lstm-notebook " LSTM_VERSION);
        CLI::Option* const file =
            app_.add_option("FILE", window_.file, "Open the window on this scenario");
        app_.require_subcommand(0, 1);
        add_trace();
        add_export();
        add_check();
        add_render();
        add_train();
        add_score();
        list_ = app_.add_subcommand("list", "List the examples that come with the program");
        for (CLI::App* command : app_.get_subcommands({})) command->excludes(file);
    }

    Command parse(int count, const char* const* arguments) {
        app_.parse(count, arguments);
        if (list_->parsed()) return ListOptions{};
        if (trace_command_->parsed()) return trace_;
        if (export_command_->parsed()) return export_;
        if (check_command_->parsed()) return check_;
        if (render_command_->parsed()) return render_;
        if (train_command_->parsed()) return train_;
        if (score_command_->parsed()) return score_;
        return window_;
    }

    [[nodiscard]] std::string help() const { return app_.help(); }

private:
    void add_trace() {
        trace_command_ = app_.add_subcommand("trace", "Print every quantity of every step");
        trace_command_->add_option("FILE", trace_.file, "The scenario")->required();
        trace_command_->add_option("--format", trace_.format, "table (the default), csv or json")
            ->check(CLI::IsMember({"table", "csv", "json"}));
        add_steps(*trace_command_, trace_.steps);
        trace_command_
            ->add_option("--digits", trace_.digits,
                         "Round what is printed, half away from zero, to N digits behind the point")
            ->type_name("N")
            ->check(CLI::Range(0, max_decimals));
        trace_command_->add_flag("--backward", trace_.backward,
                                 "Print the gradients of the loss too");
    }

    void add_export() {
        export_command_ = app_.add_subcommand("export", "Take the run away as a file");
        export_command_->add_option("FILE", export_.file, "The scenario")->required();
        std::vector<std::string> kinds;
        for (const ExportKind& kind : export_kinds()) kinds.push_back(kind.name);
        export_command_->add_option("--as", export_.kind, "What to write")
            ->type_name("KIND")
            ->required()
            ->check(CLI::IsMember(kinds));
        add_steps(*export_command_, export_.steps);
        export_command_
            ->add_option("--out", export_.out, "The file to write, standard output if not given")
            ->type_name("PATH");
        export_command_
            ->add_option_function<std::string>(
                "--size", [this](const std::string& text) { export_.size = read_size(text); },
                "Of pictures, in pixels; what they need if not given")
            ->type_name("WxH");
        add_look(*export_command_, export_);
        export_command_->add_flag("--backward", export_.backward,
                                  "The gradients too; of pictures and films, on the way back");
        export_command_
            ->add_option_function<std::string>(
                "--by", [this](const std::string& text) { export_.by_phase = text == "phase"; },
                "A film's pictures: one a phase (up to 12 steps, if not given) or one a step")
            ->type_name("phase|step")
            ->check(CLI::IsMember({"phase", "step"}));
    }

    /// How pictures look.
    template <class Options>
    static void add_look(CLI::App& command, Options& options) {
        command.add_option("--theme", options.theme, "light (the default), dark or print")
            ->type_name("NAME")
            ->check(CLI::IsMember({"light", "dark", "print"}));
        command.add_option("--scale", options.scale, "The size of everything, from 0.5 to 3")
            ->type_name("F")
            ->check(CLI::Range(0.5, 3.0));
        command.add_flag("--all-units", options.all_units,
                         "The diagram with all units side by side");
    }

    static void add_steps(CLI::App& command, StepRange& steps) {
        command
            .add_option_function<std::string>(
                "--t", [&steps](const std::string& text) { read_steps(text, steps); },
                "Only step A, or steps A to B")
            ->type_name("A[:B]");
    }

    void add_check() {
        check_command_ =
            app_.add_subcommand("check", "Hold expected numbers against computed ones");
        check_command_->add_option("FILE", check_.files, "The scenarios")->required();
    }

    void add_train() {
        train_command_ = app_.add_subcommand("train", "Let the network learn, and save it");
        train_command_->add_option("FILE", train_.file, "The scenario")->required();
        train_command_->add_option("--steps", train_.steps, "Steps of the optimizer")
            ->type_name("N")
            ->required()
            ->check(CLI::Range(1, 1'000'000'000));
        train_command_->add_option("--out", train_.out, "The scenario to write")
            ->type_name("FILE")
            ->required();
        train_command_
            ->add_option("--seed", train_.seed, "Begin with random weights made from this seed")
            ->type_name("N")
            ->check(CLI::Range(0, 2'000'000'000));
    }

    void add_score() {
        score_command_ =
            app_.add_subcommand("score", "Say how well a trained network does on fresh lessons");
        score_command_->add_option("FILE", score_.file, "The scenario, which names a task")
            ->required();
        score_command_
            ->add_option("--seed", score_.seed,
                         "Of the lessons; if not given, the one after that of its training")
            ->type_name("N")
            ->check(CLI::Range(0, 2'000'000'000));
        score_command_->add_option("--lessons", score_.lessons, "How many; 1000 if not given")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000));
    }

    void add_render() {
        render_command_ = app_.add_subcommand("render", "Draw the window into a picture");
        render_command_->add_option("FILE", render_.file, "The scenario")->required();
        render_command_->add_option("--out", render_.out, "The picture to write")
            ->type_name("PNG")
            ->required();
        render_command_->add_option("--t", render_.t, "The timestep to show")
            ->type_name("N")
            ->check(CLI::Range(0, max_steps));
        render_command_->add_option("--phase", render_.phase, "The phase of the timestep")
            ->type_name("NAME")
            ->check(CLI::IsMember(phase_names()));
        render_command_
            ->add_option_function<std::string>(
                "--size",
                [this](const std::string& text) {
                    std::tie(render_.width, render_.height) = read_size(text);
                },
                "The window's size in pixels, 1280x720 if not given")
            ->type_name("WxH");
        add_look(*render_command_, render_);
        render_command_->add_flag("--backward", render_.backward,
                                  "On the way back: gradients instead of values");
        render_command_->add_flag("--presenter", render_.presenter,
                                  "In the large type for a class");
        std::vector<std::string> kinds;
        for (const Cell* cell : cells()) kinds.push_back(cell->kind);
        render_command_
            ->add_option("--beside", render_.beside,
                         "Another kind of cell beside it, on the same sequence: rnn, "
                         "gru_reset_after, …")
            ->type_name("KIND")
            ->check(CLI::IsMember(kinds));
        render_command_
            ->add_option("--page", render_.page,
                         "What stands on the right: weights (the default), "
                         "inputs, working, gradients, training, what-if, published or about")
            ->type_name("NAME")
            ->check(CLI::IsMember(page_names()));
    }

    CLI::App app_{about, "lstm-notebook"};
    CLI::App* list_ = nullptr;
    CLI::App* trace_command_ = nullptr;
    CLI::App* export_command_ = nullptr;
    CLI::App* check_command_ = nullptr;
    CLI::App* render_command_ = nullptr;
    CLI::App* train_command_ = nullptr;
    CLI::App* score_command_ = nullptr;
    WindowOptions window_;
    TraceOptions trace_;
    ExportOptions export_;
    CheckOptions check_;
    RenderOptions render_;
    TrainOptions train_;
    ScoreOptions score_;
};

}  // namespace

Command parse_command_line(int count, const char* const* arguments) {
    Grammar grammar;
    try {
        return grammar.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
        return TextOptions{grammar.help()};
    } catch (const CLI::CallForVersion& version) {
        return TextOptions{version.what() + std::string("\n")};
    } catch (const CLI::ParseError& error) {
        throw UsageError("lstm-notebook: " + on_one_line(error.what(), 1000) +
                         " (see lstm-notebook --help)");
    }
}

}  // namespace lstm
