/// What the read-out says: a bar for each class, and whether that is right.
#include "ui/diagram/painter.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/words/narration.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace lstm {
namespace {

/// The class that is meant at the selected step, where the loss is about classes.
std::optional<int> right_class(const Frame& frame) {
    const Document& document = frame.document();
    if (document.loss != LossKind::cross_entropy || frame.view.cursor.t < 1) return {};
    const Vector& target = document.step(frame.view.cursor.t).target;
    if (target.size() == 0) return {};
    return static_cast<int>(target[0]);
}

/// As many elements of `p` as there are rows, in their order: the largest, and the right one.
std::vector<int> elements_shown(const VectorView& p, int rows, std::optional<int> right) {
    std::vector<int> order(static_cast<std::size_t>(p.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return p[a] > p[b]; });
    const auto end = order.begin() + rows;
    if (right && std::find(order.begin(), end, *right) == end) *(end - 1) = *right;
    order.resize(static_cast<std::size_t>(rows));
    std::sort(order.begin(), order.end());
    return order;
}

}  // namespace

/// The elements of p that matter most, one below the other: name, bar, number.
void CellPainter::prediction(const Box& box) {
    const QuantityId p = cell_.readout.p;
    const int rows = places_.rows(p);
    const float row = frame_.px(16);
    list_.AddRectFilled(box.min(), box.max(), packed(frame_.theme->sunken), frame_.px(6));
    list_.AddRect(box.min(), box.max(), packed(frame_.theme->rule), frame_.px(6));
    const bool known = pen_.value({p, 0}).has_value();
    const std::optional<int> right = right_class(frame_);
    std::vector<int> shown(static_cast<std::size_t>(rows));
    std::iota(shown.begin(), shown.end(), 0);
    if (known) shown = elements_shown(frame_.trace().vector(p, frame_.view.cursor.t), rows, right);
    float top = box.min().y + frame_.px(3);
    for (const int element : shown) {
        prediction_row(element, {box.min().x, top}, {box.max().x, top + row});
        top += row;
    }
    if (!known || !right) return;
    const bool is_right = largest_of(frame_.trace().vector(p, frame_.view.cursor.t)) == right;
    const std::string verdict =
        is_right
            ? frame_.words("diagram.right")
            : frame_.words("diagram.wrong", {{"class", short_name(frame_.document(), p, *right)}});
    const ImVec2 size = text_size(frame_.theme.fonts.small, verdict);
    const ImVec2 at{box.max().x - frame_.px(2), box.min().y - size.y / 2 - frame_.px(2)};
    draw_text(list_, frame_.theme.fonts.small, at,
              is_right ? frame_.theme->good : frame_.theme->bad, verdict, Align::right);
    frame_.regions.add(frame_.prefix + "diagram/verdict", {at.x - size.x, at.y - size.y / 2},
                       {at.x, at.y + size.y / 2}, verdict);
}

void CellPainter::prediction_row(int element, ImVec2 min, ImVec2 max) {
    const QuantityId p = cell_.readout.p;
    const Fonts& fonts = frame_.theme.fonts;
    const float y = (min.y + max.y) / 2;
    const std::string number = pen_.shown({p, element});
    const float left = min.x + frame_.px(8), right = max.x - frame_.px(7);
    const float bar_end =
        right - std::max(text_size(fonts.text, number).x, frame_.px(38)) - frame_.px(6);
    const float name_end = left + std::min((bar_end - left) * 0.55F, frame_.px(60));
    const bool meant = right_class(frame_) == element;
    draw_text(list_, fonts.small, {left, y}, meant ? frame_.theme->accent : frame_.theme->ink,
              elided(fonts.small, short_name(frame_.document(), p, element), name_end - left));
    const ImVec2 bar_min{name_end + frame_.px(4), y - frame_.px(3)},
        bar_max{bar_end, y + frame_.px(3)};
    if (bar_max.x - bar_min.x > frame_.px(14)) {
        if (cell_.is_share(p))
            gate_bar(frame_, bar_min, bar_max, frame_.theme->hidden_state,
                     pen_.value({p, element}));
        else
            signed_bar(frame_, bar_min, bar_max, pen_.value({p, element}), pen_.scale(p));
    }
    if (meant)  // the row that the target names
        list_.AddRectFilled({min.x + frame_.px(2), min.y + frame_.px(2)},
                            {min.x + frame_.px(5), max.y - frame_.px(2)},
                            packed(frame_.theme->accent), frame_.px(1));
    draw_text(list_, fonts.text, {right, y}, frame_.theme->ink, number, Align::right);
    pen_.touch({min.x + frame_.px(2), min.y}, {max.x - frame_.px(2), max.y}, {p, element});
}

}  // namespace lstm
