/// Rows of buttons, one choice a row.
#include "ui/inspector/cell_form.h"

#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <sstream>

namespace lstm {
namespace {

/// A row: what it is about, then its buttons, which wrap beneath one another.
class Row {
public:
    Row(Frame& frame, std::string id, const std::string& label)
        : frame_(frame), id_("weights/form/" + std::move(id)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float label_width = frame.px(112);
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                  {at.x + frame.px(6), at.y + ImGui::GetFrameHeight() / 2}, frame.theme->muted,
                  elided(frame.theme.fonts.small, label, label_width - frame.px(10)));
        left_ = label_width;
        ImGui::Indent(left_);
    }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    ~Row() {
        ImGui::Unindent(left_);
        ImGui::NewLine();
        ImGui::Dummy({0, frame_.px(1)});
    }

    /// Whether `choice` has been taken.
    bool offer(std::string_view choice, const std::string& label, const std::string& tooltip,
               bool chosen) {
        const bool pressed =
            button(frame_, fmt::format("{}/{}", id_, choice), label, tooltip, true, chosen);
        ImGui::SameLine(0, frame_.px(3));
        return pressed && !chosen;
    }

private:
    Frame& frame_;
    std::string id_;
    float left_ = 0;
};

bool mixes_nothing(Activation activation) {
    return activation != Activation::softmax;
}

/// `allowed`: which of all activations are offered.
void choose_activation(Frame& frame, const std::string& id, const std::string& label,
                       Activation now, const std::function<void(CellForm&, Activation)>& set,
                       const std::function<bool(Activation)>& allowed = mixes_nothing) {
    Row row(frame, id, label);
    for (const ActivationFacts& each : activations()) {
        if (!allowed(each.activation)) continue;
        if (!row.offer(each.name, each.symbol, fmt::format("{}: {}", each.name, each.formula),
                       each.activation == now))
            continue;
        CellForm form = frame.cell().form;
        set(form, each.activation);
        frame.proposals.edit(SetForm{form});
    }
}

void choose_readout(Frame& frame) {
    const Cell& cell = frame.cell();
    if (!cell.has_readout()) return;
    const LossKind loss = frame.document().loss;
    choose_activation(
        frame, cell.parameters[cell.readout.W].gate, frame.words("form.readout"),
        cell.form.readout_activation,
        [](CellForm& form, Activation activation) { form.readout_activation = activation; },
        [loss](Activation activation) {
            const auto all = readout_activations();
            return allows(loss, activation) && std::ranges::find(all, activation) != all.end();
        });
}

/// "B, T, P" and back; blanks around a word are none of it.
std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::string> separated(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream rest(text);
    for (std::string word; std::getline(rest, word, ',');) {
        const std::size_t first = word.find_first_not_of(' ');
        const std::size_t last = word.find_last_not_of(' ');
        words.push_back(first == std::string::npos ? "" : word.substr(first, last - first + 1));
    }
    return words;
}

/// What inputs and outputs are called: a field of words each.
void name_them(Frame& frame) {
    const Document& document = frame.document();
    const auto field = [&](const std::string& id, const std::string& label,
                           const std::vector<std::string>& now) {
        const Row row(frame, id, label);
        const float width = ImGui::GetContentRegionAvail().x - frame.px(6);
        auto text = text_field(frame, "weights/form/" + id, joined(now), width,
                               frame.words("form.names.hint"));
        ImGui::SameLine(0, 0);  // the row ends the line
        return text;
    };
    if (const auto text =
            field("input_names", frame.words("form.input_names"), document.input_labels))
        frame.proposals.edit(SetNames{separated(*text), document.output_labels});
    if (!frame.cell().has_readout()) return;
    if (const auto text =
            field("output_names", frame.words("form.output_names"), document.output_labels))
        frame.proposals.edit(SetNames{document.input_labels, separated(*text)});
}

}  // namespace

void draw_form(Frame& frame) {
    const Cell& cell = frame.cell();
    for (const Gate& gate : cell.gates)
        if (!gate.opposite)
            choose_activation(frame, gate.name, title_of(frame.words, gate), gate.activation,
                              [&](CellForm& form, Activation activation) {
                                  form.activations[gate.name] = activation;
                              });
    if (cell.squashed != none)
        choose_activation(frame, "squash", frame.words("form.squash"), cell.form.squash,
                          [](CellForm& form, Activation activation) { form.squash = activation; });
    choose_readout(frame);
    const auto propose = [&](auto change) {
        CellForm form = cell.form;
        change(form);
        frame.proposals.edit(SetForm{form});
    };
    {
        Row row(frame, "biases", frame.words("form.biases"));
        const std::array<const char*, 3> sums{"W x + U h₋", "W x + U h₋ + b",
                                              "W x + b + U h₋ + bᵤ"};
        for (int n = 0; n < 3; ++n)
            if (row.offer(std::to_string(n), std::to_string(n), sums[static_cast<std::size_t>(n)],
                          n == cell.form.biases))
                propose([n](CellForm& form) { form.biases = n; });
    }
    if (takes_update_gate(cell)) {
        Row row(frame, "update_gate", frame.words("form.update_gate"));
        const auto offer = [&](const char* name, UpdateGate which, const char* formula) {
            if (row.offer(name, frame.words(std::string("form.") + name), formula,
                          cell.form.update_gate == which))
                propose([which](CellForm& form) { form.update_gate = which; });
        };
        offer("keeps", UpdateGate::keeps, "h = u ⊙ h₋ + (1 − u) ⊙ h̃");
        offer("renews", UpdateGate::renews, "h = (1 − u) ⊙ h₋ + u ⊙ h̃");
    }
    if (takes_peepholes(cell)) {
        Row row(frame, "peepholes", frame.words("form.peepholes"));
        for (const bool on : {false, true})
            if (row.offer(on ? "on" : "off", frame.words(on ? "form.on" : "form.off"),
                          on ? "z = W x + U h₋ + p ⊙ c + b" : "z = W x + U h₋ + b",
                          cell.form.peepholes == on))
                propose([on](CellForm& form) { form.peepholes = on; });
    }
    name_them(frame);
    ImGui::Dummy({0, frame.px(6)});
}

}  // namespace lstm
