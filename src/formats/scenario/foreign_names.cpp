/// A table of names.
#include "formats/scenario/foreign_names.h"

#include <algorithm>

namespace lstm {
namespace {

/// What others call a field, and what it is here.
struct Foreign {
    std::string_view name, here;
};
constexpr Foreign foreign_names[] = {
    {"i", "input"},
    {"f", "forget"},
    {"g", "candidate"},
    {"c", "candidate"},
    {"n", "candidate"},
    {"cell", "candidate"},
    {"o", "output"},
    {"r", "reset"},
    {"z", "update"},
    {"kernel", "W, with a row a unit: transposed"},
    {"recurrent_kernel", "U, with a row a unit: transposed"},
    {"bias", "b"},
    {"recurrent_bias", "b_u"},
    {"weight_ih", "W, of each gate its own rows"},
    {"weight_ih_l0", "W, of each gate its own rows"},
    {"weight_hh", "U, of each gate its own rows"},
    {"weight_hh_l0", "U, of each gate its own rows"},
    {"bias_ih", "b, of each gate its own rows"},
    {"bias_ih_l0", "b, of each gate its own rows"},
    {"bias_hh", "b_u, with \"biases\": 2"},
    {"bias_hh_l0", "b_u, with \"biases\": 2"},
    {"activation", "activations"},
    {"units", "hidden_size"},
    {"inputs", "sequence"},
};

}  // namespace

std::string called_here(std::string_view name, const std::vector<std::string_view>& names) {
    for (const Foreign& foreign : foreign_names) {
        const std::string_view field = foreign.here.substr(0, foreign.here.find_first_of(", "));
        if (foreign.name == name && std::find(names.begin(), names.end(), field) != names.end())
            return ", which is called " + std::string(foreign.here) + " here";
    }
    return "";
}

}  // namespace lstm
