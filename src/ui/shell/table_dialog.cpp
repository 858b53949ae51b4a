/// The steps of a table: what its columns were taken for, and where they shall go.
#include "document/sequences.h"
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// "0.5, −1, 2, …"
std::string first_numbers(const Vector& x) {
    constexpr Eigen::Index most = 6;
    std::string text;
    for (Eigen::Index k = 0; k < std::min(x.size(), most); ++k)
        text += (k == 0 ? "" : ", ") + format_significant(x[k], 4);
    return text + (x.size() > most ? ", …" : "");
}

/// "price, column 2"
std::string listed(const Frame& frame, const std::vector<std::string>& columns) {
    std::string text;
    for (const std::string& column : columns) {
        const bool number =
            std::ranges::all_of(column, [](unsigned char each) { return std::isdigit(each) != 0; });
        text += (text.empty() ? "" : ", ") +
                (number ? frame.words("table.column", {{"n", column}}) : one_line(column));
    }
    return text;
}

}  // namespace

void draw_table_dialog(Frame& frame) {
    const ReadTable& table = frame.view.dialogs.table;
    const float width = dialog_width(frame, 480);
    ImGui::Dummy({width, 0});
    if (!table.steps.empty()) {
        const auto say = [&](const char* id, const std::string& text) {
            paragraph(frame, std::string("table/") + id, text, width, 3);
        };
        say("told",
            frame.words("table.told", {{"steps", counted(frame.words, "steps",
                                                         static_cast<int>(table.steps.size()))},
                                       {"first", first_numbers(table.steps.front()->x)}}));
        const auto say_columns = [&](const char* kind, const std::vector<std::string>& columns) {
            if (!columns.empty())
                say(kind, frame.words(std::string("table.") + kind,
                                      {{"columns", listed(frame, columns)}}));
        };
        say_columns("inputs", table.inputs);
        say_columns("targets", table.targets);
        if (!table.label.empty())
            say("label", frame.words("table.label", {{"column", listed(frame, {table.label})}}));
        say_columns("unused", table.unused);
        ImGui::Dummy({0, frame.px(6)});
        const bool room = sequence_count(frame.document()) < max_sequences;
        const std::string name =
            elided(ImGui::GetFont(), one_line(table.name), width - frame.px(300));
        if (button(frame, "table/add", frame.words("table.add", {{"name", name}}),
                   frame.words("table.add.help"), room)) {
            frame.proposals.edit(ImportSequence{table.name, table.steps});
            frame.view.dialogs.open = Dialog::closed;
        }
        ImGui::SameLine();
        if (button(frame, "table/replace", frame.words("table.replace"),
                   frame.words("table.replace.help"))) {
            frame.proposals.edit(SetSteps{table.steps});
            frame.view.dialogs.open = Dialog::closed;
        }
        ImGui::SameLine();
    }
    if (button(frame, "table/cancel", frame.words("cancel")))
        frame.view.dialogs.open = Dialog::closed;
}

}  // namespace lstm
