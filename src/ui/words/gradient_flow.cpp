/// Whole sentences for a notebook's gradient and for a hidden state's.
#include "ui/words/gradient_flow.h"

#include "ui/words/numbers.h"

#include <fmt/format.h>

namespace lstm {
namespace {

/// "0.61", "3e−12": one digit tells the size of what is far from 1, and no line breaks at a point
/// in it.
std::string size_of_first(const std::vector<double>& sizes) {
    const double value = sizes.front();
    const bool far = value != 0 && (value < 1e-3 || value >= 1e4);
    return far ? format_power(value) : format_significant(value, 2);
}

}  // namespace

std::string sentence_about(const GradientFlow& flow) {
    if (flow.steps() == 0) return "There is no step to go back through.";
    const std::string steps =
        fmt::format("{} {}", flow.steps(), flow.steps() == 1 ? "step" : "steps");
    const bool of_notebook = !flow.cell_state.empty();
    const std::vector<double>& sizes = of_notebook ? flow.cell_state : flow.hidden_state;
    const char* const whose = of_notebook ? "the notebook's" : "the hidden state's";
    const std::string size = size_of_first(sizes);
    const std::string own =
        sizes.front() > 1.5
            ? fmt::format("After {} back, {} gradient has grown to {} times", steps, whose, size)
            : fmt::format("After {} back, {} of {} gradient is left", steps, size, whose);
    // Where nothing is kept, the cell is a plain RNN itself.
    if (flow.forget_product.empty()) return own + ".";
    return fmt::format("{}; of the plain RNN's {}.", own, size_of_first(flow.plain_rnn));
}

}  // namespace lstm
