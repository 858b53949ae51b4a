/// The document's sequences: names, how many, and in which order.
#include "document/sequences.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"

namespace lstm {

void draw_sequence_list(Frame& frame) {
    const Document& document = frame.document();
    const int count = sequence_count(document);
    const int shown = document.shown;
    const float gap = frame.px(3);
    heading(frame, frame.words("sequences.title"));
    if (!document.sequences->empty()) {
        if (const auto name =
                text_field(frame, "inputs/sequence/name", sequence_name(document, shown),
                           frame.px(150), frame.words("sequences.name")))
            frame.proposals.edit(RenameSequence{shown, *name});
        ImGui::SameLine(0, gap);
    }
    if (button(frame, "inputs/sequence/add", frame.words("sequences.add"),
               frame.words("sequences.add.help"), count < max_sequences))
        frame.proposals.edit(AddSequence{});
    ImGui::SameLine(0, gap);
    if (button(frame, "inputs/sequence/paste", frame.words("sequences.paste"),
               frame.words("sequences.paste.help")))
        frame.proposals.request(OpenCopiedRequest{});
    if (count == 1) return;
    ImGui::SameLine(0, gap);
    if (button(frame, "inputs/sequence/delete", "×", frame.words("sequences.delete.help")))
        frame.proposals.edit(DeleteSequence{shown});
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "inputs/sequence/earlier", Icon::previous,
                    frame.words("sequences.earlier"), shown > 0))
        frame.proposals.edit(MoveSequence{shown, shown - 1});
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "inputs/sequence/later", Icon::next, frame.words("sequences.later"),
                    shown + 1 < count))
        frame.proposals.edit(MoveSequence{shown, shown + 1});
}

}  // namespace lstm
