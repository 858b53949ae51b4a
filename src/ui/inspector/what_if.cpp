/// What if a gate had the same value whatever it reads? Clamping gates, and pinning a run to
/// compare with.
#include "ui/comparison/pinned_run.h"
#include "ui/panels.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

/// Gates give shares; the candidate may also be negative.
double least_of(const Gate& gate) {
    return gate.role == Role::candidate ? -1 : 0;
}

/// Keeps the page's state inside the document. The draft holds the first gate open for the whole
/// run.
void fit(Frame& frame) {
    WhatIf& page = frame.view.what_if;
    const Document& document = frame.document();
    if (page.chosen >= static_cast<int>(document.clamps->size())) page.chosen = none;
    Clamp& draft = page.draft;
    if (draft.quantity == none) draft = {frame.cell().gates.front().value, {}, 1, max_steps, 1};
    draft.to = std::clamp(draft.to, 1, document.steps());
    draft.from = std::clamp(draft.from, 1, draft.to);
    if (draft.element) draft.element = std::min(*draft.element, document.sizes().hidden - 1);
}

/// What the controls show and change: a force of the document, or the draft.
const Clamp& at_hand(const Frame& frame) {
    const WhatIf& page = frame.view.what_if;
    return page.chosen == none ? page.draft : (*frame.document().clamps)[page.chosen];
}

void change(Frame& frame, const Clamp& clamp, Gesture gesture = 0) {
    WhatIf& page = frame.view.what_if;
    if (page.chosen == none) {
        page.draft = clamp;
        return;
    }
    std::vector<Clamp> clamps = *frame.document().clamps;
    clamps[page.chosen] = clamp;
    frame.proposals.edit(SetClamps{std::move(clamps)}, gesture);
}

void draw_gates(Frame& frame) {
    heading(frame, frame.words("what_if.gates"));
    Clamp clamp = at_hand(frame);
    for (const Gate& gate : frame.cell().gates) {
        if (&gate != &frame.cell().gates.front()) ImGui::SameLine(0, frame.px(3));
        if (button(frame, "what_if/" + gate.name, title_of(frame.words, gate), "", true,
                   gate.value == clamp.quantity)) {
            clamp.quantity = gate.value;
            clamp.value = std::max(clamp.value, least_of(gate));
            change(frame, clamp);
        }
    }
}

void draw_unit(Frame& frame) {
    const int units = frame.document().sizes().hidden;
    if (units == 1) return;
    Clamp clamp = at_hand(frame);
    if (button(frame, "what_if/all_units", frame.words("what_if.all_units"),
               frame.words("what_if.all_units.help"), true, !clamp.element)) {
        clamp.element.reset();
        change(frame, clamp);
    }
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "what_if/one_unit", frame.words("what_if.one_unit"),
               frame.words("what_if.one_unit.help"), true, clamp.element.has_value())) {
        clamp.element = frame.view.cursor.unit;
        change(frame, clamp);
    }
    if (!clamp.element) return;
    ImGui::SameLine(0, frame.px(10));
    if (const auto unit = stepper(frame, "what_if/unit", "unit", *clamp.element, 0, units - 1)) {
        clamp.element = *unit;
        change(frame, clamp);
    }
}

void draw_steps(Frame& frame) {
    const int t = frame.view.cursor.t;
    const int steps = frame.document().steps();
    Clamp clamp = at_hand(frame);
    const auto set = [&](int from, int to) {
        clamp.from = from;
        clamp.to = to;
        change(frame, clamp);
    };
    if (const auto from =
            stepper(frame, "what_if/from", frame.words("what_if.from"), clamp.from, 1, clamp.to))
        set(*from, clamp.to);
    ImGui::SameLine(0, frame.px(10));
    if (const auto to =
            stepper(frame, "what_if/to", frame.words("what_if.to"), clamp.to, clamp.from, steps))
        set(clamp.from, *to);
    if (button(frame, "what_if/from_here", frame.words("what_if.from_here"),
               frame.words("what_if.from_here.help")))
        set(t, std::max(t, clamp.to));
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "what_if/to_here", frame.words("what_if.to_here"),
               frame.words("what_if.to_here.help")))
        set(std::min(t, clamp.from), t);
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "what_if/whole_run", frame.words("what_if.whole_run"),
               frame.words("what_if.whole_run.help")))
        set(1, steps);
}

