/// A copied matrix that does not fit as it is: what shall become of it.
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/state/pasting.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <string>

namespace lstm {
namespace {

/// "2 × 3"
std::string shape_of(const Matrix& matrix) {
    return std::to_string(matrix.rows()) + " × " + std::to_string(matrix.cols());
}

/// The first row, as far as a line has room for it: "0.5  −1  2 …"
std::string first_row(const Matrix& matrix) {
    constexpr Eigen::Index most = 6;
    std::string text;
    for (Eigen::Index k = 0; k < std::min(matrix.cols(), most); ++k)
        text += (k == 0 ? "" : "  ") + format_significant(matrix(0, k), 4);
    return text + (matrix.cols() > most ? "  …" : "");
}

/// A way to take it: a button, and below it what would stand in the first row.
void offer(Frame& frame, const std::string& id, const std::string& words, const SetParameters& edit,
           float width) {
    if (button(frame, "pasting/" + id, words)) {
        frame.proposals.edit(edit);
        frame.view.dialogs.open = Dialog::closed;
    }
    for (const auto& [parameter, numbers] : edit.parameters)
        paragraph(
            frame, "pasting/" + id + "/" + frame.cell().parameters[parameter].letter,
            frame.words("paste.first_row", {{"name", frame.cell().parameters[parameter].name()},
                                            {"numbers", first_row(numbers)}}),
            width, 2);
    ImGui::Dummy({0, frame.px(4)});
}

}  // namespace

void draw_paste_dialog(Frame& frame) {
    const Document& document = frame.document();
    const PastedMatrix pasted = frame.view.dialogs.pasted;
    const float width = dialog_width(frame, 480);
    ImGui::Dummy({width, 0});
    if (pasted.parameter == none) {
        if (button(frame, "pasting/cancel", frame.words("close")))
            frame.view.dialogs.open = Dialog::closed;
        return;
    }
    const Parameter& parameter = frame.cell().parameters[pasted.parameter];
    const Matrix& there = *document.network.parameters[pasted.parameter];
    const MatrixFit fit = fit_of(document, pasted);
    const bool joined = fit == MatrixFit::joined || fit == MatrixFit::joined_turned;
    const char* const key = fit == MatrixFit::turned          ? "paste.turned"
                            : fit == MatrixFit::joined        ? "paste.joined"
                            : fit == MatrixFit::joined_turned ? "paste.joined_turned"
                                                              : "paste.misfit";
    const Sizes sizes = document.sizes();
    paragraph(frame, "pasting/question",
              frame.words(key, {{"found", shape_of(pasted.numbers)},
                                {"name", parameter.name()},
                                {"gate", parameter.gate},
                                {"wanted", shape_of(there)},
                                {"inputs", std::to_string(sizes.input)},
                                {"units", std::to_string(sizes.hidden)}}),
              width, 6);
    ImGui::Dummy({0, frame.px(6)});
    if (fit == MatrixFit::turned)
        offer(frame, "turn", frame.words("paste.turn"), turned(document, pasted), width);
    if (joined) {
        offer(frame, "h_first", frame.words("paste.h_first"), shared_out(document, pasted, true),
              width);
        offer(frame, "x_first", frame.words("paste.x_first"), shared_out(document, pasted, false),
              width);
    }
    const bool asked = joined || fit == MatrixFit::turned;
    if (button(frame, "pasting/cancel", frame.words(asked ? "cancel" : "close")))
        frame.view.dialogs.open = Dialog::closed;
}

}  // namespace lstm
