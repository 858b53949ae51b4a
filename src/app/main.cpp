/// The program: reads its command line and does what it says.
#include "app/command_line.h"
#include "app/commands/commands.h"

#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <variant>

namespace {

using namespace lstm;

struct Run {
    int operator()(const WindowOptions& options) const { return open_window(options); }
    int operator()(const ListOptions& options) const { return list(options); }
    int operator()(const TraceOptions& options) const { return trace(options); }
    int operator()(const ExportOptions& options) const { return export_run(options); }
    int operator()(const CheckOptions& options) const { return check(options); }
    int operator()(const RenderOptions& options) const { return render(options); }
    int operator()(const TrainOptions& options) const { return train(options); }
    int operator()(const ScoreOptions& options) const { return score(options); }
    int operator()(const TextOptions& options) const {
        std::cout << options.text;
        return 0;
    }
};

int fail(const char* sentence) {
    std::cerr << sentence << '\n';
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
#ifdef SIGPIPE
    std::signal(SIGPIPE,
                SIG_IGN);  // a reader that went away is an error to be told, not a way to die
#endif
    try {
        const Command command = parse_command_line(count, arguments);
        const int status = std::visit(Run{}, command);
        if (!std::cout.flush()) return fail("standard output: cannot be written");
        return status;
    } catch (const std::bad_alloc&) {
        return fail("lstm-notebook: there is not enough memory for this");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
