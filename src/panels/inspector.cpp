/// The inspector: pages about weights, inputs, published numbers and the scenario itself.
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>

namespace lstm {
namespace {

std::string published_label(const Frame& frame) {
    const auto& verdicts = frame.session.verdicts();
    if (verdicts.empty()) return "Published";
    const auto passed = std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.pass; });
    return "Published " + std::to_string(passed) + "/" + std::to_string(verdicts.size());
}

}  // namespace

void draw_inspector(Frame& frame, const Area& area) {
    const Card card(frame, "inspector", area.min, area.max, 10);
    const auto page = [&](Page which, const std::string& id, const std::string& label, const char* tooltip) {
        if (button(frame, id, label, tooltip, true, frame.view.page == which)) frame.view.page = which;
        ImGui::SameLine(0, frame.px(4));
    };
    page(Page::weights, "inspector/weights", "Weights", "W, U and b of each gate");
    page(Page::inputs, "inspector/inputs", "Inputs", "The sequence, and where h and c start");
    page(Page::published, "inspector/published", published_label(frame), "Published numbers against computed ones");
    page(Page::about, "inspector/about", "About", "Title, description and source of this scenario");
    ImGui::NewLine();
    ImGui::Dummy({0, frame.px(2)});
    switch (frame.view.page) {
        case Page::weights: draw_weights(frame); break;
        case Page::inputs: draw_inputs(frame); break;
        case Page::published: draw_published(frame); break;
        case Page::about: draw_about(frame); break;
    }
}

}  // namespace lstm
