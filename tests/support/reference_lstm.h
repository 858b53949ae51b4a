/// An LSTM in plain loops, to compare the model with. It shares no code with src/.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace reference {

using Numbers = std::vector<double>;
using Table = std::vector<Numbers>;

/// The parameters of one gate, a row a unit.
struct Gate {
    Table W, U;
    Numbers b;
};

/// One timestep: each quantity by the name that docs and files give it ("forget.z", "c_prev", …).
using Step = std::map<std::string, Numbers>;

/// Runs an LSTM with gates "forget", "input", "candidate" and "output" over `inputs`, a row a step.
std::vector<Step> lstm(const std::map<std::string, Gate>& gates, const Table& inputs, Numbers h,
                       Numbers c);

}  // namespace reference