/// A bar that is dragged to a value, in hundredths; ↑ and ↓ go by twentieths.
std::optional<NumberChange> value_slider(Frame& frame, const Gate& gate, double value,
                                         float width) {
    const std::string id = "what_if/value";
    const double least = least_of(gate);
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + ImGui::GetFrameHeight()};
    const bool pressed = press_area(frame, id, {width, max.y - min.y}, format_exact(value));
    const Gesture gesture = ImGui::GetItemID();
    const bool active = ImGui::IsItemActive();
    if (ImGui::IsItemDeactivated()) frame.proposals.gesture_ended = true;
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);

    const float middle = (min.y + max.y) / 2;
    const ImVec2 bar_min{min.x, middle - frame.px(5)};
    const ImVec2 bar_max{max.x, middle + frame.px(5)};
    if (least < 0) {
        signed_bar(frame, bar_min, bar_max, value, 1);
    } else {
        gate_bar(frame, bar_min, bar_max, frame.theme.gate(gate), value);
    }
    const auto share = static_cast<float>(std::clamp((value - least) / (1 - least), 0.0, 1.0));
    const ImVec2 knob{min.x + share * width, middle};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(knob, frame.px(8), packed(frame.theme->paper));
    list.AddCircle(knob, frame.px(8), packed(frame.theme.gate(gate)), 0, frame.px(2.4F));

    const auto changed = [&](double to) -> std::optional<NumberChange> {
        to = std::clamp(std::round(to * 100) / 100, least, 1.0);
        return to == value ? std::nullopt : std::optional(NumberChange{to, gesture});
    };
    if (const int steps = focus_steps(frame, id)) return changed(value + 0.05 * steps);
    if (!active && !pressed) return {};
    return changed(least +
                   (1 - least) * static_cast<double>((ImGui::GetIO().MousePos.x - min.x) / width));
}

void draw_value(Frame& frame) {
    Clamp clamp = at_hand(frame);
    const Gate& gate = *gate_of_value(frame.cell(), clamp.quantity);
    const auto set = [&](double value, Gesture gesture = 0) {
        clamp.value = value;
        change(frame, clamp, gesture);
    };
    const auto quick = [&](const char* text, double value) {
        if (button(frame, std::string("what_if/value/") + text, text, "", true,
                   clamp.value == value))
            set(value);
    };
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.words("what_if.at").c_str());
    ImGui::SameLine(0, frame.px(6));
    if (least_of(gate) < 0) {
        quick("-1", -1);
        ImGui::SameLine(0, frame.px(3));
    }
    quick("0", 0);
    ImGui::SameLine(0, frame.px(14));
    const float room = ImGui::GetContentRegionAvail().x - frame.px(94);
    if (const auto moved =
            value_slider(frame, gate, clamp.value, std::clamp(room, frame.px(60), frame.px(280))))
        set(moved->value, moved->gesture);
    ImGui::SameLine(0, frame.px(14));
    quick("1", 1);
    ImGui::SameLine(0, frame.px(8));
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(frame.theme.fonts.bold);
    ImGui::TextUnformatted(format_exact(clamp.value).c_str());
    ImGui::PopFont();
}

/// What is at hand in plain words, and the button that makes it so.
void draw_sentence(Frame& frame) {
    WhatIf& page = frame.view.what_if;
    const std::string sentence = narrate(frame, at_hand(frame));
    paragraph(sentence);
    frame.regions.add("what_if/sentence", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      sentence);
    if (page.chosen != none) {
        if (button(frame, "what_if/new", frame.words("what_if.new"),
                   frame.words("what_if.new.help")))
            page.chosen = none;
        return;
    }
    const bool room = frame.document().clamps->size() < max_clamps;
    if (!button(frame, "what_if/hold", frame.words("what_if.hold"),
                frame.words("what_if.hold.help"), room))
        return;
    std::vector<Clamp> clamps = *frame.document().clamps;
    clamps.push_back(page.draft);
    page.chosen = static_cast<int>(clamps.size()) - 1;
    frame.proposals.edit(SetClamps{std::move(clamps)});
}

