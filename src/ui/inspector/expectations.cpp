/// Expected numbers beside the computed ones, and the arithmetic that made them.
#include "document/divergence.h"
#include "ui/panels.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

/// The same document computed both ways; one of them is its own.
struct BothWays {
    int decimals;
    const Results& exact;
    const Results& rounded;
};

/// Both ways, where it is known what to round to: what the document says, or else what is
/// published.
std::optional<BothWays> both_ways(const Frame& frame) {
    const Document& document = frame.document();
    const std::optional<int> decimals =
        document.rounding ? document.rounding : published_decimals(document);
    if (!decimals || document.steps() == 0) return {};
    const Session& session = frame.session;
    return BothWays{*decimals, session.results_rounded_to({}),
                    session.results_rounded_to(decimals)};
}

void draw_arithmetic(Frame& frame) {
    const std::optional<int> decimals = frame.document().rounding;
    heading(frame, "Arithmetic");
    if (button(frame, "published/exact", "Exact", "Double precision, nothing rounded", true,
               !decimals) &&
        decimals)
        frame.proposals.edit(SetRounding{});
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/rounded", "Rounded",
               "Every intermediate is rounded before it is used, as with a pocket calculator", true,
               decimals.has_value()) &&
        !decimals)
        frame.proposals.edit(SetRounding{published_decimals(frame.document()).value_or(2)});
    if (decimals) {
        ImGui::SameLine(0, frame.px(12));
        if (const auto changed =
                stepper(frame, "published/decimals", "decimals", *decimals, 0, max_decimals))
            frame.proposals.edit(SetRounding{*changed});
    }
}

/// Whether the number at `t` may be shown: computed by a phase that has been reached.
bool is_known(const Frame& frame, QuantityId quantity, int t) {
    return frame.view.cursor.knows(frame.cell(), quantity, t);
}

/// "2 decimals"
std::string in_decimals(int decimals) {
    return std::to_string(decimals) + (decimals == 1 ? " decimal" : " decimals");
}

/// "2.9476 exactly, and 2.96 rounded"; nothing where the two do not differ.
std::string both_values(const BothWays& ways, QuantityId quantity, int element, int t) {
    const double exactly = ways.exact.trace().value(quantity, element, t);
    const double rounded = ways.rounded.trace().value(quantity, element, t);
    if (exactly == rounded) return "";
    return format_value(exactly, ways.decimals + 2) + " exactly, and " +
           format_value(rounded, ways.decimals) + " rounded";
}

/// Where the two part; a click goes there.
void draw_divergence(Frame& frame, const BothWays& ways) {
    heading(frame, "Exact, and with every intermediate rounded to " + in_decimals(ways.decimals));
    const auto divergence = frame.memo.at("published/parting", {frame.session.revision()}, [&] {
        return first_divergence(ways.exact.trace(), ways.rounded.trace());
    });
    if (!divergence) {
        paragraph("They do not part: no number changes.");
        return;
    }
    const auto [t, quantity, element] = *divergence;
    const std::string name =
        frame.document().sizes().of(frame.cell().quantities[quantity].extent) == 1
            ? frame.cell().quantities[quantity].name
            : element_name(frame.cell(), quantity, element);
    std::string sentence = "They part first at step " + std::to_string(t) + ": " + name;
    if (is_known(frame, quantity, t)) sentence += " is " + both_values(ways, quantity, element, t);
    if (text_link(frame, "published/parting", sentence + "."))
        choose(frame.view, frame.document(), QuantityPlace{quantity, element, t});
}

