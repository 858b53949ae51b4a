/// The same on Windows: a temporary file beside the target.
#include "platform/atomic_file.h"

#include "platform/files.h"

#ifdef _WIN32

#include <fstream>
#include <random>
#include <string>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;

class AtomicFile::Files {
public:
    explicit Files(const fs::path& target) : asked_(target), target_(followed(target)) {
        if (fs::is_directory(target_)) throw FileError(asked_, "cannot be saved: it is a folder");
        name_ = target_.parent_path() /
                (".lstm-notebook-" + std::to_string(std::random_device()()) + ".tmp");
        out_.open(name_, std::ios::binary);
        require(out_.good());
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() {
        out_.close();
        std::error_code ignored;
        fs::remove(name_, ignored);
    }

    [[nodiscard]] std::ostream& out() { return out_; }
    [[nodiscard]] const fs::path& path() const { return name_; }
    void keep() {
        out_.close();
        require(out_.good());
        fs::rename(name_, target_);
    }

private:
    void require(bool done) const {
        if (!done) throw FileError(asked_, "cannot be saved");
    }

    fs::path asked_, target_, name_;
    std::ofstream out_;
};

AtomicFile::AtomicFile(const fs::path& target) : files_(std::make_unique<Files>(target)) {}
AtomicFile::~AtomicFile() = default;

std::ostream& AtomicFile::out() {
    return files_->out();
}

fs::path AtomicFile::path() const {
    return files_->path();
}

void AtomicFile::keep() {
    files_->keep();
}

}  // namespace lstm

#endif
