/// The card that asks for the next number: choose which, guess by typing or dragging, reveal.
#include "ui/panels.h"
#include "ui/state/prediction.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

constexpr float padding = 10;
constexpr float line = 28;
constexpr float scale_height = 42;
constexpr float words_height = 20;
/// In less than this, everything has a line of its own.
constexpr float stacked_below = 600;

QuantityId quantity_asked(const Frame& frame) {
    return frame.view.prediction.asked->quantity;
}

/// The values that the scale runs over.
struct Range {
    double least, most;

    [[nodiscard]] float share(double value) const {
        return static_cast<float>(std::clamp((value - least) / (most - least), 0.0, 1.0));
    }
};

Range range_of(const Frame& frame) {
    const QuantityId quantity = quantity_asked(frame);
    if (frame.cell().is_share(quantity)) return {0, 1};
    const double limit = std::ceil(frame.scales.of(frame.cell(), quantity));
    return {-limit, limit};
}

void write(Prediction& prediction, double guess) {
    const std::string text = format_plain(guess);
    prediction.text = {};
    std::copy_n(text.begin(), std::min(text.size(), prediction.text.size() - 1),
                prediction.text.begin());
}

/// What is asked for, and where.
void draw_question(Frame& frame, const PanelArea& area) {
    const float middle = (area.min.y + area.max.y) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string question = question_about(frame.words, frame.cell(), quantity_asked(frame));
    const std::string place = place_asked(frame.words, frame.view, frame.document());
    draw_text(list, frame.theme.fonts.title, {area.min.x, middle}, frame.theme->ink,
              elided(frame.theme.fonts.title, question, area.width()));
    const float after = area.min.x + text_size(frame.theme.fonts.title, question).x + frame.px(12);
    if (after + text_size(frame.theme.fonts.text, place).x <= area.max.x)
        draw_text(list, frame.theme.fonts.text, {after, middle}, frame.theme->muted, place);
    frame.regions.add("predict/question", area.min, area.max, question + "  " + place);
}

float choices_width(const Frame& frame) {
    float width = 0;
    for (const QuantityId quantity : askable(frame.cell()))
        width += button_width(frame, frame.cell().quantities[quantity].symbol) + frame.px(3);
    return width - frame.px(3);
}

/// What else could be asked.
void draw_choices(Frame& frame, ImVec2 at) {
    ImGui::SetCursorScreenPos(at);
    const std::vector<QuantityId> choices = askable(frame.cell());
    for (const QuantityId quantity : choices) {
        if (quantity != choices.front()) ImGui::SameLine(0, frame.px(3));
        const Quantity& choice = frame.cell().quantities[quantity];
        if (button(frame, "predict/choose/" + choice.name, choice.symbol,
                   question_about(frame.words, frame.cell(), quantity), true,
                   quantity == quantity_asked(frame)))
            ask(frame.view, frame.document(), quantity, frame.view.prediction.asked->t);
    }
}

/// A mark that points at `x` on the scale from above (a guess) or from below (the truth).
void draw_mark(Frame& frame, float x, float y, bool above, ImVec4 colour, const std::string& text,
               PanelArea area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float size = frame.px(7);
    const float way = above ? -1.0F : 1.0F;
    list.AddTriangleFilled({x, y}, {x - size * 0.7F, y + way * size},
                           {x + size * 0.7F, y + way * size}, packed(colour));
    const float half = text_size(frame.theme.fonts.bold, text).x / 2;
    const float middle =
        std::clamp(x, area.min.x + half, std::max(area.max.x - half, area.min.x + half));
    draw_text(list, frame.theme.fonts.bold, {middle, y + way * (size + frame.px(8))}, colour, text,
              Align::centre);
}

