/// Matrices and tables from the clipboard, and matrices to it.
#include "app/application.h"

#include "document/sequences.h"
#include "formats/format_error.h"
#include "formats/matrix/matrix_text.h"
#include "formats/table/table_steps.h"
#include "ui/state/pasting.h"
#include "ui/words/refusals.h"

#include <imgui.h>

#include <string>
#include <utility>

namespace lstm {

void Application::paste_matrix(ParameterId parameter, const std::string& text) {
    try {
        PastedMatrix pasted{parameter, read_matrix(text)};
        const MatrixFit fit = fit_of(session_.document(), pasted);
        if (fit == MatrixFit::as_it_is) {
            if (const auto refusal = session_.apply(as_it_is(session_.document(), pasted)))
                tell(sentence_about(words(), *refusal));
        } else {
            view_.dialogs.pasted = std::move(pasted);
            view_.dialogs.open = Dialog::pasting;
        }
    } catch (const FormatError& error) {
        tell(words()(
            "paste.unreadable",
            {{"place", error.place()}, {"expected", error.expected()}, {"found", error.found()}}));
    }
}

void Application::take_table(const std::string& name, const std::string& text) {
    try {
        TableSteps read = read_table_steps(text, session_.document());
        view_.dialogs.table = {free_name(session_.document(), name),
                               std::move(read.steps),
                               std::move(read.inputs),
                               std::move(read.targets),
                               std::move(read.label),
                               std::move(read.unused)};
        view_.dialogs.open = Dialog::table;
    } catch (const FormatError& error) {
        tell(words()(
            "table.unreadable",
            {{"place", error.place()}, {"expected", error.expected()}, {"found", error.found()}}));
    }
}

void Application::copy_matrix(const CopyMatrixRequest& request) {
    const Document& document = session_.document();
    const Parameter& parameter =
        document.cell().parameters[static_cast<std::size_t>(request.parameter)];
    const Matrix& numbers =
        *document.network.parameters[static_cast<std::size_t>(request.parameter)];
    ImGui::SetClipboardText(
        matrix_text(numbers, *matrix_form_named(request.form), parameter.columns == Extent::one)
            .c_str());
    view_.notify(words()("notice.matrix_copied", {{"name", parameter.name()}}));
}

}  // namespace lstm
