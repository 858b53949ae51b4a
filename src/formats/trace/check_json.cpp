/// One object a file, one an expectation.
#include "formats/trace/check_json.h"

#include "document/sequences.h"

#include <ostream>

namespace lstm {

using Layout = JsonWriter::Layout;

CheckJson::CheckJson() : json_(text_) {
    json_.object(Layout::lines).key("files").list(Layout::lines);
}

void CheckJson::add(const std::string& name, const Document& document,
                    const std::vector<Verdict>& verdicts, CheckTally& tally) {
    json_.object(Layout::lines).key("name").value(name).key("title").value(document.title);
    const std::string& sequence = sequence_name(document, document.shown);
    if (!sequence.empty()) json_.key("sequence").value(sequence);
    json_.key("expectations").list(Layout::lines);
    for (std::size_t k = 0; k < verdicts.size(); ++k) {
        const Expectation& e = (*document.expectations)[k];
        const bool of_all_steps = e.t == 0 && e.quantity == none;
        json_.object(Layout::lines).key("t");
        if (of_all_steps)
            json_.null();
        else
            json_.value(e.t);
        json_.key("quantity").value(name_of(document.cell(), e));
        json_.key("published").value(e.value);
        if (e.tolerance)
            json_.key("tolerance").value(*e.tolerance);
        else
            json_.key("decimals").value(e.decimals.value_or(max_decimals));
        json_.key("computed").value(verdicts[k].computed);
        json_.key("pass").value(verdicts[k].pass).end();
        ++(verdicts[k].pass ? tally.passed : tally.failed);
    }
    json_.end().end();
}

void CheckJson::add_unreadable(const std::string& name, const std::string& error) {
    json_.object(Layout::lines).key("name").value(name).key("error").value(error).end();
}

void CheckJson::print(std::ostream& out, const CheckTally& tally) {
    json_.end().key("passed").value(tally.passed).key("failed").value(tally.failed).end();
    out << text_ << '\n';
}

}  // namespace lstm
