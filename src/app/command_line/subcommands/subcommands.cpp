/// The table of commands: a new one is its file and its name here.
#include "app/command_line/subcommands/subcommands.h"

namespace lstm {

Subcommand window_subcommand();
Subcommand list_subcommand();
Subcommand show_subcommand();
Subcommand new_subcommand();
Subcommand trace_subcommand();
Subcommand read_subcommand();
Subcommand check_subcommand();
Subcommand train_subcommand();
Subcommand score_subcommand();
Subcommand render_subcommand();
Subcommand export_subcommand();
Subcommand link_subcommand();
Subcommand completions_subcommand();
Subcommand man_subcommand();

std::vector<Subcommand> subcommands() {
    return {window_subcommand(),      list_subcommand(),   show_subcommand(),   new_subcommand(),
            trace_subcommand(),       read_subcommand(),   check_subcommand(),  train_subcommand(),
            score_subcommand(),       render_subcommand(), export_subcommand(), link_subcommand(),
            completions_subcommand(), man_subcommand()};
}

const std::vector<ExitStatus>& exit_statuses() {
    static const std::vector<ExitStatus> statuses{
        {"0", "All went well"},
        {"1",
         "A check failed, a result was no finite number, or there are no graphics to draw with"},
        {"2",
         "Something could not be done: one line on standard error names the file, the place, "
         "what was expected and what was found"},
        {"130, 143, 129",
         "It was interrupted (Ctrl+C), asked to end, or lost its terminal; train "
         "saves the network so far, and what export had begun is gone"},
        {"141", "Nobody reads its output any more"},
    };
    return statuses;
}

}  // namespace lstm
