/// What AtomicFile is made of: each system has its own way to prepare a file and to put it into
/// another's place.
#pragma once

#include "platform/atomic_file.h"

namespace lstm {

/// What will take the target's place. When it goes and was not kept, it leaves no trace.
class AtomicFile::Replacement {
public:
    /// Throws FileError or std::filesystem::filesystem_error where `target` could not be written.
    [[nodiscard]] static std::unique_ptr<Replacement> begin(const std::filesystem::path& target);

    Replacement() = default;
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    virtual ~Replacement() = default;

    [[nodiscard]] virtual std::ostream& out() = 0;
    [[nodiscard]] virtual std::filesystem::path path() const = 0;
    /// Throws as `begin` does. `model` (empty: none): whose permissions it gets.
    virtual void keep(const std::filesystem::path& model) = 0;
};

}  // namespace lstm
