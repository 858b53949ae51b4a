/// The parts of a cell's drawing, and where they stand.
#pragma once

#include "ui/diagram/pen.h"
#include "ui/panels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// The drawing's own coordinates: 820 wide and 230 high, stretched to the space there is. The
/// columns at both ends, where pills stand, keep the width that a number needs.
class Canvas {
public:
    Canvas(const Frame& frame, PanelArea area)
        : area_(area),
          size_(std::clamp(std::min(area.width() / frame.px(820), area.height() / frame.px(230)),
                           0.4F, 1.7F)),
          end_(std::max(end_u / 820 * area.width(), frame.px(126))) {}

    [[nodiscard]] ImVec2 at(float u, float v) const {
        const float y = area_.min.y + v / 230 * area_.height();
        if (u <= end_u) return {area_.min.x + u / end_u * end_, y};
        if (u >= 820 - end_u) return {area_.max.x - (820 - u) / end_u * end_, y};
        return {area_.min.x + end_ + (u - end_u) / (820 - 2 * end_u) * (area_.width() - 2 * end_),
                y};
    }
    /// How much larger than at its smallest everything may be drawn.
    [[nodiscard]] float size() const { return size_; }

private:
    static constexpr float end_u = 132;

    PanelArea area_;
    float size_;
    float end_;  ///< width of the end columns, in pixels
};

/// Draws nodes and wires of the unit that is chosen: an LSTM with the parts that it has, a GRU or a
/// plain RNN.
class CellDrawing {
public:
    CellDrawing(Frame& frame, Canvas canvas)
        : frame_(frame),
          canvas_(canvas),
          pen_(frame, frame.view.cursor.unit, canvas.size()),
          list_(*ImGui::GetWindowDrawList()),
          cell_(frame.cell()),
          clerks_(clerks_of(frame.cell())) {}

    void draw();

private:
    struct Clerk {
        const char* gate;
        float u;
        const char* title;
        const char* function;
    };

    static constexpr float notebook_v = 34;
    static constexpr float clerks_v = 148;
    static constexpr float bus_v = 215;
    static constexpr float written_v = 88;
    static constexpr float forget_u = 222, input_u = 364, candidate_u = 498, output_u = 650;
    static constexpr float update_u = 430;  ///< ⊕
    /// Of a GRU.
    static constexpr float keep_u = 222, reset_u = 364, mix_u = 445, idea_u = 530, rest_u = 300;

    /// Those that the cell has.
    [[nodiscard]] static std::vector<Clerk> clerks_of(const Cell& cell);
    [[nodiscard]] bool has(const char* name) const { return cell_.find(name) != none; }

    [[nodiscard]] ImVec2 at(float u, float v) const { return canvas_.at(u, v); }
    [[nodiscard]] float len(float length) const { return pen_.len(length); }
    /// Half the size of the pills of c and h: they hold "c₋ −0.570" at any size.
    [[nodiscard]] ImVec2 state_half() const {
        return {std::max(len(54), frame_.px(57)), std::max(len(17), frame_.px(15))};
    }
    [[nodiscard]] ImFont* largest_that_fits(const std::string& text, float width) const {
        const Fonts& fonts = frame_.theme.fonts;
        if (text_size(fonts.large, text).x <= width) return fonts.large;
        return text_size(fonts.text, text).x <= width ? fonts.text : fonts.small;
    }
    void draw_lstm();
    void draw_gru();
    void draw_rnn();
    void gru_wires();
    void readout(ImVec2 from);
    void wires();
    void notebook_wires();
    void output_wires();
    void couple();
    void peepholes();
    void rail(ImVec2 h_prev, ImVec2 x);
    void draw_clerks();
    void clerk(const Clerk& clerk);
    void state(ImVec2 centre, const char* name, const std::string& symbol);
    void squash(ImVec2 centre, const char* name);
    [[nodiscard]] int shown_inputs(const char* name) const;
    [[nodiscard]] float inputs_height(const char* name) const;
    void inputs(ImVec2 centre, const char* name, const std::string& symbol,
                std::optional<float> half_width = {});
    void shares(ImVec2 at, const char* name, float room);
    [[nodiscard]] float readout_half() const;
    [[nodiscard]] float room_for_comparison(const Clerk& clerk) const;
    void bias_field(const Gate& gate, ImVec2 foot, float bottom, float room);
    void wire_label(ImVec2 where, const char* name, const std::string& symbol, Align align);

    // Where the parts stand.
    [[nodiscard]] ImVec2 clerk_half() const {
        const float room = (at(candidate_u, 0).x - at(input_u, 0).x) / 2 - frame_.px(4);
        return {std::min(std::max(len(58), frame_.px(48)), room), len(28)};
    }
    /// The middle of a clerk's upper edge.
    [[nodiscard]] ImVec2 head(float u) const {
        return {at(u, clerks_v).x, at(u, clerks_v).y - clerk_half().y};
    }
    [[nodiscard]] float radius() const { return len(12) + frame_.px(1); }
    [[nodiscard]] ImVec2 forgetting() const { return at(forget_u, notebook_v); }
    [[nodiscard]] ImVec2 adding() const { return at(update_u, notebook_v); }
    [[nodiscard]] ImVec2 writing() const { return at(update_u, written_v); }
    [[nodiscard]] ImVec2 squashing() const { return at(output_u, 66); }
    [[nodiscard]] ImVec2 speaking() const { return at(output_u, 100); }
    [[nodiscard]] ImVec2 c_prev() const { return at(66, notebook_v); }
    [[nodiscard]] ImVec2 c() const { return at(754, notebook_v); }
    [[nodiscard]] ImVec2 h() const { return at(754, 100); }
    /// x stands at the bottom, h₋ above it, however many numbers each has.
    [[nodiscard]] ImVec2 x() const { return {at(66, 0).x, at(0, 228).y - inputs_height("x") / 2}; }
    [[nodiscard]] ImVec2 h_prev() const {
        const float above_x =
            x().y - inputs_height("x") / 2 - frame_.px(4) - inputs_height("h_prev") / 2;
        const float level = at(0, cell_.gates.size() == 1 ? 50 : 158).y;  // a plain RNN's is apart
        return {x().x, std::min(level, above_x)};
    }

    Frame& frame_;
    Canvas canvas_;
    DiagramPen pen_;
    ImDrawList& list_;
    const Cell& cell_;
    std::vector<Clerk> clerks_;
};

}  // namespace lstm
