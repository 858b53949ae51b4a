/// Paths, examples and standard input.
#include "app/loading.h"

#include "app/suggestion.h"
#include "formats/scenario/scenario_reader.h"
#include "platform/files.h"
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

}  // namespace

Loaded load_example(const Example& example) {
    return {read_scenario(example.text, example.name), example.name, {}};
}

bool is_scenario_name(const std::string& file) {
    std::error_code ignored;
    return file == "-" || std::filesystem::exists(file, ignored) ||
           example_called(file) != nullptr || std::filesystem::exists(file + ".json", ignored);
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
