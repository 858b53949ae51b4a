/// The page of the weights: what kind of cell, how large, and the tables.
#include "document/memory.h"
#include "maths/parameter_count.h"
#include "ui/inspector/cell_kinds.h"
#include "ui/inspector/weight_tables.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <string>

namespace lstm {
namespace {

/// "100 steps take 1.2 MB of memory": what the document would hold with other sizes.
std::string cost_of(const Frame& frame, Sizes sizes) {
    const int steps = frame.document().steps();
    return frame.words(steps == 1 ? "weights.cost_of_one" : "weights.cost",
                       {{"steps", std::to_string(steps)},
                        {"bytes", format_bytes(bytes_of(frame.cell(), sizes, steps))}});
}

/// The line that says how many numbers there are, in pixels.
constexpr float count_height = 14;

/// The kind of cell, and how many numbers its read-out gives.
void draw_kind(Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    const float readout = frame.px(168);
    const float room = ImGui::GetContentRegionAvail().x - readout;
    const bool open = frame.view.look.choosing_cell;
    const std::string title =
        elided(frame.theme.fonts.text, title_of(frame.words, frame.cell()), room - frame.px(50));
    if (button(frame, "weights/kind", (open ? "▴  " : "▾  ") + title,
               frame.words("weights.kind.help") + "\n" + frame.cell().source, true, open))
        frame.view.look.choosing_cell = !open;
    ImGui::SameLine(0, frame.px(12));
    if (const auto outputs = stepper(frame, "weights/output_size", frame.words("weights.readout"),
                                     sizes.output, 0, max_size, [&](int n) {
                                         return cost_of(frame, {sizes.input, sizes.hidden, n});
                                     }))
        frame.proposals.edit(Resize{{sizes.input, sizes.hidden, *outputs}});
}

/// What sizes and seed take on one line, in pixels.
float network_width(const Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    return stepper_width(frame, frame.words("weights.inputs"), sizes.input) +
           stepper_width(frame, frame.words("weights.units"), sizes.hidden) +
           text_size(frame.theme.fonts.text, frame.words("seed")).x + frame.px(2 * 12 + 54) +
           button_width(frame, frame.words("weights.randomise"));
}

void draw_network(Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    if (const auto input = stepper(frame, "weights/input_size", frame.words("weights.inputs"),
                                   sizes.input, 1, max_size, [&](int n) {
                                       return cost_of(frame, {n, sizes.hidden, sizes.output});
                                   }))
        frame.proposals.edit(Resize{{*input, sizes.hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    if (const auto hidden = stepper(frame, "weights/hidden_size", frame.words("weights.units"),
                                    sizes.hidden, 1, max_size, [&](int n) {
                                        return cost_of(frame, {sizes.input, n, sizes.output});
                                    }))
        frame.proposals.edit(Resize{{sizes.input, *hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    draw_seed(frame, "weights", frame.words("weights.randomise"));
    // How many numbers there are, and why.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, frame.px(count_height)};
    const std::string count =
        frame.words("weights.count", {{"sum", parameter_sum(frame.cell(), sizes)}});
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small, {at.x, at.y + size.y / 2},
              frame.theme->muted, elided(frame.theme.fonts.small, count, size.x));
    frame.regions.add("weights/count", at, {at.x + size.x, at.y + size.y}, count);
    ImGui::Dummy(size);
}

}  // namespace

float weights_height(const Frame& frame, float width) {
    const float line = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
    const bool wraps = network_width(frame) > width - frame.px(20);
    float height = line + ImGui::GetFrameHeight() + frame.px(16 + count_height) +
                   ImGui::GetStyle().ItemSpacing.y + (wraps ? line : 0);
    return height + weight_tables_height(frame);
}

void draw_weights(Frame& frame) {
    draw_kind(frame);
    if (frame.view.look.choosing_cell) {
        ImGui::BeginChild("kinds");
        draw_kinds(frame);
        ImGui::EndChild();
        return;
    }
    draw_network(frame);
    ImGui::Dummy({0, frame.px(2)});
    draw_weight_tables(frame);
}

}  // namespace lstm