void draw_clamps(Frame& frame) {
    const std::vector<Clamp>& clamps = *frame.document().clamps;
    if (clamps.empty()) return;
    heading(frame,
            clamps.size() == 1 ? frame.words("what_if.held") : frame.words("what_if.held_many"));
    WhatIf& page = frame.view.what_if;
    const float height = ImGui::GetFrameHeight();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(clamps.size()), height + ImGui::GetStyle().ItemSpacing.y);
    include_focused_rows(frame, clipper);
    while (clipper.Step()) {
        for (int n = clipper.DisplayStart; n < clipper.DisplayEnd; ++n) {
            const Clamp& clamp = clamps[n];
            const Gate& gate = *gate_of_value(frame.cell(), clamp.quantity);
            const std::string id = "what_if/force/" + std::to_string(n);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x - height * 1.15F - frame.px(6);
            const std::string words =
                frame.words(clamp.element ? "clamp.unit_and_steps" : "clamp.gate_and_steps",
                            {{"gate", title_of(frame.words, gate)},
                             {"unit", std::to_string(clamp.element.value_or(0))},
                             {"clamped", clamp_words(frame.words, clamp)}});
            if (list_line(frame, id, "", n == page.chosen, 0, {width, height})) page.chosen = n;
            draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.text,
                      {at.x + frame.px(6), at.y + height / 2}, frame.theme.gate(gate),
                      elided(frame.theme.fonts.text, words, width - frame.px(12)));
            frame.regions.add(id, at, {at.x + width, at.y + height}, words);
            ImGui::SameLine(0, frame.px(6));
            if (!icon_button(frame, id + "/remove", Icon::bin, frame.words("what_if.remove.help")))
                continue;
            std::vector<Clamp> left = clamps;
            left.erase(left.begin() + n);
            if (page.chosen >= n) page.chosen = none;
            frame.proposals.edit(SetClamps{std::move(left)});
        }
    }
}

/// What the change came to by the selected step: "At step 4, c is 2.502 (it was 2.409), h is …".
std::string outcome_of(const Frame& frame) {
    std::vector<std::string> moved;
    const auto& states = frame.cell().states;
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        const Element element{state->now, frame.view.cursor.unit};
        if (moved_by(frame, element).empty()) continue;
        const double before = *pinned_value(frame.view, element, frame.view.cursor.t);
        moved.push_back(frame.words(
            "what_if.is", {{"name", element_name(frame.cell(), element.quantity, element.element)},
                           {"now", shown_value(frame, element)},
                           {"before", format_value(before, frame.view.look.decimals)}}));
    }
    if (moved.empty()) return "";
    return frame.words("what_if.outcome", {{"t", std::to_string(frame.view.cursor.t)},
                                           {"moved", enumerated(frame.words, moved)}});
}

void draw_pinned_run(Frame& frame) {
    heading(frame, frame.words("what_if.compare"));
    const bool pinned = frame.view.comparison.pinned.has_value();
    if (button(frame, "what_if/pin",
               pinned ? frame.words("what_if.unpin") : frame.words("what_if.pin"),
               frame.words(pinned ? "what_if.unpin.help" : "what_if.pin.help") + "  (G)", true,
               pinned))
        toggle_pinned_run(frame.view, frame.session);
    if (!frame.view.comparison.pinned) {
        paragraph(frame.words("what_if.pin.told"));
        return;
    }
    const bool itself = frame.view.comparison.pinned->document == frame.session.history().current();
    paragraph(itself ? frame.words("what_if.pinned") : frame.words("what_if.moved"));
    const std::string outcome = outcome_of(frame);
    if (outcome.empty()) return;
    paragraph(outcome);
    frame.regions.add("what_if/outcome", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), outcome);
}

}  // namespace

void draw_what_if(Frame& frame) {
    if (frame.document().steps() == 0) {
        paragraph(frame.words("what_if.empty"));
    } else {
        fit(frame);
        draw_gates(frame);
        draw_unit(frame);
        draw_steps(frame);
        draw_value(frame);
        ImGui::Dummy({0, frame.px(2)});
        draw_sentence(frame);
        ImGui::Dummy({0, frame.px(6)});
        draw_clamps(frame);
        ImGui::Dummy({0, frame.px(6)});
    }
    draw_pinned_run(frame);
}

}  // namespace lstm
