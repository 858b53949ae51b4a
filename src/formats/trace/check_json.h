/// The report on published numbers as JSON; docs/command-line.md describes it.
#pragma once

#include "formats/trace/check_text.h"

#include <nlohmann/json.hpp>

namespace lstm {

/// What is reported of several files, one after the other.
class CheckJson {
public:
    /// A file and its expectations; adds them to `tally`. `verdicts` are those of the document.
    void add(const std::string& name, const Document& document,
             const std::vector<Verdict>& verdicts, CheckTally& tally);
    /// A file that could not be read, and why.
    void add_unreadable(const std::string& name, const std::string& error);
    /// One object with all that was added.
    void print(std::ostream& out, const CheckTally& tally) const;

private:
    nlohmann::ordered_json files_ = nlohmann::ordered_json::array();
};

}  // namespace lstm
