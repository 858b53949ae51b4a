/// What Linux says of memory, in its files; elsewhere what POSIX says.
#include "platform/memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

#ifndef _WIN32
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace lstm {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// The number behind `name`, or at the beginning where that is empty; `otherwise` where there is
/// none.
double number_in(const std::string& file, const std::string& name, double otherwise) {
    std::ifstream in(file);
    std::string word;
    while (!name.empty() && in >> word && word != name) {
    }
    double number = 0;
    return in >> number ? number : otherwise;
}

/// A way in which a system limits groups of programs: where the files are, and what they are
/// called.
struct Limits {
    std::string line;    ///< what the group's path follows in /proc/self/cgroup
    std::string folder;  ///< of the group without a path
    std::string most, taken, cached;
};

/// What the groups of this program have left; each one's limit counts for those within it.
double left_to_groups() {
    static const Limits versions[] = {
        {"0::", "/sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"},
        {":memory:", "/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes",
         "total_inactive_file"},
    };
    double left = unlimited;
    std::ifstream in("/proc/self/cgroup");
    for (std::string line; std::getline(in, line);)
        for (const Limits& limits : versions) {
            const std::size_t at = line.find(limits.line);
            if (at == std::string::npos) continue;
            std::string group = line.substr(at + limits.line.size());
            while (true) {
                const std::string folder = limits.folder + group + "/";
                const double most = number_in(folder + limits.most, "", unlimited);
                const double taken = number_in(folder + limits.taken, "", 0);
                // Pages of files that nobody needs are given back when memory is short.
                const double cached = number_in(folder + "memory.stat", limits.cached, 0);
                left = std::min(left, most - taken + cached);
                if (group.empty()) break;
                group.resize(std::min(group.find_last_of('/'), group.size() - 1));
            }
        }
    return left;
}

double left_to_machine() {
#ifdef _WIN32
    return 8.0 * 1024 * 1024 * 1024;
#else
    const double pages =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    constexpr double kilobyte = 1024;
    return number_in("/proc/meminfo", "MemAvailable:", pages / kilobyte) * kilobyte;
#endif
}

/// What this program has left of the address space that it may use.
double left_to_program() {
#ifdef _WIN32
    return unlimited;
#else
    rlimit most{};
    if (getrlimit(RLIMIT_AS, &most) != 0 || most.rlim_cur == RLIM_INFINITY) return unlimited;
    const double taken =
        number_in("/proc/self/statm", "", 0) * static_cast<double>(sysconf(_SC_PAGESIZE));
    return static_cast<double>(most.rlim_cur) - taken;
#endif
}

}  // namespace

double free_memory() {
    constexpr double share = 0.75;
    return share *
           std::max(0.0, std::min({left_to_machine(), left_to_groups(), left_to_program()}));
}

}  // namespace lstm
