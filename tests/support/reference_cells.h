/// Every kind of cell in plain loops, to compare the model with. It shares no code with src/.
#pragma once

#include "support/reference_lstm.h"

#include <map>
#include <string>
#include <vector>

namespace reference {

/// The parameters of one gate, a row a unit. What a gate does not have is empty.
struct Weights {
    Table W, U;
    Numbers b, p, b_u;
};

/// How a cell differs from its kind, in the words of files. No biases, or peepholes, show in the
/// weights: what a gate does not have is empty.
struct Form {
    std::map<std::string, std::string> activations;  ///< by gate; "of c": what c goes through
    std::string readout = "identity";                ///< p = that of y
    bool renews = false;                             ///< h = (1 − u) ⊙ h₋ + u ⊙ h̃
    bool two_biases = false;                         ///< b_u beside U h₋
};

/// Runs the cell that files call `kind` over `inputs`, a row a step. `c` is of no account to a GRU
/// or RNN. A gate "readout" is what reads h out.
std::vector<Step> run(const std::string& kind, const std::map<std::string, Weights>& gates,
                      const Table& inputs, Numbers h, Numbers c, const Form& form = {});

}  // namespace reference
