/// The forward pass: from inputs and initial states to a full trace.
#pragma once

#include "model/engine/aligned.h"
#include "model/engine/clamp.h"
#include "model/engine/network.h"
#include "model/engine/plan.h"
#include "model/engine/rounding.h"
#include "model/engine/trace.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace lstm {

/// Puts the parameter vectors of `network` where `plan` wants them among the packed numbers.
void pack_vectors(const Network& network, const ForwardPlan& plan, double* packed);

/// A network made ready to run: its plan, and its weights packed for it.
class ForwardPass {
public:
    /// `rounding`: if given, results are rounded before they are used. `clamps`: their values take
    /// the place of what was computed, before that is used.
    explicit ForwardPass(const Network& network, std::optional<Rounding> rounding = {},
                         std::vector<Clamp> clamps = {});

    /// Takes other weights, of a network of the same cell and sizes. Allocates nothing.
    void set_weights(const Network& network);

    /// Other clamps, of the same cell.
    void set_clamps(std::vector<Clamp> clamps) { clamps_ = std::move(clamps); }

    /// Fills `trace` from timestep `first` (1 ≤ first) to its end, from the inputs in its columns
    /// and the states at first − 1. The bits of every number depend on the network, the inputs and
    /// the states alone: not on the processor, nor on where the run starts. Overflow gives ±∞ or
    /// NaN where it arises. Allocates nothing. `trace` must have the plan of this pass.
    void run(Trace& trace, int first = 1) const;

    [[nodiscard]] const std::shared_ptr<const ForwardPlan>& plan() const { return plan_; }

private:
    void run_behind(Trace& trace, int first) const;
    void run_revised(double* column, std::ptrdiff_t stride, int t) const;
    void multiply(const Instruction& product, double* column, int count,
                  std::ptrdiff_t stride) const;
    [[nodiscard]] bool is_revised(int t) const;
    void revise(double* column, const Instruction& made, int t) const;
    void round(double* column, int first, int count) const;

    std::shared_ptr<const ForwardPlan> plan_;
    AlignedNumbers packed_;
    std::optional<Rounding> rounding_;
    std::vector<bool> rounded_rows_;  ///< of a column; empty: all
    std::vector<Clamp> clamps_;
};

}  // namespace lstm
