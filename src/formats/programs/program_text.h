/// A run as a short program in Python that computes the same numbers.
#pragma once

#include "document/document.h"
#include "formats/writing.h"
#include "model/engine/step_range.h"

#include <iosfwd>
#include <stdexcept>

namespace lstm {

/// The library has nothing that computes the document's cell. what() is one sentence.
class NoModuleError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Each prints a program that runs `document` from its first step on and prints, for each timestep
/// of `steps`, a line "t [c, …] [h, …] [y, …]" whose numbers read back bit for bit;
/// without c or y where the cell has none. The results are those of the trace but for the last few
/// bits. The document's weights, inputs and initial states are written into it.

/// With NumPy, equation by equation; rounds where the document rounds and holds what it holds.
Writing print_numpy(std::ostream& out, const Document& document, StepRange steps);
/// With torch.nn.LSTMCell, GRUCell or RNNCell. What is rounded or held is told in a comment, and
/// computed as if it were not. Throws NoModuleError, before anything is printed.
Writing print_pytorch(std::ostream& out, const Document& document, StepRange steps);
/// With keras.layers.LSTMCell, GRUCell or SimpleRNNCell of Keras 3; as print_pytorch.
Writing print_keras(std::ostream& out, const Document& document, StepRange steps);

}  // namespace lstm
