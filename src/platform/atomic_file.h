/// A file that takes another's place all at once, or leaves no trace.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>

namespace lstm {

/// What is to stand in the file `target`, new or not; nobody sees it before `keep`, and it goes
/// when this does, unless it was kept. Where the system knows files without a name (Linux:
/// O_TMPFILE) it has none, so that not even a killed program leaves one; elsewhere it is
/// `.lstm-notebook-*.tmp` beside the target, locked while it lives, and such files that nobody has
/// locked are removed.
///
/// A link stays, and what it points to is replaced. The old file's permissions, owner and extended
/// attributes go over to the new one. Where that cannot be (the owner is another, the file has
/// several names, its folder cannot be written to, it is mounted by itself), the old file stays and
/// is written anew from its start: a failure then puts back what it held, but a program that is
/// killed meanwhile may leave it half written.
///
/// A browser's files live in memory, where no program is killed half way: there it is a plain file
/// beside the target, renamed.
class AtomicFile {
public:
    /// Throws FileError where the target could not be written.
    explicit AtomicFile(const std::filesystem::path& target);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// What is written here stands in the file; that it fails, `keep` says.
    [[nodiscard]] std::ostream& out();
    /// Where another program can write it instead, as long as this lives.
    [[nodiscard]] std::filesystem::path path() const;
    /// Flushes it to the disk and puts it into the target's place. Throws FileError, and then the
    /// target is what it was. With `model`, a file, it gets that one's permissions, and not those
    /// of the file that it replaces.
    void keep(const std::filesystem::path& model = {});

    class Replacement;

private:
    std::filesystem::path target_;
    std::unique_ptr<Replacement> replacement_;
};

}  // namespace lstm
