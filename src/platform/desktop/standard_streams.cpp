/// POSIX's descriptors 1 and 2.
#include "platform/standard_streams.h"

#include "platform/files.h"

#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#endif

namespace lstm {

#ifdef _WIN32

bool output_is_terminal() {
    return _isatty(1) != 0;
}

bool errors_are_terminal() {
    return _isatty(2) != 0;
}

void survive_lost_readers() {}

bool reader_went_away() {
    return false;
}

void end_by_lost_reader() {}

void redirect_standard_output(const std::filesystem::path& path) {
    throw FileError(path, "expected a file, found a device");
}

#else

bool output_is_terminal() {
    return isatty(STDOUT_FILENO) == 1;
}

bool errors_are_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

void survive_lost_readers() {
    std::signal(SIGPIPE, SIG_IGN);
}

bool reader_went_away() {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

void end_by_lost_reader() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

void redirect_standard_output(const std::filesystem::path& path) {
    std::cout.flush();
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    const bool done = device >= 0 && ::dup2(device, STDOUT_FILENO) >= 0;
    const int error = errno;
    if (device >= 0) ::close(device);
    if (!done)
        throw FileError(path, "cannot be written: " + std::generic_category().message(error));
}

#endif

}  // namespace lstm
