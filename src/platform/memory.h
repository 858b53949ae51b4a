/// How much memory there is.
#pragma once

namespace lstm {

/// Bytes that the program may still take: three quarters of what the least of these has left: the
/// machine, the groups that it was put into (cgroup), its own limit (RLIMIT_AS). What the system
/// would grant beyond that it may take back by ending programs. In a browser: three quarters of
/// what the page's memory may still grow by.
[[nodiscard]] double free_memory();

}  // namespace lstm
