/// A file in the page's memory, handed to the user once it is whole.
#include "platform/atomic_replacement.h"
#include "platform/files.h"
#include "platform/user_folders.h"
#include "platform/web/page.h"

#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

/// Whether `file` is the program's own, or the version before a save: nobody waits for those.
bool is_kept_here(const fs::path& file) {
    const std::string name = file.string();
    return name.starts_with(settings_folder().parent_path().string() + "/") || name.ends_with('~');
}

class FileInMemory : public AtomicFile::Replacement {
public:
    explicit FileInMemory(const fs::path& target) : asked_(target), target_(followed(target)) {
        if (fs::is_directory(target_)) throw FileError(asked_, "cannot be saved: it is a folder");
    }

    [[nodiscard]] std::ostream& out() override { return text_; }
    ~FileInMemory() override {
        std::error_code ignored;
        fs::remove(path(), ignored);
    }
    FileInMemory(const FileInMemory&) = delete;
    FileInMemory& operator=(const FileInMemory&) = delete;

    /// What others have written there is the file, in the place of what was written to `out`.
    [[nodiscard]] fs::path path() const override { return target_.string() + ".part"; }
    void keep(const fs::path& /*model*/) override {
        if (fs::exists(path())) {
            fs::rename(path(), target_);
        } else {
            std::ofstream out(target_, std::ios::binary);
            out << text_.str();
            out.close();
            if (!out.good()) throw FileError(asked_, "cannot be saved");
        }
        if (!is_kept_here(target_)) page::deliver(fs::absolute(target_).string());
    }

private:
    fs::path asked_, target_;
    std::ostringstream text_;
};

}  // namespace

std::unique_ptr<AtomicFile::Replacement> AtomicFile::Replacement::begin(const fs::path& target) {
    return std::make_unique<FileInMemory>(target);
}

}  // namespace lstm
