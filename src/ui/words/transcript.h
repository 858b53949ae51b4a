/// A run told in sentences, for those who hear it: what the window shows, in the window's own
/// words.
#pragma once

#include "document/document.h"
#include "model/engine/trace.h"
#include "ui/words/words.h"

#include <string>
#include <vector>

namespace lstm {

/// What is open: its title, its description, its kind of cell and its sizes, a line each.
[[nodiscard]] std::vector<std::string> introduction_to(const Words& words,
                                                       const Document& document);

/// Timestep `t` up to and with `last`: its place in the run, then for each phase what happens in
/// it, the numbers that it makes known, of all units, and what became of each slot; a line each.
/// Numbers have `decimals` digits behind the point. With t = 0, that there is no step.
[[nodiscard]] std::vector<std::string> transcript_of(const Words& words, const Document& document,
                                                     const Trace& trace, int t,
                                                     Phase last = Phase::speak, int decimals = 3);

}  // namespace lstm
