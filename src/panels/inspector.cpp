/// The inspector: pages about weights, inputs, expected numbers and the scenario itself.
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>

namespace lstm {
namespace {

std::string published_label(const Frame& frame) {
    const auto& verdicts = frame.session.verdicts();
    if (verdicts.empty()) return "Expected";
    const auto passed =
        std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.pass; });
    return "Expected " + std::to_string(passed) + "/" + std::to_string(verdicts.size());
}

void draw_pages(Frame& frame, const Area& area) {
    const Card card(frame, "inspector", area.min, area.max, 10);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {frame.px(7), frame.px(4)});
    const auto page = [&](Page which, const std::string& id, const std::string& label,
                          const char* tooltip) {
        if (button(frame, id, label, tooltip, true, frame.view.page == which))
            frame.view.page = which;
        ImGui::SameLine(0, frame.px(4));
    };
    page(Page::weights, "inspector/weights", "Weights", "W, U and b of each gate");
    page(Page::inputs, "inspector/inputs", "Inputs", "The sequence, and where h and c start");
    page(Page::working, "inspector/working", "Working", "How the chosen number came about");
    page(Page::gradients, "inspector/gradients", "Gradients",
         "What each number has to do with the loss, and how far back that reaches");
    page(Page::training, "inspector/training", "Training", "Let the network learn");
    page(Page::what_if, "inspector/what_if", "What if",
         "Hold a gate at a value, and compare with a pinned run");
    page(Page::published, "inspector/published", published_label(frame),
         "Expected numbers against computed ones");
    page(Page::about, "inspector/about", "About", "Title, description and source of this scenario");
    ImGui::NewLine();
    ImGui::PopStyleVar();
    ImGui::Dummy({0, frame.px(2)});
    switch (frame.view.page) {
        case Page::weights: draw_weights(frame); break;
        case Page::inputs: draw_inputs(frame); break;
        case Page::working: draw_working(frame); break;
        case Page::gradients: draw_gradients(frame); break;
        case Page::what_if: draw_what_if(frame); break;
        case Page::published: draw_published(frame); break;
        case Page::training: draw_training(frame); break;
        case Page::about: draw_about(frame); break;
    }
}

}  // namespace

void draw_inspector(Frame& frame, const Area& area) {
    frame.view.working_shown = false;
    // A small cell's weights leave room for the working below them.
    const float gap = frame.px(8);
    const float weights = frame.px(82) + weights_height(frame);
    const bool room = area.height() - weights - gap > frame.px(190);
    if (frame.view.page != Page::weights || frame.view.choosing_cell || !room) {
        draw_pages(frame, area);
        return;
    }
    const float border = area.min.y + weights;
    draw_pages(frame, {area.min, {area.max.x, border}});
    const Card card(frame, "working", {area.min.x, border + gap}, area.max, 10);
    draw_working(frame);
}

}  // namespace lstm
