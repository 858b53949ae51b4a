/// What two runs have in common, and what they say.
#include "ui/comparison/comparison.h"

#include "ui/words/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

Scales with_room_for(const Scales& a, const Scales& b) {
    return {std::max(a.input, b.input), std::max(a.memory, b.memory),
            std::max(a.hidden_state, b.hidden_state), std::max(a.output, b.output)};
}

Scales shared_scales(const Frame& frame) {
    Scales both = with_room_for(frame.scales, frame.comparison->scales);
    if (frame.view.cursor.backward_phase)
        both.gradient =
            std::max(frame.session.gradient_scale(), frame.comparison->session.gradient_scale());
    return frame.view.comparison.pinned ? with_room_for(both, frame.view.comparison.pinned->scales)
                                        : both;
}

/// What is looked at, as the other cell has it.
View view_of(const Document& document, const View& view) {
    View other;
    other.cursor = view.cursor;
    other.look = view.look;
    other.playback = view.playback;
    other.dialogs.open = view.dialogs.open;
    other.comparison.on = view.comparison.on;
    other.comparison.kind = view.comparison.kind;
    if (view.input.hovered)
        other.input.hovered = named_in(document.cell(), *view.cell, *view.input.hovered);
    other.clamp_to(document);  // to the last phase that it has
    return other;
}

Frame with(const Frame& frame, const Session& session, View& view, const Scales& scales,
           std::string prefix) {
    return {session,
            view,
            frame.proposals,
            frame.regions,
            frame.theme,
            scales,
            frame.heat_maps,
            frame.memo,
            frame.gallery,
            frame.export_choices,
            frame.recent_files,
            frame.file_name,
            frame.proposed_name,
            frame.training,
            frame.exporting,
            frame.shared,
            frame.words,
            nullptr,
            std::move(prefix),
            session.document().cell().short_title};
}

/// How much of what `unit` wrote at step 1 still stands in its notebook after step `t`: nothing
/// where there is no notebook.
std::optional<double> left_of_first(const Trace& trace, int unit, int t) {
    const Cell& cell = trace.cell();
    if (cell.family == Family::rnn) return {};
    const QuantityId keep = cell.find(Role::keep);
    double share = 1;
    for (int s = 2; s <= t && share != 0 && keep != none; ++s) share *= trace.value(keep, unit, s);
    return share;
}

/// As many decimals as tell the two apart.
std::pair<std::string, std::string> told_apart(double a, double b, int decimals) {
    std::pair<std::string, std::string> texts;
    do {
        texts = {format_value(a, decimals), format_value(b, decimals)};
    } while (a != b && texts.first == texts.second && ++decimals <= 17);
    return texts;
}

}  // namespace

std::string comparison_kind(const View& view, const Cell& cell) {
    if (!view.comparison.on) return "";
    const std::string& chosen = view.comparison.kind;
    if (!chosen.empty() && chosen != cell.kind) return chosen;
    const Family natural = cell.family == Family::rnn ? Family::lstm : Family::rnn;
    const auto other = std::find_if(cells().begin(), cells().end(),
                                    [&](const Cell* each) { return each->family == natural; });
    return (*other)->kind;
}

std::optional<Element> named_in(const Cell& cell, const Cell& from, Element element) {
    element.quantity = cell.find(from.quantities[element.quantity].name);
    return element.quantity == none ? std::nullopt : std::optional(element);
}

ComparisonFrames::ComparisonFrames(Frame& frame)
    : scales_(shared_scales(frame)),
      view_(view_of(frame.comparison->session.document(), frame.view)),
      own_(with(frame, frame.session, frame.view, scales_, "")),
      other_(with(frame, frame.comparison->session, view_, scales_, "comparison/")) {}

ComparisonFrames::~ComparisonFrames() {
    if (view_.input.hovered_next)
        own_.view.input.hovered_next =
            named_in(own_.cell(), other_.cell(), *view_.input.hovered_next);
}

