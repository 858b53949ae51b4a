/// A note, and an alarm for the case that nobody reads it.
#include "app/subcommands/interruption.h"

#include <csignal>
#include <cstdlib>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace lstm {
namespace {

volatile std::sig_atomic_t noted = 0;
volatile std::sig_atomic_t patience = 0;

void leave(int) {
    std::_Exit(128 + static_cast<int>(noted));
}

void note(int signal) {
    if (noted != 0) leave(signal);
    noted = signal;
#ifndef _WIN32
    if (patience > 0) alarm(static_cast<unsigned>(patience));
#endif
}

/// What a user may do, `handler` does; but a HUP that is ignored stays so.
void handle(void (*handler)(int)) {
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
#ifndef _WIN32
    if (std::signal(SIGHUP, handler) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
#endif
}

}  // namespace

void heed_interruptions(unsigned seconds) {
    patience = static_cast<std::sig_atomic_t>(seconds);
    handle(note);
#ifndef _WIN32
    std::signal(SIGALRM, leave);
#endif
}

void stop_heeding_interruptions() {
    handle(SIG_DFL);
}

int interruption() {
    return noted;
}

}  // namespace lstm
