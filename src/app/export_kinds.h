/// What `lstm-notebook export --as` can write.
#pragma once

#include "app/loading.h"
#include "formats/derivation.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lstm {

/// What one export is about.
struct ExportJob {
    const Loaded& loaded;
    const Results& results;
    Extract what;
    std::filesystem::path out;  ///< the file to write; empty: standard output
};

/// One kind of file.
struct ExportKind {
    std::string name;  ///< of `--as`
    /// Throws FileError.
    std::function<void(const ExportJob&)> write;
};

/// All of them.
[[nodiscard]] const std::vector<ExportKind>& export_kinds();

}  // namespace lstm
