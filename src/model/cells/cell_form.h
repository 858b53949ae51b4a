/// What a file says of a cell beside its sizes: its kind, and how it differs from the kind's own.
#pragma once

#include "model/cells/activation.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace lstm {

struct Cell;

/// How a GRU's update gate is meant.
enum class UpdateGate {
    keeps,   ///< h = u ⊙ h₋ + (1 − u) ⊙ h̃ (Cho et al. 2014, PyTorch, Keras)
    renews,  ///< h = (1 − u) ⊙ h₋ + u ⊙ h̃ (Chung et al. 2014, many textbooks)
};

/// One form of a kind of cell.
struct CellForm {
    std::string kind = "lstm";
    /// What a gate with weights of its own applies to its z, by the gate's name; of a gate that is
    /// left out what its kind has.
    std::map<std::string, Activation> activations{};
    Activation squash = Activation::tanh;  ///< what is applied to c; of kinds that do so
    int biases = 1;  ///< of a gate: none, b, or b beside W x and b_u beside U h₋
    UpdateGate update_gate = UpdateGate::keeps;            ///< of a GRU
    bool peepholes = false;                                ///< of an LSTM: its gates see c
    bool readout = false;                                  ///< y = W h + b
    Activation readout_activation = Activation::identity;  ///< p = activation(y), of a read-out

    friend bool operator==(const CellForm&, const CellForm&) = default;
    friend bool operator<(const CellForm& a, const CellForm& b) {
        const auto tied = [](const CellForm& f) {
            return std::tie(f.kind, f.activations, f.squash, f.biases, f.update_gate, f.peepholes,
                            f.readout, f.readout_activation);
        };
        return tied(a) < tied(b);
    }
};

/// What files call `CellForm::squash` among the activations: not the output gate's.
inline constexpr std::string_view squash_name = "output";

/// The form of `kind` as its authors have it.
[[nodiscard]] CellForm own_form(const std::string& kind, bool readout = false);
/// `form` as one of `kind`: what that has too is kept; what was its old kind's own becomes the new
/// one's own.
[[nodiscard]] CellForm form_as(const CellForm& form, const std::string& kind);

/// Whether gates of such a cell may see c.
[[nodiscard]] bool takes_peepholes(const Cell& cell);
/// Whether its update gate can be meant either way.
[[nodiscard]] bool takes_update_gate(const Cell& cell);

}  // namespace lstm