namespace {

/// "LSTM's notebook 0.87": what is felt at the end of a change at step `t`.
std::string felt_at_the_end(const Words& words, const Session& session, int t, int decimals) {
    const std::optional<GradientFlow>& gradient_flow = session.gradient_flow();
    const std::string name = session.document().cell().short_title;
    if (!gradient_flow) return words("comparison.felt_unknown", {{"cell", name}});
    const bool has_notebook = !gradient_flow->cell_state.empty();
    const std::vector<double>& sizes =
        has_notebook ? gradient_flow->cell_state : gradient_flow->hidden_state;
    return words(
        has_notebook ? "comparison.felt_through_c" : "comparison.felt_through_h",
        {{"cell", name}, {"size", format_value(sizes[static_cast<std::size_t>(t)], decimals)}});
}

/// How far the gradient reaches in both.
std::string compared_backward(const Frame& frame) {
    const int t = frame.view.cursor.t;
    if (frame.session.in_gesture() && takes_a_moment(frame.document()))
        return frame.words("comparison.backward");
    const int decimals = frame.view.look.decimals;
    return frame.words(
        "comparison.backward_felt",
        {{"t", std::to_string(t)},
         {"one", felt_at_the_end(frame.words, frame.session, t, decimals)},
         {"other", felt_at_the_end(frame.words, frame.comparison->session, t, decimals)}});
}

}  // namespace

std::string compared(const Frame& frame) {
    if (frame.view.cursor.backward_phase) return compared_backward(frame);
    const Document& document = frame.document();
    const Trace& own = frame.trace();
    const Trace& other = frame.comparison->session.trace();
    const std::string one = own.cell().short_title;
    const std::string two = other.cell().short_title;
    const QuantityId h = own.cell().hidden().now;
    const QuantityId other_h = other.cell().hidden().now;
    const int unit = frame.view.cursor.unit;
    const int t = std::max(frame.view.cursor.knows(own.cell(), h, frame.view.cursor.t)
                               ? frame.view.cursor.t
                               : frame.view.cursor.t - 1,
                           0);
    const double a = own.value(h, unit, t);
    const double b = other.value(other_h, unit, t);
    const int decimals = frame.view.look.decimals;
    const auto [first, second] = told_apart(a, b, decimals);
    const std::string symbol =
        own.cell().quantities[h].symbol + (document.sizes().hidden == 1 ? "" : subscript(unit));
    const std::string said = frame.words(t == 0 ? "comparison.at_start" : "comparison.after_step",
                                         {{"t", std::to_string(t)},
                                          {"symbol", symbol},
                                          {"one", one},
                                          {"first", first},
                                          {"other", two},
                                          {"second", second}});
    if (t < 2) return said;
    const auto keeps = [&](const std::string& name, const std::optional<double>& share) {
        return frame.words(share ? "comparison.keeps" : "comparison.keeps_nothing",
                           {{"cell", name}, {"share", format_value(share.value_or(0), decimals)}});
    };
    const auto left = [&](const char* name, const Session& session) {
        const auto place =
            (static_cast<std::uint64_t>(unit) << 32U) + static_cast<std::uint64_t>(t);
        return frame.memo.at(name, {session.revision(), place},
                             [&] { return left_of_first(session.trace(), unit, t); });
    };
    const auto own_share = left("left of the first", frame.session);
    const auto other_share = left("comparison/left of the first", frame.comparison->session);
    if (!own_share && !other_share) return said;
    return frame.words(
        "comparison.kept",
        {{"said", said}, {"one", keeps(one, own_share)}, {"other", keeps(two, other_share)}});
}

std::string loss_in_words(const Frame& frame) {
    if (!frame.session.has_targets()) return "";
    return frame.words("comparison.loss", {{"loss", format_value(frame.session.loss(), 4)}});
}

}  // namespace lstm