/// A ruler with the guess on it; once revealed, with the truth and what lies between them.
void draw_scale(Frame& frame, const PanelArea& area) {
    Prediction& prediction = frame.view.prediction;
    const bool open = !revealed(frame.view, frame.cell());
    const Range range = range_of(frame);
    const float middle = (area.min.y + area.max.y) / 2;
    const float thick = frame.px(4);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto at = [&](double value) { return area.min.x + range.share(value) * area.width(); };
    list.AddRectFilled({area.min.x, middle - thick}, {area.max.x, middle + thick},
                       packed(frame.theme->sunken), thick);
    list.AddRect({area.min.x, middle - thick}, {area.max.x, middle + thick},
                 packed(frame.theme->rule), thick);
    for (int tenth = 1; tenth < 10; ++tenth) {
        const float x = area.min.x + area.width() * static_cast<float>(tenth) / 10;
        list.AddLine({x, middle - thick / 2}, {x, middle + thick / 2}, packed(frame.theme->rule));
    }

    ImGui::SetCursorScreenPos(area.min);
    if (open) {
        press_area(frame, "predict/scale", {area.width(), area.height()}, prediction.text.data());
        if (ImGui::IsItemHovered() || ImGui::IsItemActive())
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        const double hundredth = (range.most - range.least) / 100;
        const auto set = [&](double value) {
            write(prediction,
                  std::round(std::clamp(value, range.least, range.most) / hundredth) * hundredth);
        };
        if (ImGui::IsItemActive())
            set(range.least +
                (range.most - range.least) *
                    static_cast<double>((ImGui::GetIO().MousePos.x - area.min.x) / area.width()));
        if (const int steps = focus_steps(frame, "predict/scale"))
            set(guess_of(prediction).value_or((range.least + range.most) / 2) +
                steps * hundredth * 5);
    }

    const std::optional<double> guess =
        prediction.score ? prediction.score->guess : guess_of(prediction);
    const QuantityPlace& asked = *prediction.asked;
    const ImVec4 colour = frame.theme.quantity(frame.cell(), asked.quantity);
    const int decimals = frame.view.look.decimals;
    if (!open) {
        const double truth = prediction.score
                                 ? prediction.score->truth
                                 : frame.trace().value(asked.quantity, asked.element, asked.t);
        if (guess)
            list.AddRectFilled({std::min(at(*guess), at(truth)), middle - thick / 2},
                               {std::max(at(*guess), at(truth)), middle + thick / 2},
                               packed(frame.theme->bad));
        draw_mark(frame, at(truth), middle + thick, false, colour, format_value(truth, decimals),
                  area);
    } else {
        for (const double end : {range.least, range.most})
            draw_text(list, frame.theme.fonts.small, {at(end), middle + thick + frame.px(10)},
                      frame.theme->muted, format_value(end, 0),
                      end == range.least ? Align::left : Align::right);
        if (range.least < 0)
            draw_text(list, frame.theme.fonts.small, {at(0), middle + thick + frame.px(10)},
                      frame.theme->muted, "0", Align::centre);
    }
    if (guess)
        draw_mark(frame, at(*guess), middle - thick, true, frame.theme->accent,
                  format_value(*guess, decimals), area);
}

/// Types the guess; returns whether Enter was pressed.
bool draw_field(Frame& frame, float width) {
    Prediction& prediction = frame.view.prediction;
    const bool entered =
        typed_field(frame, "predict/guess", prediction.text, width, frame.words("predict.guess"));
    // A clicker's key, which the field would keep from the window.
    const bool clicked_on = ImGui::IsItemActive() && ImGui::IsKeyPressed(ImGuiKey_PageDown, false);
    if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape)) stop_asking(frame.view);
    return entered || clicked_on;
}

/// How the guesses went: "+0.12  −0.03", oldest first.
std::string tally_of(const Frame& frame) {
    std::string text;
    for (const Score& score : frame.view.prediction.tally)
        text += (text.empty() ? "" : "   ") +
                format_signed(score.guess - score.truth, frame.view.look.decimals);
    return text;
}

