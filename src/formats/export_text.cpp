/// The table of kinds.
#include "formats/export_text.h"

#include "document/gradients_of.h"
#include "formats/paper/worksheet.h"
#include "formats/programs/program_text.h"
#include "formats/trace/trace_text.h"

#include <algorithm>
#include <optional>

namespace lstm {

const std::vector<TextKind>& text_kinds() {
    using Out = std::ostream&;
    static const std::vector<TextKind> kinds{
        {"csv", "Every quantity, a row a step", ".csv", true,
         [](Out out, const Document& document, const Trace& trace, TextOptions what) -> Writing {
             TraceTextOptions text{what.steps, {}};
             std::optional<Gradients> gradients;
             if (what.backward) {
                 gradients = gradients_of(document, trace);
                 text.gradients = &*gradients;
             }
             Writing rows = print_csv(out, document, trace, text);
             while (rows.advance()) co_yield rows.progress();
         }},
        {"markdown", "The derivation as Markdown", ".md", true, print_markdown},
        {"latex", "The derivation as LaTeX", ".tex", true, print_latex},
        {"worksheet", "A worksheet with answers, as LaTeX", ".tex", true,
         [](Out out, const Document& document, const Trace& trace, TextOptions what) {
             return print_worksheet(out, document, trace, what, default_blanks(document.cell()));
         }},
        {"python-numpy", "A program for NumPy", ".py", false,
         [](Out out, const Document& document, const Trace&, TextOptions what) {
             return print_numpy(out, document, what.steps);
         }},
        {"python-pytorch", "A program for PyTorch", ".py", false,
         [](Out out, const Document& document, const Trace&, TextOptions what) {
             return print_pytorch(out, document, what.steps);
         }},
        {"python-keras", "A program for Keras", ".py", false,
         [](Out out, const Document& document, const Trace&, TextOptions what) {
             return print_keras(out, document, what.steps);
         }},
    };
    return kinds;
}

const TextKind* find_text_kind(std::string_view name) {
    const auto kind = std::find_if(text_kinds().begin(), text_kinds().end(),
                                   [&](const TextKind& k) { return k.name == name; });
    return kind == text_kinds().end() ? nullptr : &*kind;
}

}  // namespace lstm
