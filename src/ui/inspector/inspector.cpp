/// The inspector: pages about weights, inputs, expected numbers and the scenario itself.
#include "ui/panels.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lstm {
namespace {

std::string published_label(const Frame& frame) {
    const auto& verdicts = frame.session.verdicts();
    if (verdicts.empty()) return "Expected";
    const auto passed =
        std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.pass; });
    return "Expected " + std::to_string(passed) + "/" + std::to_string(verdicts.size());
}

struct Tab {
    Page page;
    std::string id;
    std::string label;
    const char* tooltip;
};

std::vector<Tab> tabs_of(const Frame& frame) {
    return {
        {Page::weights, "inspector/weights", "Weights", "W, U and b of each gate"},
        {Page::inputs, "inspector/inputs", "Inputs", "The sequence, and where h and c start"},
        {Page::derivation, "inspector/working", "Working", "How the chosen number came about"},
        {Page::gradients, "inspector/gradients", "Gradients",
         "What each number has to do with the loss, and how far back that reaches"},
        {Page::training, "inspector/training", "Training", "Let the network learn"},
        {Page::what_if, "inspector/what_if", "What if",
         "Hold a gate at a value, and compare with a pinned run"},
        {Page::published, "inspector/published", published_label(frame),
         "Expected numbers against computed ones"},
        {Page::about, "inspector/about", "About", "Title, description and source of this scenario"},
    };
}

constexpr float padding = 10;
constexpr ImVec2 tab_padding{7, 4};
constexpr float tab_gap = 4;

/// What stands above a page of an inspector of this width, and the card's own edges, in pixels.
float tabs_height(const Frame& frame, float width) {
    const float room = width - 2 * frame.px(padding);
    int rows = 1;
    float x = 0;
    for (const Tab& tab : tabs_of(frame)) {
        const float own =
            text_size(frame.theme.fonts.text, tab.label).x + 2 * frame.px(tab_padding.x);
        if (x > 0 && x + own > room + 1) ++rows, x = 0;
        x += own + frame.px(tab_gap);
    }
    const float line = frame.theme.fonts.text->FontSize + 2 * frame.px(tab_padding.y) +
                       ImGui::GetStyle().ItemSpacing.y;
    return static_cast<float>(rows) * line + ImGui::GetStyle().ItemSpacing.y +
           frame.px(1.6F * padding + 2);
}

void draw_pages(Frame& frame, const PanelArea& area) {
    const Card card(frame, "inspector", area.min, area.max, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {frame.px(tab_padding.x), frame.px(tab_padding.y)});
    for (const Tab& tab : tabs_of(frame)) {
        if (button(frame, tab.id, tab.label, tab.tooltip, true, frame.view.look.page == tab.page))
            frame.view.look.page = tab.page;
        ImGui::SameLine(0, frame.px(tab_gap));
    }
    ImGui::NewLine();
    ImGui::PopStyleVar();
    ImGui::Dummy({0, frame.px(2)});
    switch (frame.view.look.page) {
        case Page::weights: draw_weights(frame); break;
        case Page::inputs: draw_inputs(frame); break;
        case Page::derivation: draw_derivation(frame); break;
        case Page::gradients: draw_gradients(frame); break;
        case Page::what_if: draw_what_if(frame); break;
        case Page::published: draw_published(frame); break;
        case Page::training: draw_training(frame); break;
        case Page::about: draw_about(frame); break;
    }
}

}  // namespace

void draw_inspector(Frame& frame, const PanelArea& area) {
    frame.view.look.derivation_shown = false;
    // A small cell's weights leave room for the working below them.
    const float gap = frame.px(8);
    const float weights = tabs_height(frame, area.width()) + weights_height(frame);
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
