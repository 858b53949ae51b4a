/// lstm-notebook new
#include "app/command_line/destination.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "document/edit.h"
#include "formats/scenario/scenario_writer.h"
#include "model/cells/cell.h"

#include <memory>

namespace lstm {
namespace {

struct NewOptions {
    std::string kind = lstm_cell().kind;
    int inputs = 1;
    int units = 1;
    std::optional<int> seed;
    OutWish out;
};

int write_new(const NewOptions& options) {
    const Destination destination(options.out, nullptr, Content::text);
    Document document = edited(new_document(), SetCell{options.kind});
    document = edited(document, Resize{{options.inputs, options.units, 0}});
    if (options.seed)
        document = edited(document, Randomise{static_cast<std::uint64_t>(*options.seed)});
    destination.write(write_scenario(document));
    return 0;
}

}  // namespace

Subcommand new_subcommand() {
    const auto options = std::make_shared<NewOptions>();
    return {.name = "new",
            .help = "Print a new scenario: three steps of zeros",
            .options =
                {
                    choice("--kind", "KIND", "The cell, lstm if not given",
                           names_of(cells(), [](const Cell* cell) { return cell->kind; }),
                           options->kind),
                    whole("--inputs", "Numbers that it reads at a step, 1 if not given", 1,
                          max_size, options->inputs),
                    whole("--units", "Its units, 1 if not given", 1, max_size, options->units),
                    seed_option("Random weights made from this seed; without it all are zero",
                                options->seed),
                    out_option("FILE", "The scenario to write, standard output if not given",
                               options->out),
                },
            .samples = {{"new --kind gru_reset_after --inputs 2 --units 3 --seed 1 --out mine.json",
                         "Makes a scenario with random weights"}},
            .run = [options] { return write_new(*options); }};
}

}  // namespace lstm
