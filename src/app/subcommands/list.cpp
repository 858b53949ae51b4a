/// lstm-notebook list
#include "app/loading.h"
#include "app/options.h"
#include "app/subcommands/counted.h"
#include "app/subcommands/subcommands.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace lstm {
namespace {

void print_list() {
    std::size_t width = 0;
    for (const Example& example : examples()) width = std::max(width, example.name.size());
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        const auto [inputs, units, outputs] = document.sizes();
        std::cout << fmt::format("{:{}}  {:9}  {:8}  {:7}  {}\n", example.name, width,
                                 counted(document.steps(), "step"), counted(inputs, "input"),
                                 counted(units, "unit"), document.title);
    }
}

void print_list_json() {
    auto list = nlohmann::ordered_json::array();
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        const auto [inputs, units, outputs] = document.sizes();
        list.push_back({{"name", example.name},
                        {"title", document.title},
                        {"description", document.description},
                        {"source", document.source},
                        {"kind", document.cell().kind},
                        {"steps", document.steps()},
                        {"inputs", inputs},
                        {"units", units},
                        {"outputs", outputs}});
    }
    std::cout << list.dump(2) << '\n';
}

}  // namespace

Subcommand list_subcommand() {
    const auto format = std::make_shared<std::string>();
    return {.name = "list",
            .help = "List the examples that come with the program",
            .options = {format_option({"table", "json"}, *format)},
            .samples = {},
            .run = [format] {
                *format == "json" ? print_list_json() : print_list();
                return 0;
            }};
}

}  // namespace lstm
