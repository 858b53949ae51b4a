/// Cards side by side: the same weights, several histories.
#include "document/sequences.h"
#include "document/results.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lstm {
namespace {

constexpr float card_height = 34;
constexpr float least_card = 150;
/// A run of more multiplications than this is not done for a card alone.
constexpr double most_work = 2e7;

/// What came out of a sequence, as far as a card shows it.
struct Outcome {
    std::vector<float> curve;  ///< of the element that is told, a value a step
    std::string told;          ///< what came out at the end: "h = 0.006"
};

/// The element of the answer that is worth a card's room: the likeliest class, or the first.
int element_told(const Document& document, const Trace& trace) {
    const QuantityId p = document.cell().readout.p;
    if (p == none || trace.plan().size(p) < 2) return 0;
    return largest_of(trace.vector(p, trace.steps())).value_or(0);
}

Outcome outcome_of(const Document& document, const Trace& trace, int decimals) {
    if (trace.steps() == 0) return {};
    const QuantityId said = document.cell().prediction();
    const int element = element_told(document, trace);
    constexpr int most_points = 200;
    const int stride = std::max(1, trace.steps() / most_points);
    Outcome outcome;
    for (int t = 1; t <= trace.steps(); t += stride)
        outcome.curve.push_back(static_cast<float>(trace.value(said, element, t)));
    outcome.told = short_name(document, said, element) + " = " +
                   format_value(trace.value(said, element, trace.steps()), decimals);
    return outcome;
}

/// Of sequence `n`, computed once for each state of the document.
const Outcome& outcome_of(const Frame& frame, int n) {
    const Document& document = frame.document();
    const Memo::Version version{frame.session.revision(),
                                static_cast<std::uint64_t>(frame.view.look.decimals),
                                static_cast<std::uint64_t>(frame.view.look.language)};
    return frame.memo.at(frame.prefix + "sequences/" + std::to_string(n), version, [&] {
        if (n == document.shown)
            return outcome_of(document, frame.trace(), frame.view.look.decimals);
        const Document other = showing(document, n);
        const Sizes sizes = other.sizes();
        const double work = 4.0 * sizes.hidden * (sizes.hidden + sizes.input) * other.steps();
        if (work > most_work) return Outcome{};
        try {
            return outcome_of(other, Results(other).trace(), frame.view.look.decimals);
        } catch (const NotEnoughMemory&) {
            return Outcome{};
        }
    });
}

/// What all curves lie between, zero among it.
struct Range {
    float least = 0, most = 0;

    void include(const std::vector<float>& curve) {
        for (const float value : curve) {
            if (!std::isfinite(value)) continue;
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
};

void draw_curve(const std::vector<float>& curve, const Range& of, const PanelArea& area,
                ImU32 colour, float weight) {
    if (curve.size() < 2 ||
        !std::all_of(curve.begin(), curve.end(), [](float value) { return std::isfinite(value); }))
        return;
    const float range = std::max(of.most - of.least, std::numeric_limits<float>::min());
    std::vector<ImVec2> points;
    for (std::size_t n = 0; n < curve.size(); ++n)
        points.push_back({area.min.x + area.width() * static_cast<float>(n) /
                                           static_cast<float>(curve.size() - 1),
                          area.max.y - area.height() * (curve[n] - of.least) / range});
    ImGui::GetWindowDrawList()->AddPolyline(points.data(), static_cast<int>(points.size()), colour,
                                            ImDrawFlags_None, weight);
}

void draw_card(Frame& frame, int n, const Range& range, const PanelArea& card) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Fonts& fonts = frame.theme.fonts;
    const bool shown = n == frame.document().shown;
    const Outcome& outcome = outcome_of(frame, n);
    const std::string& name = sequence_name(frame.document(), n);
    ImGui::SetCursorScreenPos(card.min);
    if (press_area(frame, "sequences/" + std::to_string(n), {card.width(), card.height()},
                   name + (outcome.told.empty() ? "" : ": " + outcome.told)) &&
        !shown)
        frame.proposals.request(SequenceRequest{n});
    list.AddRectFilled(card.min, card.max,
                       packed(shown ? frame.theme->accent_soft : frame.theme->sunken), frame.px(6));
    if (shown)
        list.AddRect(card.min, card.max, packed(frame.theme->accent), frame.px(6), 0,
                     frame.px(1.6F));
    const float middle = (card.min.y + card.max.y) / 2;
    const float left = card.min.x + frame.px(9), right = card.max.x - frame.px(9);
    const float told = text_size(fonts.text, outcome.told).x;
    draw_text(list, fonts.text, {right, middle}, frame.theme->ink, outcome.told, Align::right);
    ImFont* const font = shown ? fonts.bold : fonts.text;
    const float room = right - told - frame.px(8) - left;
    const std::string title = elided(font, name, room);
    draw_text(list, font, {left, middle}, shown ? frame.theme->accent : frame.theme->ink, title);
    const PanelArea plot{{left + text_size(font, title).x + frame.px(10), card.min.y + frame.px(7)},
                         {right - told - frame.px(10), card.max.y - frame.px(7)}};
    if (plot.width() > frame.px(24))
        draw_curve(outcome.curve, range, plot, packed(frame.theme->hidden_state),
                   frame.px(shown ? 1.8F : 1.2F));
}

}  // namespace

float sequences_height(const Frame& frame) {
    return sequence_count(frame.document()) > 1 ? frame.px(card_height) : 0;
}

void draw_sequences(Frame& frame, const PanelArea& area) {
    const int count = sequence_count(frame.document());
    const float gap = frame.px(6);
    // As many as there is room for, the one that is shown among them.
    const int fit =
        std::clamp(static_cast<int>((area.width() + gap) / (frame.px(least_card) + gap)), 1, count);
    const int first = std::clamp(frame.document().shown - fit / 2, 0, count - fit);
    PanelArea rest = area;
    if (fit < count) {
        const std::string place = frame.words(
            "sequences.place",
            {{"n", std::to_string(frame.document().shown + 1)}, {"count", std::to_string(count)}});
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                  {area.max.x, (area.min.y + area.max.y) / 2}, frame.theme->muted, place,
                  Align::right);
        rest.max.x -= text_size(frame.theme.fonts.small, place).x + gap;
    }
    const float width = (rest.width() + gap) / static_cast<float>(fit) - gap;
    Range range;  // one for all, that they can be compared
    for (int n = 0; n < fit; ++n) range.include(outcome_of(frame, first + n).curve);
    for (int n = 0; n < fit; ++n) {
        const float left = rest.min.x + static_cast<float>(n) * (width + gap);
        draw_card(frame, first + n, range, {{left, rest.min.y}, {left + width, rest.max.y}});
    }
}

}  // namespace lstm
