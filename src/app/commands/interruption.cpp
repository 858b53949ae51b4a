/// A note, and an alarm for the case that nobody reads it.
#include "app/commands/interruption.h"

#include <csignal>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace lstm {
namespace {

volatile std::sig_atomic_t noted = 0;

#ifndef _WIN32
void leave(int) {
    _exit(128 + static_cast<int>(noted));
}
#endif

void note(int signal) {
    noted = signal;
#ifndef _WIN32
    alarm(5);
#endif
}

/// What the program was started to ignore (nohup, a job in the background) it ignores.
void heed(int signal) {
    if (std::signal(signal, note) == SIG_IGN) std::signal(signal, SIG_IGN);
}

}  // namespace

void heed_interruptions() {
    heed(SIGINT);
    heed(SIGTERM);
#ifndef _WIN32
    heed(SIGHUP);
    std::signal(SIGALRM, leave);
#endif
}

int interruption() {
    return noted;
}

}  // namespace lstm
