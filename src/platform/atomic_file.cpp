/// What is the same on every system: errors become FileError.
#include "platform/atomic_file.h"

#include "platform/atomic_replacement.h"
#include "platform/files.h"

namespace lstm {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& target, const fs::filesystem_error& error) {
    throw FileError(target, "cannot be saved: " + error.code().message());
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target) try
    : target_(target), replacement_(Replacement::begin(target)) {
} catch (const fs::filesystem_error& error) {
    refuse(target, error);
}

AtomicFile::~AtomicFile() = default;

std::ostream& AtomicFile::out() {
    return replacement_->out();
}

fs::path AtomicFile::path() const {
    return replacement_->path();
}

void AtomicFile::keep(const fs::path& model) {
    try {
        replacement_->keep(model);
    } catch (const fs::filesystem_error& error) {
        refuse(target_, error);
    }
}

}  // namespace lstm
