/// Published numbers beside the computed ones, and the arithmetic that made them.
#include "panels/focus.h"
#include "panels/numbers.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

void draw_arithmetic(Frame& frame) {
    const std::optional<int> decimals = frame.document().rounding;
    heading(frame, "Arithmetic");
    if (button(frame, "published/exact", "Exact", "Double precision, nothing rounded", true, !decimals) && decimals)
        frame.proposals.edit(SetRounding{});
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/rounded", "Rounded",
               "Every intermediate is rounded before it is used, as with a pocket calculator", true,
               decimals.has_value()) && !decimals)
        frame.proposals.edit(SetRounding{2});
    if (decimals) {
        ImGui::SameLine(0, frame.px(12));
        if (const auto changed = stepper(frame, "published/decimals", "decimals", *decimals, 0, max_decimals))
            frame.proposals.edit(SetRounding{*changed});
    }
}

void draw_row(Frame& frame, int n) {
    const Expectation& expectation = (*frame.document().expectations)[n];
    const Verdict& verdict = frame.session.verdicts()[n];
    const std::string name = element_name(frame.cell(), expectation.quantity, expectation.element);
    const std::string id = "published/" + std::to_string(n);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const bool here = frame.view.t == expectation.t;
    if (list_line(frame, id, std::to_string(expectation.t), false, ImGuiSelectableFlags_SpanAllColumns)) {
        go_to(frame.view, frame.document(), expectation.t);
        frame.view.phase = std::max(frame.view.phase, frame.cell().quantities[expectation.quantity].phase);
        if (frame.cell().quantities[expectation.quantity].extent == Extent::hidden)
            frame.view.unit = expectation.element;
    }
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    frame.regions.add(id, min, max, verdict.pass ? "pass" : "fail");
    if (here) link(frame, min, max, {expectation.quantity, expectation.element});
    // A published value has the digits that were printed; the computed one is shown with two more.
    const int decimals = expectation.decimals.value_or(std::clamp(
        expectation.tolerance && *expectation.tolerance > 0
            ? static_cast<int>(std::ceil(-std::log10(*expectation.tolerance)))
            : 6,
        0, 12));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(name.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(format_value(expectation.value, decimals).c_str());
    ImGui::TableNextColumn();
    const bool known = frame.view.t != expectation.t || frame.view.knows(frame.cell(), expectation.quantity, expectation.t);
    const bool visible = known && (expectation.t <= frame.view.t || frame.view.phase == Phase::speak);
    ImGui::TextUnformatted(visible ? format_value(verdict.computed, decimals + 2).c_str() : "?");
    ImGui::TableNextColumn();
    if (visible)
        ImGui::TextColored(verdict.pass ? frame.theme->good : frame.theme->bad, verdict.pass ? "✓ pass" : "✗ fail");
    if (ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered() && visible)
        ImGui::SetTooltip("%s at step %d\npublished %s\ncomputed  %s\n%s", name.c_str(), expectation.t,
                          format_exact(expectation.value).c_str(), format_exact(verdict.computed).c_str(),
                          expectation.tolerance
                              ? ("must lie within " + format_exact(*expectation.tolerance)).c_str()
                              : ("must agree to " + std::to_string(decimals) + " decimals").c_str());
}

}  // namespace

void draw_published(Frame& frame) {
    draw_arithmetic(frame);
    ImGui::Dummy({0, frame.px(4)});
    const auto& verdicts = frame.session.verdicts();
    if (!frame.document().source.empty()) {
        heading(frame, "Source");
        ImGui::TextWrapped("%s", frame.document().source.c_str());
        ImGui::Dummy({0, frame.px(4)});
    }
    if (verdicts.empty()) {
        ImGui::TextWrapped(
            "Nothing published is recorded for this scenario. A scenario file may list numbers under "
            "\"expect\"; they would stand here beside the computed ones.");
        return;
    }
    const auto passed = std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.pass; });
    heading(frame, std::to_string(passed) + " of " + std::to_string(verdicts.size()) + " published numbers agree");
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                  ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("expectations", 5, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("t");
    ImGui::TableSetupColumn("quantity", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("published");
    ImGui::TableSetupColumn("computed");
    ImGui::TableSetupColumn("");
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(verdicts.size()));
    include_focused_rows(frame, clipper);
    while (clipper.Step())
        for (int n = clipper.DisplayStart; n < clipper.DisplayEnd; ++n) draw_row(frame, n);
    ImGui::EndTable();
}

}  // namespace lstm
