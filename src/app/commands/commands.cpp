/// The table of commands: a new one is its file and its name here.
#include "app/commands/commands.h"

namespace lstm {

Command window_command();
Command list_command();
Command show_command();
Command new_command();
Command trace_command();
Command check_command();
Command train_command();
Command score_command();
Command render_command();
Command export_command();
Command completions_command();
Command man_command();

std::vector<Command> commands() {
    return {window_command(), list_command(),   show_command(),        new_command(),
            trace_command(),  check_command(),  train_command(),       score_command(),
            render_command(), export_command(), completions_command(), man_command()};
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
