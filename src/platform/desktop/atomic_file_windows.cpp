/// The same on Windows: a temporary file beside the target.
#include "platform/atomic_replacement.h"
#include "platform/files.h"

#ifdef _WIN32

#include <fstream>
#include <random>
#include <string>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

class FileBeside : public AtomicFile::Replacement {
public:
    explicit FileBeside(const fs::path& target) : asked_(target), target_(followed(target)) {
        if (fs::is_directory(target_)) throw FileError(asked_, "cannot be saved: it is a folder");
        name_ = target_.parent_path() /
                (".lstm-notebook-" + std::to_string(std::random_device()()) + ".tmp");
        out_.open(name_, std::ios::binary);
        require(out_.good());
    }
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;
    ~FileBeside() override {
        out_.close();
        std::error_code ignored;
        fs::remove(name_, ignored);
    }

    [[nodiscard]] std::ostream& out() override { return out_; }
    [[nodiscard]] fs::path path() const override { return name_; }
    void keep(const fs::path& /*model*/) override {
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

}  // namespace

std::unique_ptr<AtomicFile::Replacement> AtomicFile::Replacement::begin(const fs::path& target) {
    return std::make_unique<FileBeside>(target);
}

}  // namespace lstm

#endif
