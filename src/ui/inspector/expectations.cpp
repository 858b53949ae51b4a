/// Expected numbers beside the computed ones, and the arithmetic that made them.
#include "ui/inspector/arithmetic.h"
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/state/expecting.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

/// A computed value; the one that the document does not use is muted.
void draw_computed(const Frame& frame, double value, int decimals, bool visible, bool used) {
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(ImGuiCol_Text, used ? frame.theme->ink : frame.theme->muted);
    ImGui::TextUnformatted(visible ? format_value(value, decimals).c_str() : "?");
    ImGui::PopStyleColor();
}

/// Chooses the expectation in row `n`, and goes to the number that it is about.
void choose_row(Frame& frame, int n) {
    frame.view.dialogs.expecting.chosen = n;
    const Expectation& expectation = (*frame.document().expectations)[n];
    if (expectation.quantity == none) return;
    const Quantity& quantity = frame.cell().quantities[expectation.quantity];
    go_to(frame.view, frame.document(), expectation.t);
    frame.view.cursor.phase = std::max(frame.view.cursor.phase, quantity.phase);
    if (quantity.extent == Extent::hidden) frame.view.cursor.unit = expectation.element;
}

/// Adds an expectation, and changes and deletes the one that is chosen.
void draw_commands(Frame& frame) {
    const auto count = static_cast<int>(frame.document().expectations->size());
    int& chosen = frame.view.dialogs.expecting.chosen;
    chosen = std::min(chosen, count - 1);
    if (button(frame, "published/add", frame.words("published.add"),
               frame.words("published.add.help")))
        ask_what_to_expect(frame.view, frame.document(),
                           subject_of(frame.cell(), what_is_chosen(frame.view, frame.cell())));
    if (count == 0) return;
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/change", frame.words("published.change"),
               frame.words("published.change.help"), chosen != none))
        ask_what_to_expect(frame.view, frame.document(), chosen);
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/delete", frame.words("published.delete"),
               frame.words("published.delete.help"), chosen != none))
        expect_no_more(frame, chosen);
}

void draw_row(Frame& frame, int n, const std::optional<BothWays>& ways) {
    const Expectation& expectation = (*frame.document().expectations)[n];
    const Verdict& verdict = frame.session.verdicts()[n];
    const std::string name = name_of(frame.cell(), expectation);
    const bool of_a_quantity = expectation.quantity != none;
    const bool of_all_steps = expectation.t == 0 && !of_a_quantity;
    const std::string id = "published/" + std::to_string(n);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const bool here = frame.view.cursor.t == expectation.t;
    if (list_line(frame, id,
                  of_all_steps ? frame.words("published.all") : std::to_string(expectation.t),
                  n == frame.view.dialogs.expecting.chosen, ImGuiSelectableFlags_SpanAllColumns))
        choose_row(frame, n);
    if (ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
        frame.view.dialogs.expecting.chosen = n;
        open_context_menu(frame, expectation);
    }
    // A row may be wider than what can be seen of it.
    const float left = ImGui::GetWindowPos().x;
    const ImVec2 min{std::max(ImGui::GetItemRectMin().x, left), ImGui::GetItemRectMin().y};
    const ImVec2 max{std::min(ImGui::GetItemRectMax().x, left + ImGui::GetWindowSize().x),
                     ImGui::GetItemRectMax().y};
    const bool visible = !of_a_quantity ||
                         frame.view.cursor.knows(frame.cell(), expectation.quantity, expectation.t);
    frame.regions.add(id, min, max, !visible ? "?" : verdict.pass ? "pass" : "fail");
    if (here && expectation.subject == ExpectationSubject::quantity)
        link(frame, min, max, {expectation.quantity, expectation.element});
    // The computed value is shown with two more digits than it has to agree to.
    const int decimals = expectation.decimals.value_or(
        std::clamp(expectation.tolerance && *expectation.tolerance > 0
                       ? static_cast<int>(std::ceil(-std::log10(*expectation.tolerance)))
                       : 6,
                   0, ways ? 6 : 12));
    ImGui::TableNextColumn();
    if (visible)
        ImGui::TextColored(verdict.pass ? frame.theme->good : frame.theme->bad, "%s",
                           frame.words(verdict.pass ? "published.pass" : "published.fail").c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(name.c_str());
    ImGui::TableNextColumn();
    const std::string expected = as_published(expectation);
    ImGui::TextUnformatted(expected.c_str());
    frame.regions.add(id + "/expected", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), expected);
    const bool is_exact = !frame.document().rounding;
    if (ways) {
        draw_computed(frame, ways->exact.verdicts()[n].computed,
                      std::max(decimals, ways->rounding.decimals) + 2, visible, is_exact);
        draw_computed(frame, ways->rounded.verdicts()[n].computed, ways->rounding.decimals, visible,
                      !is_exact);
    } else {
        draw_computed(frame, verdict.computed, decimals + 2, visible, true);
    }
    if (ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered() && visible)
        ImGui::SetTooltip(
            "%s", frame
                      .words(expectation.tolerance ? "published.within" : "published.agree",
                             {{"name", name},
                              {"when", of_all_steps
                                           ? frame.words("published.of_all_steps")
                                           : frame.words("published.at_step",
                                                         {{"t", std::to_string(expectation.t)}})},
                              {"expected", format_exact(expectation.value)},
                              {"computed", format_exact(verdict.computed)},
                              {"tolerance", format_exact(expectation.tolerance.value_or(0))},
                              {"decimals", std::to_string(decimals)}})
                      .c_str());
}

}  // namespace

void draw_published(Frame& frame) {
    const std::optional<BothWays> ways = both_ways(frame);
    draw_arithmetic(frame, ways);
    ImGui::Dummy({0, frame.px(4)});
    const auto& verdicts = frame.session.verdicts();
    if (!frame.document().source.empty()) {
        heading(frame, frame.words("published.source"));
        paragraph(frame, "", frame.document().source, ImGui::GetContentRegionAvail().x, 6);
        ImGui::Dummy({0, frame.px(4)});
    }
    if (verdicts.empty()) {
        paragraph(frame.words("published.nothing"));
        draw_commands(frame);
        return;
    }
    const int passed = frame.session.results()->passed();
    heading(frame, frame.words("published.passed", {{"passed", std::to_string(passed)},
                                                    {"all", std::to_string(verdicts.size())}}));
    draw_commands(frame);
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                  ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit |
                                  ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("expectations", ways ? 6 : 5, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("t");
    ImGui::TableSetupColumn("");
    ImGui::TableSetupColumn(frame.words("published.column.quantity").c_str());
    ImGui::TableSetupColumn(frame.words("published.column.expected").c_str());
    ImGui::TableSetupColumn(
        frame.words(ways ? "published.column.exact" : "published.column.computed").c_str());
    if (ways) ImGui::TableSetupColumn(frame.words("published.column.rounded").c_str());
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(verdicts.size()));
    include_focused_rows(frame, clipper);
    while (clipper.Step())
        for (int n = clipper.DisplayStart; n < clipper.DisplayEnd; ++n) draw_row(frame, n, ways);
    ImGui::EndTable();
}

}  // namespace lstm
