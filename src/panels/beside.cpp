/// What two runs have in common, and what they say.
#include "panels/beside.h"

#include "panels/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

Scales with_room_for(const Scales& a, const Scales& b) {
    return {std::max(a.input, b.input), std::max(a.memory, b.memory), std::max(a.voice, b.voice),
            std::max(a.output, b.output)};
}

Scales shared_scales(const Frame& frame) {
    Scales both = with_room_for(frame.scales, frame.second->scales);
    if (frame.view.back)
        both.gradient =
            std::max(frame.session.gradient_scale(), frame.second->session.gradient_scale());
    return frame.view.ghost ? with_room_for(both, frame.view.ghost->scales) : both;
}

/// What is looked at, as the other cell has it.
View view_of(const Document& document, const View& view) {
    View other;
    other.t = view.t;
    other.phase = view.phase;
    other.back = view.back;
    other.unit = view.unit;
    other.all_units = view.all_units;
    other.range = view.range;
    other.reduced_motion = view.reduced_motion;
    other.since_phase = view.since_phase;
    other.moved_to = view.moved_to;
    other.theme = view.theme;
    other.decimals = view.decimals;
    other.presenter = view.presenter;
    other.page = view.page;
    other.alone = view.alone;
    other.dialog = view.dialog;
    other.beside = view.beside;
    if (view.hovered) other.hovered = named_in(document.cell(), *view.of, *view.hovered);
    other.fit(document);  // to the last phase that it has
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
            nullptr,
            std::move(prefix),
            short_name(session.document().cell())};
}

/// How much of what `unit` wrote at step 1 still stands in its notebook after step `t`: nothing
/// where there is no notebook.
std::optional<double> left_of_first(const Trace& trace, int unit, int t) {
    const Cell& cell = trace.cell();
    for (const char* gate : {"forget.value", "update.value"}) {
        const QuantityId keeps = cell.find(gate);
        if (keeps == none) continue;
        double share = 1;
        for (int s = 2; s <= t && share != 0; ++s) share *= trace.value(keeps, unit, s);
        return share;
    }
    return cell.find("c") == none ? std::nullopt : std::optional(1.0);
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

std::string kind_beside(const View& view, const Cell& cell) {
    if (!view.beside.on) return "";
    const std::string& chosen = view.beside.kind;
    if (!chosen.empty() && chosen != cell.kind) return chosen;
    return cell.kind == "rnn" ? "lstm" : "rnn";
}

std::string short_name(const Cell& cell) {
    static constexpr std::array<std::pair<const char*, const char*>, 10> names{{
        {"lstm_no_forget_gate", "LSTM of 1997"},
        {"lstm_no_input_gate", "LSTM without i"},
        {"lstm_no_output_gate", "LSTM without o"},
        {"lstm_no_output_activation", "LSTM (h = o ⊙ c)"},
        {"lstm_peephole", "peephole LSTM"},
        {"lstm_coupled_forget", "LSTM (f = 1 − i)"},
        {"lstm_coupled_input", "LSTM (i = 1 − f)"},
        {"gru_reset_before", "GRU (reset before)"},
        {"gru_reset_after", "GRU (reset after)"},
        {"rnn", "plain RNN"},
    }};
    for (const auto& [kind, name] : names)
        if (cell.kind == kind) return name;
    return cell.title;
}

std::optional<Element> named_in(const Cell& cell, const Cell& from, Element element) {
    element.quantity = cell.find(from.quantities[element.quantity].name);
    return element.quantity == none ? std::nullopt : std::optional(element);
}

BothRuns::BothRuns(Frame& frame)
    : scales_(shared_scales(frame)),
      view_(view_of(frame.second->session.document(), frame.view)),
      own_(with(frame, frame.session, frame.view, scales_, "")),
      other_(with(frame, frame.second->session, view_, scales_, "beside/")) {}

BothRuns::~BothRuns() {
    if (view_.hovered_next)
        own_.view.hovered_next = named_in(own_.cell(), other_.cell(), *view_.hovered_next);
}

namespace {

/// "LSTM's notebook 0.87": what is felt at the end of a change at step `t`.
std::string felt_at_the_end(const Session& session, int t, int decimals) {
    const std::optional<Highway>& highway = session.highway();
    const std::string name = short_name(session.document().cell());
    if (!highway) return name + " ?";
    const bool has_notebook = !highway->notebook.empty();
    const std::vector<double>& sizes = has_notebook ? highway->notebook : highway->voice;
    return name + (has_notebook ? " (through c) " : " (through h) ") +
           format_value(sizes[static_cast<std::size_t>(t)], decimals);
}

/// How far the gradient reaches in both.
std::string compared_going_back(const Frame& frame) {
    const int t = frame.view.t;
    if (frame.session.in_gesture() && takes_a_moment(frame.document()))
        return "Going back: numbers are dL by what stands there.";
    return "Going back: numbers are dL by what stands there. Of a change at step " +
           std::to_string(t) + ", so much is felt at the end: " +
           felt_at_the_end(frame.session, t, frame.view.decimals) + ", " +
           felt_at_the_end(frame.second->session, t, frame.view.decimals) + ".";
}

}  // namespace

std::string compared(const Frame& frame) {
    if (frame.view.back) return compared_going_back(frame);
    const Document& document = frame.document();
    const Trace& own = frame.trace();
    const Trace& other = frame.second->session.trace();
    const std::string one = short_name(own.cell());
    const std::string two = short_name(other.cell());
    const QuantityId h = own.cell().states.front().now;
    const QuantityId other_h = other.cell().states.front().now;
    const int unit = frame.view.unit;
    const int t = std::max(
        frame.view.knows(own.cell(), h, frame.view.t) ? frame.view.t : frame.view.t - 1, 0);
    const double a = own.value(h, unit, t);
    const double b = other.value(other_h, unit, t);
    const int decimals = frame.view.decimals;
    const auto [first, second] = told_apart(a, b, decimals);
    const std::string symbol = document.sizes().hidden == 1 ? "h" : "h" + subscript(unit);
    std::string words = (t == 0 ? "At the start, " : "After step " + std::to_string(t) + ", ") +
                        symbol + " of " + one + " is " + first + ", of " + two + " " + second + ".";
    if (t < 2) return words;
    const auto keeps = [&](const std::string& name, const std::optional<double>& share) {
        return name + " keeps " + (share ? format_value(*share, decimals) : "nothing as it was");
    };
    const auto left = [&](const char* name, const Session& session) {
        const auto place =
            (static_cast<std::uint64_t>(unit) << 32U) + static_cast<std::uint64_t>(t);
        return frame.memo.at(name, {session.revision(), place},
                             [&] { return left_of_first(session.trace(), unit, t); });
    };
    const auto own_share = left("left of the first", frame.session);
    const auto other_share = left("beside/left of the first", frame.second->session);
    if (!own_share && !other_share) return words;
    return words + " Of what it wrote at step 1, " + keeps(one, own_share) + "; " +
           keeps(two, other_share) + ".";
}

std::string loss_in_words(const Frame& frame) {
    if (!frame.session.has_targets()) return "";
    return "loss " + format_value(frame.session.loss(), 4);
}

}  // namespace lstm
