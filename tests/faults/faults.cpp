/// A library to be loaded before all others (LD_PRELOAD): the N-th call of this process that
/// changes anything in a folder fails, as it might on a worn disk.
///
/// FAULTS_FOLDER: the folder. FAULTS_CALL: N, from 1; above the number of calls nothing fails.
/// FAULTS_REPORT: a file into which goes what has failed, "fsync". FAULTS_NAMED: if set, the system
/// knows no files without a name. FAULTS_KILL: if set, the process is killed where it would rename.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string value(const char* name) {
    const char* const text = std::getenv(name);
    return text == nullptr ? "" : text;
}

const std::string folder = value("FAULTS_FOLDER");
const std::string report = value("FAULTS_REPORT");
const long failing = std::atol(value("FAULTS_CALL").c_str());
const bool named = !value("FAULTS_NAMED").empty();
const bool killing = !value("FAULTS_KILL").empty();
const pid_t program = getpid();                  // which it stays, whoever makes a call for it
const bool alone = unsetenv("LD_PRELOAD") == 0;  // what this process starts is left alone
std::atomic<long> calls = 0;

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// Whether this call is the one; then it has been reported.
bool fails(const char* call) {
    if (++calls != failing) return false;
    const int file = real<int(const char*, int, ...)>("open")(report.c_str(),
                                                              O_CREAT | O_WRONLY | O_TRUNC, 0600);
    if (file >= 0) {
        (void)!real<ssize_t(int, const void*, size_t)>("write")(file, call, std::strlen(call));
        real<int(int)>("close")(file);
    }
    errno = EIO;
    return true;
}

bool is_there(const char* path) {
    return alone && !folder.empty() && path != nullptr &&
           std::strncmp(path, folder.c_str(), folder.size()) == 0;
}

bool is_there(int file) {
    char name[PATH_MAX];
    const int saved = errno;
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = readlink(link.c_str(), name, sizeof name - 1);
    errno = saved;
    if (size <= 0) return false;
    name[size] = '\0';
    return is_there(name);
}

int open_or_fail(const char* function, const char* path, int flags, mode_t mode) {
    if (is_there(path)) {
        if (named && (flags & O_TMPFILE) == O_TMPFILE) {
            errno = EOPNOTSUPP;
            return -1;
        }
        if (fails("open")) return -1;
    }
    return real<int(const char*, int, ...)>(function)(path, flags, mode);
}

mode_t mode_in(int flags, va_list rest) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

}  // namespace

// The names are the C library's.
// NOLINTBEGIN(readability-*,cert-dcl50-cpp)
extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_in(flags, rest);
    va_end(rest);
    return open_or_fail("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_in(flags, rest);
    va_end(rest);
    return open_or_fail("open64", path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
    if (is_there(file) && fails("write")) return -1;
    return real<ssize_t(int, const void*, size_t)>("write")(file, bytes, size);
}

int fsync(int file) {
    if (is_there(file) && fails("fsync")) return -1;
    return real<int(int)>("fsync")(file);
}

int ftruncate(int file, off_t size) noexcept {
    if (is_there(file) && fails("ftruncate")) return -1;
    return real<int(int, off_t)>("ftruncate")(file, size);
}

int fchmod(int file, mode_t mode) noexcept {
    if (is_there(file) && fails("fchmod")) return -1;
    return real<int(int, mode_t)>("fchmod")(file, mode);
}

int rename(const char* from, const char* to) noexcept {
    if (is_there(to) && killing) kill(program, SIGKILL);
    if (is_there(to) && fails("rename")) return -1;
    return real<int(const char*, const char*)>("rename")(from, to);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
    if (is_there(to) && fails("linkat")) return -1;
    return real<int(int, const char*, int, const char*, int)>("linkat")(from_folder, from,
                                                                        to_folder, to, flags);
}

int close(int file) {
    const bool failing_now = is_there(file) && fails("close");
    const int result = real<int(int)>("close")(file);  // it is closed all the same
    if (!failing_now) return result;
    errno = EIO;
    return -1;
}
}
// NOLINTEND(readability-*,cert-dcl50-cpp)
