/// On Windows no programs are started as yet.
#include "platform/child_process.h"

#ifdef _WIN32

#include <system_error>

namespace lstm {

class ChildProcess::Running {};
ChildProcess::ChildProcess(const std::vector<std::string>&) {
    throw std::system_error(std::make_error_code(std::errc::function_not_supported));
}
ChildProcess::~ChildProcess() = default;
std::optional<std::size_t> ChildProcess::write(std::span<const std::uint8_t>,
                                               std::chrono::milliseconds) {
    return {};
}
void ChildProcess::end_input() {}
std::optional<int> ChildProcess::status(std::chrono::milliseconds) {
    return {};
}
std::string ChildProcess::output() const {
    return {};
}
std::string ChildProcess::errors() const {
    return {};
}

}  // namespace lstm

#endif
