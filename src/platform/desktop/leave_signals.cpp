/// Signals through a pipe: a handler may do next to nothing, a thread that reads what it wrote all.
#include "platform/leave_signals.h"

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#endif

#include <cstdlib>
#include <utility>

namespace lstm {

#ifdef _WIN32

LeaveSignals::LeaveSignals(std::function<void()>, std::function<void()>,
                           std::chrono::milliseconds) {}
LeaveSignals::~LeaveSignals() = default;

#else

namespace {

constexpr std::array signals{SIGTERM, SIGHUP, SIGINT};

std::array<int, 2> tube{-1, -1};
std::array<struct sigaction, signals.size()> before;

void pass_on(int signal) {
    const int error = errno;
    const auto byte = static_cast<unsigned char>(signal);
    [[maybe_unused]] const ssize_t written = write(tube[1], &byte, 1);
    errno = error;
}

/// The next signal, 0 when it is over, −1 where neither comes in `milliseconds` (−1: for ever).
int next_signal(int milliseconds) {
    pollfd waiting{tube[0], POLLIN, 0};
    int ready = 0;
    while ((ready = poll(&waiting, 1, milliseconds)) < 0 && errno == EINTR) {
    }
    unsigned char byte = 0;
    return ready > 0 && read(tube[0], &byte, 1) == 1 ? byte : -1;
}

}  // namespace

LeaveSignals::LeaveSignals(std::function<void()> wake, std::function<void()> rescue,
                           std::chrono::milliseconds patience)
    : wake_(std::move(wake)), rescue_(std::move(rescue)), patience_(patience) {
    if (pipe(tube.data()) != 0)
        throw std::system_error(errno, std::generic_category(), "signals cannot be heard");
    for (const int end : tube) fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(tube[1], F_SETFL, O_NONBLOCK);
    listener_ = std::thread([this] { listen(); });
    for (std::size_t k = 0; k < signals.size(); ++k) {
        struct sigaction action {};
        action.sa_handler = pass_on;
        action.sa_flags = SA_RESTART;
        sigaction(signals[k], &action, &before[k]);
        if (before[k].sa_handler == SIG_IGN) sigaction(signals[k], &before[k], nullptr);
    }
}

LeaveSignals::~LeaveSignals() {
    for (std::size_t k = 0; k < signals.size(); ++k) sigaction(signals[k], &before[k], nullptr);
    pass_on(0);
    listener_.join();
    for (const int end : tube) close(end);
}

void LeaveSignals::listen() {
    const int signal = next_signal(-1);
    if (signal <= 0) return;
    heard_ = signal;
    if (wake_) wake_();
    if (next_signal(static_cast<int>(patience_.count())) == 0) return;
    if (rescue_) rescue_();
    std::_Exit(128 + signal);
}

#endif

}  // namespace lstm
