/// The report on published numbers as JSON; docs/command-line.md describes it.
#pragma once

#include "formats/json/json_writer.h"
#include "formats/trace/check_text.h"

#include <string>

namespace lstm {

/// What is reported of several files, one after the other.
class CheckJson {
public:
    CheckJson();
    CheckJson(const CheckJson&) = delete;
    CheckJson& operator=(const CheckJson&) = delete;

    /// A file and its expectations; adds them to `tally`. `verdicts` are those of the document.
    void add(const std::string& name, const Document& document,
             const std::vector<Verdict>& verdicts, CheckTally& tally);
    /// A file that could not be read, and why.
    void add_unreadable(const std::string& name, const std::string& error);
    /// One object with all that was added. Nothing is added any more.
    void print(std::ostream& out, const CheckTally& tally);

private:
    std::string text_;
    JsonWriter json_;
};

}  // namespace lstm
