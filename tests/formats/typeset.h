/// Running pdflatex.
#pragma once

#include "support/process.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace lstm {

/// Runs pdflatex, which stops at the first error, on `text`. Its output tells what was wrong.
[[nodiscard]] inline Finished typeset(const std::string& text) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "text.tex") << text;
    return run({"pdflatex", "-halt-on-error", "-interaction=nonstopmode",
                "-output-directory=" + folder.path().string(),
                (folder.path() / "text.tex").string()});
}

/// The same, of all `texts` at once, one page after the other. They have one preamble.
[[nodiscard]] inline Finished typeset_together(const std::vector<std::string>& texts) {
    const std::string begin = "\\begin{document}\n";
    const std::string end = "\\end{document}\n";
    const std::string preamble = texts.front().substr(0, texts.front().find(begin) + begin.size());
    std::string together = preamble;
    for (const std::string& text : texts) {
        EXPECT_TRUE(text.starts_with(preamble) && text.ends_with(end)) << text.substr(0, 1000);
        together += text.substr(preamble.size(), text.size() - preamble.size() - end.size()) +
                    "\n\\clearpage\n";
    }
    return typeset(together + end);
}

}  // namespace lstm
