/// One object a file, one an expectation.
#include "formats/trace/check_json.h"

#include "formats/json/json_value.h"

#include <ostream>

namespace lstm {

using Json = nlohmann::ordered_json;

void CheckJson::add(const std::string& name, const Document& document,
                    const std::vector<Verdict>& verdicts, CheckTally& tally) {
    Json expectations = Json::array();
    for (std::size_t k = 0; k < verdicts.size(); ++k) {
        const Expectation& e = (*document.expectations)[k];
        const bool of_all_steps = e.t == 0 && e.quantity == none;
        Json one{{"t", of_all_steps ? Json() : Json(e.t)},
                 {"quantity", name_of(document.cell(), e)},
                 {"published", e.value}};
        if (e.tolerance) {
            one["tolerance"] = *e.tolerance;
        } else {
            one["decimals"] = e.decimals.value_or(max_decimals);
        }
        one["computed"] = json_number(verdicts[k].computed);
        one["pass"] = verdicts[k].pass;
        expectations.push_back(std::move(one));
        ++(verdicts[k].pass ? tally.passed : tally.failed);
    }
    files_.push_back(
        {{"name", name}, {"title", document.title}, {"expectations", std::move(expectations)}});
}

void CheckJson::add_unreadable(const std::string& name, const std::string& error) {
    files_.push_back({{"name", name}, {"error", error}});
}

void CheckJson::print(std::ostream& out, const CheckTally& tally) const {
    const Json report{{"files", files_}, {"passed", tally.passed}, {"failed", tally.failed}};
    // A file's name need not be UTF-8.
    out << report.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace lstm