/// What became of that by the selected step.
void draw_consequence(Frame& frame, const BothWays& ways) {
    std::string sentence;
    for (const State& state : frame.cell().states) {
        if (!is_known(frame, state.now, frame.view.cursor.t)) continue;
        const std::string values =
            both_values(ways, state.now, frame.view.cursor.unit, frame.view.cursor.t);
        if (values.empty()) continue;
        sentence = frame.cell().quantities[state.now].symbol + " is " + values +
                   (sentence.empty() ? "" : "; ") + sentence;
    }
    if (sentence.empty()) return;
    sentence = "At step " + std::to_string(frame.view.cursor.t) + ", " + sentence + ".";
    paragraph(sentence);
    frame.regions.add("published/consequence", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
}

/// Where something expected fails, but nothing does the other way.
void draw_suggestion(Frame& frame, const BothWays& ways) {
    const bool is_exact = !frame.document().rounding;
    const std::vector<Verdict>& other = (is_exact ? ways.rounded : ways.exact).verdicts();
    if (all_pass(frame.session.verdicts()) || !all_pass(other)) return;
    const std::string to_decimals = in_decimals(ways.decimals);
    const std::string sentence =
        "All " + std::to_string(other.size()) + " expected numbers come out " +
        (is_exact ? "with every intermediate rounded to " + to_decimals : "if nothing is rounded") +
        ".";
    paragraph(sentence);
    frame.regions.add("published/suggestion", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    if (button(frame, "published/switch", is_exact ? "Round to " + to_decimals : "Round nothing"))
        frame.proposals.edit(is_exact ? SetRounding{ways.decimals} : SetRounding{});
}

/// A computed value; the one that the document does not use is muted.
void draw_computed(const Frame& frame, double value, int decimals, bool visible, bool used) {
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(ImGuiCol_Text, used ? frame.theme->ink : frame.theme->muted);
    ImGui::TextUnformatted(visible ? format_value(value, decimals).c_str() : "?");
    ImGui::PopStyleColor();
}

/// All of its digits; behind them the zeros that the author's decimals have.
std::string as_its_author_wrote(const Expectation& expectation) {
    if (expectation.decimals) {
        const std::string padded = format_value(expectation.value, *expectation.decimals);
        if (parse_value(padded) == expectation.value) return padded;
    }
    return format_exact(expectation.value);
}

/// "at step 3", "of all steps"
std::string place_of(const Expectation& expectation) {
    const bool of_all_steps = expectation.t == 0 && expectation.quantity == none;
    return of_all_steps ? "of all steps" : "at step " + std::to_string(expectation.t);
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
    if (list_line(frame, id, of_all_steps ? "all" : std::to_string(expectation.t), false,
                  ImGuiSelectableFlags_SpanAllColumns) &&
        of_a_quantity) {
        go_to(frame.view, frame.document(), expectation.t);
        frame.view.cursor.phase =
            std::max(frame.view.cursor.phase, frame.cell().quantities[expectation.quantity].phase);
        if (frame.cell().quantities[expectation.quantity].extent == Extent::hidden)
            frame.view.cursor.unit = expectation.element;
    }
    // A row may be wider than what can be seen of it.
    const float left = ImGui::GetWindowPos().x;
    const ImVec2 min{std::max(ImGui::GetItemRectMin().x, left), ImGui::GetItemRectMin().y};
    const ImVec2 max{std::min(ImGui::GetItemRectMax().x, left + ImGui::GetWindowSize().x),
                     ImGui::GetItemRectMax().y};
    const bool visible = !of_a_quantity || is_known(frame, expectation.quantity, expectation.t);
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
        ImGui::TextColored(verdict.pass ? frame.theme->good : frame.theme->bad,
                           verdict.pass ? "✓ pass" : "✗ fail");
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(name.c_str());
    ImGui::TableNextColumn();
    const std::string expected = as_its_author_wrote(expectation);
    ImGui::TextUnformatted(expected.c_str());
    frame.regions.add(id + "/expected", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), expected);
    const bool is_exact = !frame.document().rounding;
    if (ways) {
        draw_computed(frame, ways->exact.verdicts()[n].computed,
                      std::max(decimals, ways->decimals) + 2, visible, is_exact);
        draw_computed(frame, ways->rounded.verdicts()[n].computed, ways->decimals, visible,
                      !is_exact);
    } else {
        draw_computed(frame, verdict.computed, decimals + 2, visible, true);
    }
    if (ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered() && visible)
        ImGui::SetTooltip(
            "%s %s\nexpected  %s\ncomputed  %s\n%s", name.c_str(), place_of(expectation).c_str(),
            format_exact(expectation.value).c_str(), format_exact(verdict.computed).c_str(),
            expectation.tolerance
                ? ("must lie within " + format_exact(*expectation.tolerance)).c_str()
                : ("must agree to " + std::to_string(decimals) + " decimals").c_str());
}

}  // namespace

void draw_published(Frame& frame) {
    draw_arithmetic(frame);
    const std::optional<BothWays> ways = both_ways(frame);
    if (ways) {
        ImGui::Dummy({0, frame.px(2)});
        draw_divergence(frame, *ways);
        draw_consequence(frame, *ways);
        draw_suggestion(frame, *ways);
    }
    ImGui::Dummy({0, frame.px(4)});
    const auto& verdicts = frame.session.verdicts();
    if (!frame.document().source.empty()) {
        heading(frame, "Source");
        paragraph(frame, "", frame.document().source, ImGui::GetContentRegionAvail().x, 6);
        ImGui::Dummy({0, frame.px(4)});
    }
    if (verdicts.empty()) {
        paragraph(
            "Nothing is expected of this scenario. A scenario file may list numbers under "
            "\"expect\", published or worked out by other means; they would stand here beside the "
            "computed ones.");
        return;
    }
    const auto passed =
        std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.pass; });
    heading(frame, std::to_string(passed) + " of " + std::to_string(verdicts.size()) +
                       " expected numbers agree");
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                  ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit |
                                  ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("expectations", ways ? 6 : 5, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("t");
    ImGui::TableSetupColumn("");
    ImGui::TableSetupColumn("quantity");
    ImGui::TableSetupColumn("expected");
    ImGui::TableSetupColumn(ways ? "exact" : "computed");
    if (ways) ImGui::TableSetupColumn("rounded");
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(verdicts.size()));
    include_focused_rows(frame, clipper);
    while (clipper.Step())
        for (int n = clipper.DisplayStart; n < clipper.DisplayEnd; ++n) draw_row(frame, n, ways);
    ImGui::EndTable();
}

}  // namespace lstm