void draw_words(Frame& frame, const PanelArea& area) {
    const Prediction& prediction = frame.view.prediction;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = (area.min.y + area.max.y) / 2;
    float right = area.max.x;
    if (const std::string tally = tally_of(frame); !tally.empty()) {
        const std::string text = frame.words("predict.off_by", {{"tally", tally}});
        draw_text(list, frame.theme.fonts.small, {right, middle}, frame.theme->muted, text,
                  Align::right);
        right -= text_size(frame.theme.fonts.small, text).x + frame.px(14);
        frame.regions.add("predict/tally", {right, area.min.y}, area.max, tally);
    }
    const bool typed = prediction.text[0] != '\0';
    const std::string words =
        prediction.score     ? verdict_on(frame.words, *prediction.score, frame.view.look.decimals)
        : prediction.settled ? frame.words("predict.settled")
        : typed && !guess_of(prediction) ? frame.words("predict.no_number")
                                         : frame.words("predict.how");
    // In two lines where they are narrow.
    ImFont* font = frame.theme.fonts.text;
    const float room = std::max(right - area.min.x, 1.0F);
    const float height = font->CalcTextSizeA(font->FontSize, FLT_MAX, room, words.c_str()).y;
    const ImVec4 colour = prediction.score ? frame.theme->ink : frame.theme->muted;
    list.AddText(font, font->FontSize, {area.min.x, std::floor(middle - height / 2)},
                 packed(colour), words.c_str(), nullptr, room);
    frame.regions.add("predict/result", area.min, {right, area.max.y}, words);
}

}  // namespace

float predict_height(const Frame& frame, float width) {
    const bool stacked = width < frame.px(stacked_below);
    return frame.px(2 * padding + (stacked ? 3 : 1) * line + scale_height +
                    (stacked ? 2 : 1) * words_height);
}

void draw_predict(Frame& frame, const PanelArea& area) {
    const Card card(frame, "predict", area.min, area.max, 0);
    const Document& document = frame.document();
    const bool open = !revealed(frame.view, frame.cell());
    const bool stacked = area.width() < frame.px(stacked_below);
    const float gap = frame.px(6);
    const float left = area.min.x + frame.px(padding + 4);
    const float right = area.max.x - frame.px(padding);
    const float line_high = frame.px(line);
    const auto centred = [&](float top, float height) {
        return top + (height - ImGui::GetFrameHeight()) / 2;
    };

    float top = area.min.y + frame.px(padding);
    const float choices = stacked ? left : right - choices_width(frame);
    draw_question(frame, {{left, top}, {stacked ? right : choices - gap, top + line_high}});
    if (stacked) top += line_high;
    draw_choices(frame, {choices, centred(top, line_high)});
    top += line_high;

    const std::string act = open ? frame.words("predict.reveal") : frame.words("predict.next");
    const float field = open ? frame.px(92) + gap : 0;
    const float controls =
        field + button_width(frame, act) + gap + button_width(frame, frame.words("close"));
    const float scale = frame.px(scale_height);
    draw_scale(frame,
               {{left, top},
                {std::max(stacked ? right : right - controls - 3 * gap, left + 1), top + scale}});
    if (stacked) top += scale;
    ImGui::SetCursorScreenPos(
        {stacked ? left : right - controls, centred(top, stacked ? line_high : scale)});
    bool wants_truth = false;
    if (open) {
        wants_truth = draw_field(frame, field - gap);
        ImGui::SameLine(0, gap);
        wants_truth =
            button(frame, "predict/reveal", act, frame.words("predict.reveal.help")) || wants_truth;
    } else if (button(frame, "predict/again", act, frame.words("predict.next.help"))) {
        ask_next(frame.view, document);
    }
    ImGui::SameLine(0, gap);
    const bool closed =
        button(frame, "predict/close", frame.words("close"), frame.words("predict.close.help"));
    top += stacked ? line_high : scale;
    draw_words(frame, {{left, top}, {right, area.max.y - frame.px(padding)}});
    if (wants_truth) reveal(frame.view, document);
    if (closed) stop_asking(frame.view);
}

}  // namespace lstm
