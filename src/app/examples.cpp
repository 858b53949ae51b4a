/// Finding examples among the embedded files.
#include "app/examples.h"

#include "assets/embedded_assets.h"

#include <algorithm>

namespace lstm {
namespace {

/// From the simplest to the longest. An example that is not listed here comes behind these.
constexpr std::string_view reading_order[] = {
    "statquest-one-step",  "statquest-as-printed",
    "statquest-minus-ten", "company-a",
    "company-b",           "companies",
    "class-exercise",      "gomez",
    "gomez-as-printed",    "ai-by-hand",
    "hundred-steps",       "gradient-vanishing",
    "gradient-exploding",  "gradient-steady",
};

std::vector<Example> find_examples() {
    constexpr std::string_view folder = "examples/";
    constexpr std::string_view ending = ".json";
    std::vector<Example> found;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(folder) || !file.path.ends_with(ending)) continue;
        std::string_view name = file.path.substr(folder.size());
        name.remove_suffix(ending.size());
        found.push_back({std::string(name), file.bytes});
    }
    const auto place = [](const Example& example) {
        return std::ranges::find(reading_order, example.name);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Example& a, const Example& b) { return place(a) < place(b); });
    return found;
}

}  // namespace

const std::vector<Example>& examples() {
    static const std::vector<Example> all = find_examples();
    return all;
}

}  // namespace lstm
