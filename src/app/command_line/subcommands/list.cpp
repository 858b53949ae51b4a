/// lstm-notebook list
#include "app/command_line/options.h"
#include "app/command_line/subcommands/counted.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "formats/json/json_writer.h"
#include "maths/parameter_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

namespace lstm {
namespace {

void print_list() {
    std::size_t width = 0;
    for (const Example& example : examples()) width = std::max(width, example.name.size());
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        const auto [inputs, units, outputs] = document.sizes();
        std::cout << fmt::format(
            "{:{}}  {:9}  {:8}  {:8}  {:15}  {}\n", example.name, width,
            counted(document.steps(), "step"), counted(inputs, "input"), counted(units, "unit"),
            counted(static_cast<int>(parameter_count(document.cell(), document.sizes())),
                    "parameter"),
            document.title);
    }
}

void print_list_json() {
    using Layout = JsonWriter::Layout;
    std::string text;
    JsonWriter json(text);
    json.list(Layout::lines);
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        const auto [inputs, units, outputs] = document.sizes();
        json.object(Layout::lines).key("name").value(example.name);
        json.key("title").value(document.title).key("description").value(document.description);
        json.key("source").value(document.source).key("kind").value(document.cell().kind);
        json.key("steps").value(document.steps()).key("inputs").value(inputs);
        json.key("units").value(units).key("outputs").value(outputs);
        json.key("parameters").value(parameter_count(document.cell(), document.sizes())).end();
    }
    json.end();
    std::cout << text << '\n';
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
