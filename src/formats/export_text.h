/// The kinds of text that a run can be exported as.
#pragma once

#include "document/document.h"
#include "formats/paper/derivation_text.h"
#include "formats/writing.h"
#include "model/engine/trace.h"

#include <iosfwd>
#include <string_view>
#include <vector>

namespace lstm {

/// One kind of text.
struct TextKind {
    std::string_view name;    ///< as the command line spells it: "latex"
    std::string_view title;   ///< for people: "The derivation as LaTeX"
    std::string_view ending;  ///< of its files: ".tex"
    bool backward;            ///< whether it can tell gradients
    /// Writes one timestep after the other and stops where `out` fails. `trace` is that of
    /// `document`.
    Writing (*print)(std::ostream& out, const Document& document, const Trace& trace,
                     TextOptions what);
};

/// All of them: CSV, derivations, the worksheet, programs.
[[nodiscard]] const std::vector<TextKind>& text_kinds();

/// The kind called `name`, or nullptr.
[[nodiscard]] const TextKind* find_text_kind(std::string_view name);

}  // namespace lstm
