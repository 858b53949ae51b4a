/// Running pdflatex.
#pragma once

#include "support/process.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <string>

namespace lstm {

/// Runs pdflatex, which stops at the first error, on `text`. Its output tells what was wrong.
[[nodiscard]] inline Finished typeset(const std::string& text) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "text.tex") << text;
    return run({"pdflatex", "-halt-on-error", "-interaction=nonstopmode",
                "-output-directory=" + folder.path().string(),
                (folder.path() / "text.tex").string()});
}

}  // namespace lstm
