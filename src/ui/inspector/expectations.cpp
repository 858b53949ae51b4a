/// Expected numbers beside the computed ones, and the arithmetic that made them.
#include "document/divergence.h"
#include "ui/panels.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

/// The same document computed both ways; one of them is its own.
struct BothWays {
    int decimals;
    const Results& exact;
    const Results& rounded;
};

/// What the document's expectations are rounded to.
std::optional<int> decimals_of_expectations(Frame& frame) {
    return frame.memo.at("published/decimals", {frame.session.revision()},
                         [&] { return published_decimals(frame.document()); });
}

/// Both ways, where it is known what to round to: what the document says, or else what is
/// published.
std::optional<BothWays> both_ways(Frame& frame) {
    const Document& document = frame.document();
    const std::optional<int> decimals =
        document.rounding ? decimals_of(document.rounding) : decimals_of_expectations(frame);
    if (!decimals || document.steps() == 0) return {};
    const Session& session = frame.session;
    return BothWays{*decimals, session.results_rounded_to({}),
                    session.results_rounded_to(decimals)};
}

void draw_arithmetic(Frame& frame) {
    const std::optional<int> decimals = decimals_of(frame.document().rounding);
    heading(frame, frame.words("published.arithmetic"));
    if (button(frame, "published/exact", frame.words("published.exact"),
               frame.words("published.exact.help"), true, !decimals) &&
        decimals)
        frame.proposals.edit(SetRounding{});
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/rounded", frame.words("published.rounded"),
               frame.words("published.rounded.help"), true, decimals.has_value()) &&
        !decimals)
        frame.proposals.edit(SetRounding{decimals_of_expectations(frame).value_or(2)});
    if (decimals) {
        ImGui::SameLine(0, frame.px(12));
        if (const auto changed =
                stepper(frame, "published/decimals", frame.words("published.decimals"), *decimals,
                        0, max_decimals))
            frame.proposals.edit(SetRounding{*changed});
    }
}

/// Whether the number at `t` may be shown: computed by a phase that has been reached.
bool is_known(const Frame& frame, QuantityId quantity, int t) {
    return frame.view.cursor.knows(frame.cell(), quantity, t);
}

/// "2.9476 exactly, and 2.96 rounded"; nothing where the two do not differ.
std::string both_values(const Words& words, const BothWays& ways, QuantityId quantity, int element,
                        int t) {
    const double exactly = ways.exact.trace().value(quantity, element, t);
    const double rounded = ways.rounded.trace().value(quantity, element, t);
    if (exactly == rounded) return "";
    return words("published.both", {{"exactly", format_value(exactly, ways.decimals + 2)},
                                    {"rounded", format_value(rounded, ways.decimals)}});
}

/// Where the two part; a click goes there.
void draw_divergence(Frame& frame, const BothWays& ways) {
    heading(frame, frame.words("published.ways",
                               {{"decimals", counted(frame.words, "decimals", ways.decimals)}}));
    const auto divergence = frame.memo.at("published/divergence", {frame.session.revision()}, [&] {
        return first_divergence(ways.exact.trace(), ways.rounded.trace());
    });
    if (!divergence) {
        paragraph(frame.words("published.no_divergence"));
        return;
    }
    const auto [t, quantity, element] = *divergence;
    const std::string name =
        frame.document().sizes().of(frame.cell().quantities[quantity].extent) == 1
            ? frame.cell().quantities[quantity].name
            : element_name(frame.cell(), quantity, element);
    const bool known = is_known(frame, quantity, t);
    const std::string sentence = frame.words(
        known ? "published.divergence" : "published.divergence_hidden",
        {{"t", std::to_string(t)},
         {"name", name},
         {"values", known ? both_values(frame.words, ways, quantity, element, t) : ""}});
    if (text_link(frame, "published/divergence", sentence))
        choose(frame.view, frame.document(), QuantityPlace{quantity, element, t});
}

/// What became of that by the selected step.
void draw_consequence(Frame& frame, const BothWays& ways) {
    std::vector<std::string> states;
    for (const State& state : frame.cell().states) {
        if (!is_known(frame, state.now, frame.view.cursor.t)) continue;
        const std::string values =
            both_values(frame.words, ways, state.now, frame.view.cursor.unit, frame.view.cursor.t);
        if (values.empty()) continue;
        states.insert(
            states.begin(),
            frame.words("published.state_is", {{"state", frame.cell().quantities[state.now].symbol},
                                               {"values", values}}));
    }
    if (states.empty()) return;
    const std::string sentence =
        states.size() == 1
            ? frame.words("published.consequence",
                          {{"t", std::to_string(frame.view.cursor.t)}, {"state", states.front()}})
            : frame.words("published.consequences", {{"t", std::to_string(frame.view.cursor.t)},
                                                     {"one", states[0]},
                                                     {"other", states[1]}});
    paragraph(sentence);
    frame.regions.add("published/consequence", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
}

/// Where something expected fails, but nothing does the other way.
void draw_suggestion(Frame& frame, const BothWays& ways) {
    const bool is_exact = !frame.document().rounding;
    const Results& other = is_exact ? ways.rounded : ways.exact;
    if (frame.session.results()->all_pass() || !other.all_pass()) return;
    const std::string decimals = counted(frame.words, "decimals", ways.decimals);
    const std::string sentence =
        frame.words(is_exact ? "published.if_rounded" : "published.if_exact",
                    {{"n", std::to_string(other.verdicts().size())}, {"decimals", decimals}});
    paragraph(sentence);
    frame.regions.add("published/suggestion", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    if (button(frame, "published/switch",
               frame.words(is_exact ? "published.round" : "published.round_nothing",
                           {{"decimals", decimals}})))
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
                  false, ImGuiSelectableFlags_SpanAllColumns) &&
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
        ImGui::TextColored(verdict.pass ? frame.theme->good : frame.theme->bad, "%s",
                           frame.words(verdict.pass ? "published.pass" : "published.fail").c_str());
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
        heading(frame, frame.words("published.source"));
        paragraph(frame, "", frame.document().source, ImGui::GetContentRegionAvail().x, 6);
        ImGui::Dummy({0, frame.px(4)});
    }
    if (verdicts.empty()) {
        paragraph(frame.words("published.nothing"));
        return;
    }
    const int passed = frame.session.results()->passed();
    heading(frame, frame.words("published.passed", {{"passed", std::to_string(passed)},
                                                    {"all", std::to_string(verdicts.size())}}));
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
