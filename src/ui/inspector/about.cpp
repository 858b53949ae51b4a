/// The words of the scenario: title, description and source.
#include "ui/panels.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/user_text.h"

namespace lstm {

void draw_about(Frame& frame) {
    ImGui::BeginChild("about");
    const Document& document = frame.document();
    const float width = ImGui::GetContentRegionAvail().x;
    SetWords words{document.title, document.description, document.source};
    bool changed = false;
    const auto edit = [&](const std::string& title, const char* id, std::string& text, int lines) {
        heading(frame, title);
        if (auto edited = text_field(frame, id, text, width, "", lines)) {
            text = *edited;
            changed = true;
        }
        ImGui::Dummy({0, frame.px(4)});
    };
    edit(frame.words("about.title"), "about/title", words.title, 1);
    edit(frame.words("about.description"), "about/description", words.description, 7);
    if (describes_the_past(frame.session)) {
        const std::string past = frame.words("about.past");
        heading(frame, past);
        frame.regions.add("about/past", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), past);
    }
    edit(frame.words("about.source"), "about/source", words.source, 3);
    if (changed) frame.proposals.edit(words);

    heading(frame, frame.words("about.file"));
    paragraph(frame, "", frame.file_name.empty() ? frame.words("about.no_file") : frame.file_name,
              width, 4);
    ImGui::Dummy({0, frame.px(4)});
    heading(frame, frame.words("about.cell"));
    const Sizes sizes = document.sizes();
    const std::string cell =
        frame.words("about.cell_is", {{"cell", title_of(frame.words, frame.cell())},
                                      {"inputs", counted(frame.words, "inputs", sizes.input)},
                                      {"units", counted(frame.words, "units", sizes.hidden)},
                                      {"steps", counted(frame.words, "steps", document.steps())}});
    paragraph(cell);
    frame.regions.add("about/cell", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), cell);
    ImGui::EndChild();
}

}  // namespace lstm
