/// One function a kind of cell; each writes down its list of equations. Below are those of the
/// kind's own form; what another form (cell_form.h) has instead is said there.
#pragma once

#include "model/cells/cell.h"

namespace lstm {

/// Hochreiter & Schmidhuber 1997 (eq. 3-9) with the forget gate of Gers, Schmidhuber & Cummins 2000
/// (eq. 2.1-2.3); no peepholes.
///
///     f = σ(W_f x + U_f h₋ + b_f)      c = f ⊙ c₋ + i ⊙ c̃
///     i = σ(W_i x + U_i h₋ + b_i)      h = o ⊙ tanh(c)
///     o = σ(W_o x + U_o h₋ + b_o)      c̃ = tanh(W_c x + U_c h₋ + b_c)
[[nodiscard]] Cell make_lstm(const CellForm& form);

/// The forget gate fixed at 1: c = c₋ + i ⊙ c̃. The LSTM of Hochreiter & Schmidhuber 1997, but that
/// its squashing functions had other ranges (there g in [−2, 2]); "NFG" in Greff et al. 2017.
[[nodiscard]] Cell make_lstm_no_forget_gate(const CellForm& form);
/// The input gate fixed at 1: c = f ⊙ c₋ + c̃; "NIG" in Greff et al. 2017.
[[nodiscard]] Cell make_lstm_no_input_gate(const CellForm& form);
/// The output gate fixed at 1: h = tanh(c); "NOG" in Greff et al. 2017.
[[nodiscard]] Cell make_lstm_no_output_gate(const CellForm& form);
/// h = o ⊙ c; "NOAF" in Greff et al. 2017.
[[nodiscard]] Cell make_lstm_no_output_activation(const CellForm& form);

/// Gates that see the notebook (Gers, Schraudolph & Schmidhuber 2002, section 3): one weight a
/// unit.
///
///     f = σ(W_f x + U_f h₋ + p_f ⊙ c₋ + b_f)      o = σ(W_o x + U_o h₋ + p_o ⊙ c + b_o)
///     i = σ(W_i x + U_i h₋ + p_i ⊙ c₋ + b_i)
[[nodiscard]] Cell make_lstm_peephole(const CellForm& form);

/// f = 1 − i ("CIFG" in Greff et al. 2017): what is written makes room for itself.
[[nodiscard]] Cell make_lstm_coupled_forget(const CellForm& form);
/// i = 1 − f (Olah 2015): what is struck out is written anew.
[[nodiscard]] Cell make_lstm_coupled_input(const CellForm& form);

/// Cho et al. 2014 (eq. 5-8): the reset gate works on h₋ before the matrix. The update gate, z
/// there, is u here, as z is what every gate adds up.
///
///     r = σ(W_r x + U_r h₋ + b_r)      h̃ = tanh(W_h x + U_h (r ⊙ h₋) + b_h)
///     u = σ(W_u x + U_u h₋ + b_u)      h = u ⊙ h₋ + (1 − u) ⊙ h̃
[[nodiscard]] Cell make_gru_reset_before(const CellForm& form);
/// The form of cuDNN, PyTorch and Keras (reset_after): the reset gate works behind the matrix, on a
/// sum with a bias of its own.
///
///     h̃ = tanh(W_h x + r ⊙ (U_h h₋ + b_u) + b_h)
[[nodiscard]] Cell make_gru_reset_after(const CellForm& form);

/// JANET, an LSTM of which only the forget gate is left (van der Westhuizen & Lasenby 2018, "The
/// unreasonable effectiveness of the forget gate"). The paper's c and h are one, h = c, and so are
/// they here. It may also subtract a constant β from the pre-activation of what writes, 1 − σ(s −
/// β); this is its plain form, β = 0.
///
///     f = σ(W_f x + U_f h₋ + b_f)      h = f ⊙ h₋ + (1 − f) ⊙ h̃
///     h̃ = tanh(W_h x + U_h h₋ + b_h)
[[nodiscard]] Cell make_janet(const CellForm& form);

/// The minimal gated unit of Zhou, Wu, Zhang & Zhou 2016 (eq. 9): one gate is a GRU's two. It is
/// called forget gate, and what it lets through of h₋ is what the new idea hears; where it is 1,
/// all of h is written anew.
///
///     f = σ(W_f x + U_f h₋ + b_f)      h̃ = tanh(W_h x + U_h (f ⊙ h₋) + b_h)
///     h = (1 − f) ⊙ h₋ + f ⊙ h̃
[[nodiscard]] Cell make_mgu(const CellForm& form);

/// The simple recurrent network of Elman 1990: h = tanh(W x + U h₋ + b).
[[nodiscard]] Cell make_rnn(const CellForm& form);

}  // namespace lstm
