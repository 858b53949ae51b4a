/// New random weights, on whichever page somebody asks for them.
#include "ui/panels.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"

namespace lstm {

bool draw_seed(Frame& frame, const std::string& page, const std::string& label) {
    const std::string id = page + "/seed";
    wrap_before(text_size(frame.theme.fonts.text, frame.words("seed")).x + frame.px(54) +
                button_width(frame, label));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.words("seed").c_str());
    ImGui::SameLine(0, frame.px(6));
    ImGui::SetNextItemWidth(frame.px(44));
    open_text_at_focus(frame, id);
    ImGui::InputScalar(("###" + id).c_str(), ImGuiDataType_U64, &frame.view.seed);
    frame.regions.add(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      std::to_string(frame.view.seed));
    focus_text(frame, id);
    ImGui::SameLine(0, frame.px(4));
    if (!button(frame, page + "/randomise", label, frame.words("seed.help"))) return false;
    frame.proposals.edit(Randomise{frame.view.seed});
    return true;
}

}  // namespace lstm
