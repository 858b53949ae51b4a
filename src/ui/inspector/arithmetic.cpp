/// The choice of an arithmetic, and what hangs on it.
#include "ui/inspector/arithmetic.h"

#include "document/divergence.h"
#include "document/explanation.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <string>
#include <vector>

namespace lstm {
namespace {

/// The way to compute with which all that is expected comes out, where it does not do so now.
const std::optional<Explanation>& explanation(Frame& frame) {
    return frame.memo.at("published/explanation", {frame.session.revision()},
                         [&] { return explanation_of(frame.document()); });
}

/// What the document's expectations are rounded to.
std::optional<int> decimals_of_expectations(Frame& frame) {
    return frame.memo.at("published/decimals", {frame.session.revision()},
                         [&] { return published_decimals(frame.document()); });
}

/// The rounding that exact numbers are held against: the document's, or else the one that explains
/// what is published, or else to as many decimals as that has.
std::optional<Rounding> rounding_to_compare(Frame& frame) {
    if (frame.document().rounding) return frame.document().rounding;
    if (const auto& explained = explanation(frame); explained && explained->rounding)
        return explained->rounding;
    if (const std::optional<int> decimals = decimals_of_expectations(frame))
        return Rounding(*decimals);
    return {};
}

/// "every intermediate rounded to 2 decimals", "only c and h cut off after 3 decimals".
std::string way_in_words(const Frame& frame, const Rounding& rounding) {
    std::vector<std::string> names;
    for (const QuantityId quantity : rounding.quantities)
        names.push_back(frame.cell().quantities[quantity].name);
    const std::string key = std::string("published.way.") + (names.empty() ? "" : "only.") +
                            std::string(name_of(rounding.mode));
    return frame.words(key, {{"decimals", counted(frame.words, "decimals", rounding.decimals)},
                             {"names", names.empty() ? "" : listed(frame.words, names)}});
}

void draw_modes(Frame& frame, const Rounding& now) {
    for (const RoundingMode mode : rounding_modes) {
        const std::string name(name_of(mode));
        const bool chosen = mode == now.mode;
        if (button(frame, "published/mode/" + name, frame.words("published.mode." + name),
                   frame.words("published.mode." + name + ".help"), true, chosen) &&
            !chosen) {
            Rounding changed = now;
            changed.mode = mode;
            frame.proposals.edit(SetRounding{changed});
        }
        ImGui::SameLine(0, frame.px(3));
    }
}

/// Which numbers are rounded: all, or those that are switched on here.
void draw_quantities(Frame& frame, const Rounding& now) {
    const Cell& cell = frame.cell();
    const bool some = !now.quantities.empty();
    const auto propose = [&](std::vector<QuantityId> quantities) {
        Rounding changed = now;
        changed.quantities = std::move(quantities);
        frame.proposals.edit(SetRounding{changed});
    };
    ImGui::SameLine(0, frame.px(12));
    if (button(frame, "published/some", frame.words("published.some"),
               frame.words("published.some.help"), true, some)) {
        std::vector<QuantityId> states;
        for (const State& state : cell.states) states.push_back(state.now);
        propose(some ? std::vector<QuantityId>{} : states);
    }
    if (!some) return;
    for (const Equation& equation : cell.equations) {
        const std::string& name = cell.quantities[equation.result].name;
        const bool on = now.covers(equation.result);
        if (&equation != &cell.equations.front()) ImGui::SameLine(0, frame.px(3));
        if (!button(frame, "published/some/" + name, name, "", true, on)) continue;
        std::vector<QuantityId> quantities = now.quantities;
        if (on)
            std::erase(quantities, equation.result);
        else
            quantities.push_back(equation.result);
        propose(std::move(quantities));
    }
}

void draw_choice(Frame& frame) {
    const std::optional<Rounding>& now = frame.document().rounding;
    heading(frame, frame.words("published.arithmetic"));
    if (button(frame, "published/exact", frame.words("published.exact"),
               frame.words("published.exact.help"), true, !now) &&
        now)
        frame.proposals.edit(SetRounding{});
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "published/rounded", frame.words("published.rounded"),
               frame.words("published.rounded.help"), true, now.has_value()) &&
        !now)
        frame.proposals.edit(SetRounding{rounding_to_compare(frame).value_or(Rounding(2))});
    if (!now) return;
    ImGui::SameLine(0, frame.px(12));
    if (const auto changed = stepper(frame, "published/decimals", frame.words("published.decimals"),
                                     now->decimals, 0, max_decimals)) {
        Rounding rounding = *now;
        rounding.decimals = *changed;
        frame.proposals.edit(SetRounding{rounding});
    }
    draw_modes(frame, *now);
    draw_quantities(frame, *now);
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
    return words("published.both", {{"exactly", format_value(exactly, ways.rounding.decimals + 2)},
                                    {"rounded", format_value(rounded, ways.rounding.decimals)}});
}

/// Where the two part; a click goes there.
void draw_divergence(Frame& frame, const BothWays& ways) {
    ImGui::PushFont(frame.theme.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, frame.theme->muted);
    paragraph(frame.words("published.ways", {{"way", way_in_words(frame, ways.rounding)}}));
    ImGui::PopStyleColor();
    ImGui::PopFont();
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

/// Where something expected fails, but nothing does another way.
void draw_suggestion(Frame& frame) {
    const std::optional<Explanation>& explained = explanation(frame);
    if (!explained) return;
    const std::optional<Rounding>& rounding = explained->rounding;
    const std::size_t count = frame.document().expectations->size();
    const std::string key = std::string(rounding ? "published.if_rounded" : "published.if_exact") +
                            (count == 1 ? ".one" : "");
    const std::string sentence = frame.words(
        key,
        {{"n", std::to_string(count)}, {"way", rounding ? way_in_words(frame, *rounding) : ""}});
    paragraph(sentence);
    frame.regions.add("published/suggestion", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    const bool usual = rounding && *rounding == Rounding(rounding->decimals);
    const std::string label =
        !rounding ? frame.words("published.round_nothing")
        : usual   ? frame.words("published.round",
                                {{"decimals", counted(frame.words, "decimals", rounding->decimals)}})
                  : frame.words("published.compute_so");
    if (button(frame, "published/switch", label)) frame.proposals.edit(SetRounding{rounding});
}

}  // namespace

std::optional<BothWays> both_ways(Frame& frame) {
    const std::optional<Rounding> rounding = rounding_to_compare(frame);
    if (!rounding || frame.document().steps() == 0) return {};
    const Session& session = frame.session;
    return BothWays{*rounding, session.results_rounded_to({}),
                    session.results_rounded_to(rounding)};
}

void draw_arithmetic(Frame& frame, const std::optional<BothWays>& ways) {
    draw_choice(frame);
    if (!ways) return;
    ImGui::Dummy({0, frame.px(2)});
    draw_divergence(frame, *ways);
    draw_consequence(frame, *ways);
    draw_suggestion(frame);
}

}  // namespace lstm
