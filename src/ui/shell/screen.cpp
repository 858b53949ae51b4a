/// The layout of the whole window, for wide, narrow and tiny ones.
#include "ui/panels.h"
#include "ui/state/prediction.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

namespace lstm {
namespace {

/// Heights that the panels of the left column want, in pixels.
struct Heights {
    float notebook, predict, transport, timeline;
    float sequences;  ///< with the gap below them; 0 where there is only one
};

Heights wanted_heights(const Frame& frame, float width, int most_rows) {
    const int rows = std::clamp(frame.document().sizes().hidden, 1, most_rows);
    const float predict = frame.view.prediction.asked ? predict_height(frame, width) : 0;
    const float sequences = sequences_height(frame);
    return {notebook_height(frame, rows), predict, transport_height(frame, width), frame.px(196),
            sequences > 0 ? sequences + frame.px(8) : 0};
}

/// Cuts a strip of `height` off the top of `area`, with a gap below it.
PanelArea take_top(PanelArea& area, float height, float gap) {
    PanelArea strip = area;
    strip.max.y = std::min(strip.min.y + height, area.max.y);
    area.min.y = std::min(strip.max.y + gap, area.max.y);
    return strip;
}

/// Two columns: the cell and its run on the left, the inspector on the right.
void draw_wide(Frame& frame, PanelArea area, float gap) {
    const float inspector = std::clamp(area.width() * 0.36F, frame.px(440), frame.px(640));
    PanelArea left = area;
    left.max.x -= inspector + gap;

    const bool tall = area.height() > frame.px(800);
    int rows = tall ? 8 : 4;
    Heights heights = wanted_heights(frame, left.width(), rows);
    // The diagram comes first: the notebook scrolls before numbers stand on one another there.
    const auto left_for_diagram = [&] {
        return left.height() - heights.notebook - heights.transport - heights.timeline -
               heights.sequences - 3 * gap;
    };
    while (rows > 1 && left_for_diagram() < frame.px(230))
        heights = wanted_heights(frame, left.width(), --rows);
    // What a tall window has to spare is shared by the diagram and the time axis.
    const float spare = left.height() - heights.notebook - heights.transport - heights.timeline -
                        heights.sequences - 3 * gap - frame.px(250);
    heights.timeline += std::max(spare, 0.0F) * 0.45F;
    const float diagram = left.height() - heights.notebook - heights.transport - heights.timeline -
                          heights.sequences - 3 * gap;
    draw_diagram(frame, take_top(left, diagram, gap));
    draw_notebook(frame, take_top(left, heights.notebook, gap));
    // A question takes its room from the time axis, which is of no help with it.
    if (frame.view.prediction.asked) draw_predict(frame, take_top(left, heights.predict, gap));
    draw_transport(frame, take_top(left, heights.transport, gap));
    if (heights.sequences > 0) draw_sequences(frame, take_top(left, heights.sequences - gap, gap));
    draw_timeline(frame, left);
    draw_inspector(frame, {{left.max.x + gap, area.min.y}, area.max});
}

/// Draws a panel that needs a certain width in a strip that scrolls sideways where there is less.
void draw_strip(Frame& frame, void (*draw)(Frame&, const PanelArea&), const PanelArea& area,
                const char* id) {
    const float width = std::max(area.width(), frame.px(600));
    if (width <= area.width()) {
        draw(frame, area);
        return;
    }
    ImGui::SetCursorScreenPos(area.min);
    ImGui::BeginChild(id, {area.width(), area.height()}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_HorizontalScrollbar);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw(frame, {at, {at.x + width, at.y + area.height() - ImGui::GetStyle().ScrollbarSize}});
    ImGui::EndChild();
}

/// One column that scrolls, the bar with it.
void draw_narrow(Frame& frame, PanelArea area, float gap) {
    ImGui::SetCursorScreenPos(area.min);
    ImGui::BeginChild("column", {std::max(area.width(), 1.0F), std::max(area.height(), 1.0F)});
    const ImVec2 top = ImGui::GetCursorScreenPos();
    PanelArea rest{top, {top.x + ImGui::GetContentRegionAvail().x, top.y + 1e6F}};
    const Heights heights = wanted_heights(frame, rest.width(), 4);
    draw_top_bar(frame, take_top(rest, top_bar_height(frame, rest.width()), 0));
    draw_strip(frame, draw_diagram, take_top(rest, frame.px(270), gap), "diagram strip");
    draw_transport(frame, take_top(rest, heights.transport, gap));
    if (frame.view.prediction.asked) draw_predict(frame, take_top(rest, heights.predict, gap));
    draw_strip(frame, draw_notebook, take_top(rest, heights.notebook, gap), "notebook strip");
    if (heights.sequences > 0) draw_sequences(frame, take_top(rest, heights.sequences - gap, gap));
    draw_timeline(frame, take_top(rest, heights.timeline, gap));
    draw_inspector(frame, take_top(rest, frame.px(frame.theme.touch ? 720 : 560), gap));
    ImGui::SetCursorScreenPos(rest.min);
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

/// One panel, for a picture of it.
void draw_alone(Frame& frame, const PanelArea& area) {
    switch (frame.view.look.alone) {
        case Alone::no: break;
        case Alone::diagram: draw_diagram(frame, area); break;
        case Alone::notebook: draw_notebook(frame, area); break;
        case Alone::derivation: {
            const Card card(frame, "working", area.min, area.max, 10);
            draw_derivation(frame);
            break;
        }
    }
}

/// Black, but for a quiet line that says how to come back.
void draw_blank(Frame& frame, const PanelArea& area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.min, area.max, IM_COL32_BLACK);
    const ImVec4 dim{0.47F, 0.47F, 0.47F, 1};  // 4.7 : 1 on black
    const std::string words = frame.words("blank.told");
    draw_text(list, frame.theme.fonts.small,
              {(area.min.x + area.max.x) / 2, area.max.y - frame.px(20)}, dim, words,
              Align::centre);
    frame.regions.add("blank", area.min, area.max, words);
}

/// On a note of its own, over what is at the foot of the window.
void draw_notice(Frame& frame) {
    const Notice& notice = frame.view.dialogs.notice;
    if (notice.seconds <= 0) return;
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImFont* const font = frame.theme.fonts.text;
    const ImVec2 padding{frame.px(14), frame.px(9)};
    const float room = viewport.Size.x - frame.px(24) - 2 * padding.x;
    const ImVec2 words =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, std::max(room, 1.0F), notice.text.c_str());
    const ImVec2 min{
        std::floor(viewport.Pos.x + (viewport.Size.x - words.x) / 2 - padding.x),
        std::floor(viewport.Pos.y + viewport.Size.y - frame.px(24) - words.y - 2 * padding.y)};
    const ImVec2 max{min.x + words.x + 2 * padding.x, min.y + words.y + 2 * padding.y};
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(min, max, packed(frame.theme->ink), frame.px(8));
    list.AddText(font, font->FontSize, {min.x + padding.x, min.y + padding.y},
                 packed(frame.theme->paper), notice.text.c_str(), nullptr, std::max(room, 1.0F));
    frame.regions.add("notice", min, max, notice.text);
}

}  // namespace

void draw_screen(Frame& frame) {
    settle(frame.view, frame.session);
    leave_behind(frame);
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!frame.view.look.blank) {
        const float gap = frame.px(8);
        PanelArea area{viewport.Pos,
                       {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y}};
        if (frame.view.look.alone != Alone::no) {
            draw_alone(frame, area);
        } else if (frame.view.look.presenter) {
            draw_presenter(frame, area);
        } else if (area.width() < frame.px(1100) || area.height() < frame.px(654)) {
            draw_narrow(
                frame, {{area.min.x + gap, area.min.y}, {area.max.x - gap, area.max.y - gap}}, gap);
        } else {
            draw_top_bar(frame, take_top(area, top_bar_height(frame, area.width()), 0));
            draw_wide(frame, {{area.min.x + gap, area.min.y}, {area.max.x - gap, area.max.y - gap}},
                      gap);
        }
    } else {
        draw_blank(frame, {viewport.Pos,
                           {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y}});
    }
    ImGui::End();
    draw_notice(frame);
    follow_right_click(frame);
    draw_dialogs(frame);
}

}  // namespace lstm
