/// lstm-notebook list
#include "app/commands/commands.h"
#include "app/loading.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace lstm {
namespace {

/// "1 step", "4 steps"
std::string counted(int count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

int list(const ListOptions&) {
    std::size_t width = 0;
    for (const Example& example : examples()) width = std::max(width, example.name.size());
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        const auto [inputs, units, outputs] = document.sizes();
        std::cout << fmt::format("{:{}}  {:9}  {:8}  {:7}  {}\n", example.name, width,
                                 counted(document.steps(), "step"), counted(inputs, "input"),
                                 counted(units, "unit"), document.title);
    }
    return 0;
}

}  // namespace lstm
