/// Whole sentences for the gradient of a cell state and for that of a hidden state.
#include "ui/words/gradient_flow.h"

#include "ui/words/numbers.h"

namespace lstm {
namespace {

/// "0.61", "3e−12": one digit tells the size of what is far from 1, and no line breaks at a point
/// in it.
std::string size_of_first(const std::vector<double>& sizes) {
    if (sizes.empty()) return "";
    const double value = sizes.front();
    const bool far = value != 0 && (value < 1e-3 || value >= 1e4);
    return far ? format_power(value) : format_significant(value, 2);
}

}  // namespace

std::string sentence_about(const Words& words, const GradientFlow& flow) {
    if (flow.steps() == 0) return words("flow.no_step");
    const bool of_cell_state = !flow.cell_state.empty();
    const std::vector<double>& sizes = of_cell_state ? flow.cell_state : flow.hidden_state;
    std::string key = of_cell_state ? "flow.cell_state" : "flow.hidden_state";
    key += sizes.front() > 1.5 ? ".grown" : ".left";
    // Where nothing is kept, the cell is a plain RNN itself.
    if (!flow.forget_product.empty()) key += ".beside_rnn";
    return words(key, {{"steps", counted(words, "flow.steps", flow.steps())},
                       {"size", size_of_first(sizes)},
                       {"rnn", size_of_first(flow.plain_rnn)}});
}

}  // namespace lstm
