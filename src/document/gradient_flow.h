/// The flow of gradients: how much of a change of a state long ago still reaches the end.
#pragma once

#include "document/document.h"
#include "model/engine/trace.h"

#include <optional>
#include <vector>

namespace lstm {

/// Sizes, one for each t from 0 to T: what is left on average over the units (Frobenius norms over
/// √H), so 1 at T, where everything is the identity.
struct GradientFlow {
    std::vector<double> cell_state;  ///< ‖dc_T/dc_t‖, a total derivative; empty where there is no c
    std::vector<double> hidden_state;  ///< ‖dh_T/dh_t‖, where a change of h_t leaves c_t as it is
    /// ‖f_T ⊙ … ⊙ f_{t+1}‖: what the direct way from c_t to c_T lets through. Of a GRU u; 1 for
    /// every unit where nothing is forgotten; empty of a plain RNN.
    std::vector<double> forget_product;
    std::vector<double> plain_rnn;  ///< ‖dh_T/dh_t‖ of a plain RNN with the candidate's weights

    [[nodiscard]] int steps() const { return static_cast<int>(hidden_state.size()) - 1; }
};

/// ‖ds_T/ds_t‖/√H of the state `s`, for each t from 0 to T. `trace` is that of the network.
[[nodiscard]] std::vector<double> sizes_of_derivatives(const Network& network, const Trace& trace,
                                                       QuantityId s,
                                                       const std::vector<Clamp>& clamps = {});

/// Whether a picture should not wait for it.
[[nodiscard]] bool takes_a_moment(const Document& document);

/// All of it; nothing where that would take longer than a moment. `trace` is that of `document`.
[[nodiscard]] std::optional<GradientFlow> gradient_flow_of(const Document& document,
                                                           const Trace& trace);

}  // namespace lstm
