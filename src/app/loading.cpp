/// Paths, examples and standard input.
#include "app/loading.h"

#include "formats/files.h"
#include "formats/scenario_reader.h"

#include <stdexcept>
#include <system_error>

namespace lstm {

Loaded load_example(const Example& example) {
    return {read_scenario(example.text, example.name), example.name, {}};
}

namespace {

Loaded load_path(const std::string& file) {
    const std::string text = load_file(file);
    return {read_scenario(text, file), file, file, stamp_of(text)};
}

}  // namespace

Loaded load_scenario(const std::string& file) {
    if (file == "-") {
        const std::string name = "standard input";
        return {read_scenario(load_standard_input(), name), name, {}};
    }
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        for (const Example& example : examples())
            if (example.name == file) return load_example(example);
        if (std::filesystem::exists(file + ".json", ignored)) return load_path(file + ".json");
        throw FileError(file, "expected a file or an example's name, found neither");
    }
    return load_path(file);
}

Results results_of(const Loaded& loaded) {
    try {
        return Results(loaded.document);
    } catch (const std::length_error& error) {
        throw FormatError(loaded.name, "/sequence", "steps that memory can hold",
                          std::to_string(loaded.document.steps()) + ": " + error.what());
    }
}

void require_targets(const Loaded& loaded) {
    if (!loaded.document.has_targets())
        throw FormatError(loaded.name, "/sequence", "a target at some step, to go back from",
                          "none");
}

}  // namespace lstm
