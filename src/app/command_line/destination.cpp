/// Telling files, standard output and what else a path may name apart.
#include "app/command_line/destination.h"

#include "platform/atomic_file.h"
#include "platform/files.h"
#include "platform/standard_streams.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 5> standard_output_names{"", "-", "/dev/stdout", "/dev/fd/1",
                                                                "/proc/self/fd/1"};

bool same_file(const fs::path& a, const fs::path& b) {
    std::error_code neither;
    return fs::equivalent(a, b, neither);
}

/// Whether writing to `path` would destroy what `input` was read from.
bool is_source(const fs::path& path, const Loaded& input) {
    std::error_code unknown;
    const fs::path source = !input.path.empty()                 ? input.path
                            : input.name == standard_input_name ? fs::path("/dev/stdin")
                                                                : fs::path();
    return fs::is_regular_file(source, unknown) && same_file(path, source);
}

}  // namespace

Destination::Destination(const OutWish& wish, const Loaded* input, Content content) {
    const bool standard = std::find(standard_output_names.begin(), standard_output_names.end(),
                                    wish.path) != standard_output_names.end();
    if (!standard) path_ = wish.path;
    if (input != nullptr && !wish.force && is_source(standard ? "/dev/stdout" : path_, *input))
        throw UsageError(input->name +
                         ": --out: expected another file than the one that is read, found the same "
                         "(--force writes over it)");
    std::error_code unknown;
    const fs::file_status status = fs::status(path_, unknown);
    if (!standard && (fs::is_fifo(status) || fs::is_character_file(status))) {
        redirect_standard_output(path_);
        path_.clear();
    }
    if (!is_file() && content == Content::picture && output_is_terminal())
        throw UsageError("--out: expected a file, as a picture is nothing for a terminal, found " +
                         std::string(standard ? "standard output" : wish.path));
}

void Destination::require_writable() const {
    if (!is_file()) return;
    const AtomicFile probe(path_);
}

void Destination::write(std::string_view text) const {
    if (is_file()) {
        save_file(path_, text);
    } else {
        std::cout << text;
    }
}

}  // namespace lstm
