/// The words of the scenario: title, description and source.
#include "panels/originals.h"
#include "panels/panels.h"
#include "panels/widgets.h"

namespace lstm {
namespace {

constexpr const char* past =
    "It describes the scenario as it was opened; it has been changed since.";

}  // namespace

void draw_about(Frame& frame) {
    const Document& document = frame.document();
    const float width = ImGui::GetContentRegionAvail().x;
    SetWords words{document.title, document.description, document.source};
    bool changed = false;
    const auto edit = [&](const char* title, const char* id, std::string& text, int lines) {
        heading(frame, title);
        if (auto edited = text_field(frame, id, text, width, "", lines)) {
            text = *edited;
            changed = true;
        }
        ImGui::Dummy({0, frame.px(4)});
    };
    edit("Title", "about/title", words.title, 1);
    edit("Description: what to look at", "about/description", words.description, 7);
    if (describes_the_past(frame.session)) {
        heading(frame, past);
        frame.regions.add("about/past", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), past);
    }
    edit("Source: where the numbers were published", "about/source", words.source, 3);
    if (changed) frame.proposals.edit(words);

    heading(frame, "File");
    ImGui::TextWrapped(
        "%s", frame.file_name.empty() ? "not saved to a file yet" : frame.file_name.c_str());
    ImGui::Dummy({0, frame.px(4)});
    heading(frame, "Cell");
    const Sizes sizes = document.sizes();
    ImGui::TextWrapped("LSTM with %d input%s, %d unit%s, %d step%s", sizes.input,
                       sizes.input == 1 ? "" : "s", sizes.hidden, sizes.hidden == 1 ? "" : "s",
                       document.steps(), document.steps() == 1 ? "" : "s");
}

}  // namespace lstm
