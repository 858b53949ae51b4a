/// Paths, examples and standard input.
#include "app/loading.h"

#include "app/suggestion.h"
#include "document/sequences.h"
#include "formats/scenario/scenario_reader.h"
#include "platform/files.h"
#include "platform/text.h"
#include "ui/state/page.h"
#include "ui/words/refusals.h"

#include <stdexcept>
#include <system_error>
#include <vector>

namespace lstm {
namespace {

/// The example of that name, or nullptr.
const Example* example_called(const std::string& name) {
    for (const Example& example : examples())
        if (example.name == name) return &example;
    return nullptr;
}

/// "; did you mean gomez?", or nothing.
std::string example_meant(const std::string& name) {
    std::vector<std::string> names;
    for (const Example& example : examples()) names.push_back(example.name);
    return did_you_mean(name, names);
}

/// Reads the file `name`; `path` is where it will be saved.
Loaded load_path(const std::string& name, const std::filesystem::path& path) {
    const std::string text = load_file(name);
    Loaded loaded{read_scenario(text, name), name, path};
    if (!path.empty()) loaded.stamp = stamp_of(text);
    return loaded;
}

/// Throws FormatError where `name` is neither empty nor one of `names`.
template <class Names>
void require_one_of(const Names& names, const std::string& name, const char* place) {
    std::string all;
    for (const std::string_view each : names) {
        if (name.empty() || name == each) return;
        all += (all.empty() ? "" : ", ") + std::string(each);
    }
    throw FormatError(link_name, place, "one of " + all, "\"" + on_one_line(name) + "\"");
}

/// Throws FormatError where there is no such place in the window or in the run.
void require_place(const LinkedPlace& place, int steps) {
    if (place.t && *place.t > steps)
        throw FormatError(
            link_name, "t",
            steps == 0 ? "no timestep, as the sequence is empty" : "1 to " + std::to_string(steps),
            std::to_string(*place.t));
    std::vector<std::string_view> names;
    for (int phase = 0; phase < phase_count; ++phase)
        names.push_back(name_of(static_cast<Phase>(phase)));
    require_one_of(names, place.phase, "phase");
    names.clear();
    for (const Page page : pages) names.push_back(name_of(page));
    require_one_of(names, place.page, "page");
}

}  // namespace

Loaded load_example(const Example& example) {
    return {read_scenario(example.text, example.name), example.name, {}};
}

bool is_scenario_name(const std::string& file) {
    std::error_code ignored;
    return file == "-" || std::filesystem::exists(file, ignored) ||
           example_called(file) != nullptr || std::filesystem::exists(file + ".json", ignored) ||
           is_link(file);
}

Loaded load_sequence(const std::string& file, const std::optional<std::string>& sequence) {
    Loaded loaded = load_scenario(file);
    if (!sequence) return loaded;
    const std::optional<int> found = find_sequence(loaded.document, *sequence);
    if (!found) {
        std::string expected = "one of its sequences:";
        for (int n = 0; n < sequence_count(loaded.document); ++n)
            expected += (n == 0 ? " \"" : ", \"") + sequence_name(loaded.document, n) + '"';
        if (loaded.document.sequences->empty()) expected = "no name: its only sequence has none";
        throw FormatError(loaded.name, "--sequence", expected, '"' + *sequence + '"');
    }
    loaded.document = showing(loaded.document, *found);
    return loaded;
}

Loaded load_link(const std::string& link) {
    const ScenarioLink parts = read_link(link);
    Loaded loaded = parts.example.empty()
                        ? Loaded{read_scenario(parts.scenario, link_name), link_name, {}}
                        : load_example(find_example(parts.example));
    require_place(parts.place, loaded.document.steps());
    loaded.place = parts.place;
    return loaded;
}

Loaded load_copied(const std::string& text) {
    const std::string name = "clipboard";
    return {read_scenario(text, name), name, {}};
}

const Example& find_example(const std::string& name) {
    if (const Example* const example = example_called(name)) return *example;
    throw FileError(name, "expected an example's name, found none such" + example_meant(name));
}

Loaded load_scenario(const std::string& file) {
    if (file == "-") {
        const std::string name = standard_input_name;
        return {read_scenario(load_standard_input(), name), name, {}};
    }
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    // A folder can be no scenario, so it hides none.
    if (exists(status) && !is_directory(status))
        return load_path(file, is_regular_file(status) ? file : "");
    if (const Example* const example = example_called(file)) return load_example(*example);
    const std::string with_ending = file + ".json";
    if (std::filesystem::is_regular_file(with_ending, ignored))
        return load_path(with_ending, with_ending);
    if (is_link(file)) return load_link(file);
    throw FileError(
        file, is_directory(status)
                  ? "expected a file, found a folder"
                  : "expected a file or an example's name, found neither" + example_meant(file));
}

Results results_of(const Loaded& loaded) {
    try {
        return Results(loaded.document);
    } catch (const NotEnoughMemory& lack) {
        throw FormatError(loaded.name, "/sequence", "steps that memory can hold",
                          std::to_string(loaded.document.steps()) + ": " +
                              sentence_about(Words(Language::english), lack));
    }
}

void require_targets(const Loaded& loaded) {
    if (!loaded.document.has_targets())
        throw FormatError(loaded.name, "/sequence", "a target at some step, to go back from",
                          "none");
}

}  // namespace lstm
