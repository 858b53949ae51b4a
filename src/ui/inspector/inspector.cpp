/// The inspector: pages about weights, inputs, expected numbers and the scenario itself.
#include "ui/inspector/pages.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <string>

namespace lstm {
namespace {

std::string label_of(const Frame& frame, const InspectorPage& page) {
    if (page.label != nullptr) return page.label(frame);
    return frame.words("page." + std::string(name_of(page.page)) + ".label");
}

constexpr float padding = 10;
constexpr float tab_gap = 4;

/// Inside a tab, in pixels.
ImVec2 padding_of_tabs(const Frame& frame) {
    return {frame.px(7), ImGui::GetStyle().FramePadding.y};
}

/// What stands above a page of an inspector of this width, and the card's own edges, in pixels.
float tabs_height(const Frame& frame, float width) {
    const float room = width - 2 * frame.px(padding);
    int rows = 1;
    float x = 0;
    for (const InspectorPage& page : inspector_pages()) {
        const float own = text_size(frame.theme.fonts.text, label_of(frame, page)).x +
                          2 * padding_of_tabs(frame).x;
        if (x > 0 && x + own > room + 1) ++rows, x = 0;
        x += own + frame.px(tab_gap);
    }
    const float line = frame.theme.fonts.text->FontSize + 2 * padding_of_tabs(frame).y +
                       ImGui::GetStyle().ItemSpacing.y;
    return static_cast<float>(rows) * line + ImGui::GetStyle().ItemSpacing.y +
           frame.px(1.6F * padding + 2);
}

void draw_pages(Frame& frame, const PanelArea& area) {
    const Card card(frame, "inspector", area.min, area.max, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding_of_tabs(frame));
    for (const InspectorPage& page : inspector_pages()) {
        const std::string name(name_of(page.page));
        if (button(frame, "inspector/" + name, label_of(frame, page),
                   frame.words("page." + name + ".help"), true, frame.view.look.page == page.page))
            frame.view.look.page = page.page;
        ImGui::SameLine(0, frame.px(tab_gap));
    }
    ImGui::NewLine();
    ImGui::PopStyleVar();
    ImGui::Dummy({0, frame.px(2)});
    const auto shown =
        std::ranges::find(inspector_pages(), frame.view.look.page, &InspectorPage::page);
    shown->draw(frame);
}

}  // namespace

void draw_inspector(Frame& frame, const PanelArea& area) {
    frame.view.look.derivation_shown = false;
    // A small cell's weights leave room for the working below them.
    const float gap = frame.px(8);
    const float weights = tabs_height(frame, area.width()) + weights_height(frame, area.width());
    const bool room = area.height() - weights - gap > frame.px(190);
    if (frame.view.look.page != Page::weights || frame.view.look.choosing_cell || !room) {
        draw_pages(frame, area);
        return;
    }
    const float border = area.min.y + weights;
    draw_pages(frame, {area.min, {area.max.x, border}});
    const Card card(frame, "working", {area.min.x, border + gap}, area.max, 10);
    draw_derivation(frame);
}

}  // namespace lstm
