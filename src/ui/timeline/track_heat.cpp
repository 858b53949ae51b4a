/// Tracks of heat maps: the size of many units' numbers through time.
#include "ui/comparison/pinned_run.h"
#include "ui/timeline/tracks.h"
#include "ui/widgets/value_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// More steps than this share columns.
constexpr int most_columns = 2048;
/// Timesteps that are summed up ahead, so that a long run is not walked again for every stretch of
/// it.
constexpr int block = 16;

/// What shaders take: a finite value stays finite.
float as_float(double value) {
    constexpr double most = std::numeric_limits<float>::max();
    return static_cast<float>(std::isfinite(value) ? std::clamp(value, -most, most) : value);
}

Rgba rgba(const ImVec4& colour) {
    return {colour.x, colour.y, colour.z, colour.w};
}

/// The one of larger size; NaN wins.
float larger(float a, float b) {
    return std::isnan(a) || std::abs(a) >= std::abs(b) ? a : b;
}

/// The numbers of a track, where they are.
class Source {
public:
    Source(const Frame& frame, const Track& track)
        : frame_(frame), track_(track), rows_(frame.trace().plan().size(track.heat)) {
        if (!track.difference) return;
        pinned_ = &frame.view.comparison.pinned->results->trace();
        there_ = in_pinned_run(frame.view, {track.heat, 0});
        if (there_) pinned_rows_ = pinned_->plan().size(there_->quantity);
    }

    [[nodiscard]] int rows() const { return rows_; }
    [[nodiscard]] int first() const { return frame_.cell().is_state(track_.heat) ? 0 : 1; }
    [[nodiscard]] int last() const { return frame_.document().steps(); }
    /// What the numbers depend on.
    [[nodiscard]] Memo::Version version() const {
        return {frame_.session.revision(),
                pinned_ == nullptr ? 0 : frame_.view.comparison.pinned->revision};
    }

    /// Puts into `cells`, a number a row, those of timestep `t` that are larger.
    void gather(int t, float* cells) const {
        const VectorView vector = track_.gradient
                                      ? frame_.session.gradients().vector(track_.heat, t)
                                      : frame_.trace().vector(track_.heat, t);
        for (int row = 0; row < rows_; ++row) {
            double value = vector[row];
            if (pinned_ != nullptr)  // what the pinned run does not have differs by nothing
                value -= row < pinned_rows_ && t <= pinned_->steps()
                             ? pinned_->value(there_->quantity, row, t)
                             : value;
            cells[row] = larger(cells[row], as_float(value));
        }
    }

private:
    const Frame& frame_;
    const Track& track_;
    int rows_;
    const Trace* pinned_ = nullptr;
    std::optional<Element> there_;
    int pinned_rows_ = 0;
};

/// Block by block, a number a row.
std::vector<float> blocks_of(const Source& source) {
    const int count = source.last() / block + 1;
    std::vector<float> blocks(static_cast<std::size_t>(count) * source.rows());
    for (int t = source.first(); t <= source.last(); ++t)
        source.gather(t, blocks.data() + static_cast<std::size_t>(t / block) * source.rows());
    return blocks;
}

/// The values of a heat map, row by row; several steps in one column show the one of largest size.
struct Cells {
    std::vector<float> values;
    int rows;
    int columns;
    int a_column;  ///< timesteps
    int start;     ///< timestep at which the first column begins
};

Cells cells_of(const Source& source, StepRange span, const std::vector<float>* blocks,
               int a_column) {
    // Long columns begin at multiples of their length: a picture that is moved does not flicker.
    const int start = blocks == nullptr ? span.first : span.first / a_column * a_column;
    const int steps = std::max(span.last - start + 1, 0);
    Cells cells{{}, source.rows(), (steps + a_column - 1) / a_column, a_column, start};
    cells.values.resize(static_cast<std::size_t>(cells.rows) * cells.columns);
    std::vector<float> column(static_cast<std::size_t>(cells.rows));
    for (int n = 0; n < cells.columns; ++n) {
        std::fill(column.begin(), column.end(), 0.0F);
        const int end = std::min(start + (n + 1) * a_column, span.last + 1);
        for (int t = std::max(start + n * a_column, span.first); t < end;) {
            if (blocks == nullptr || t % block != 0 || t + block > end) {
                source.gather(t++, column.data());
                continue;
            }
            const float* const whole =
                blocks->data() + static_cast<std::size_t>(t / block) * cells.rows;
            for (int row = 0; row < cells.rows; ++row)
                column[row] = larger(column[row], whole[row]);
            t += block;
        }
        for (int row = 0; row < cells.rows; ++row)
            cells.values[static_cast<std::size_t>(row) * cells.columns + n] = column[row];
    }
    return cells;
}

/// Those of `span`, kept until the document or the span is another.
const Cells& kept_cells(const Frame& frame, const Track& track, StepRange span) {
    const Source source(frame, track);
    const std::string name = frame.prefix + "heat/" + track.name;
    int a_column = std::max(1, (span.last - span.first + 1) / most_columns);
    const std::vector<float>* blocks = nullptr;
    if (a_column >= block) {
        a_column -= a_column % block;
        blocks =
            &frame.memo.at(name + "/blocks", source.version(), [&] { return blocks_of(source); });
    }
    Memo::Version version = source.version();
    version[2] = (static_cast<std::uint64_t>(span.first) << 32U) +
                 static_cast<std::uint64_t>(std::max(span.last, 0));
    return frame.memo.at(name, version, [&] { return cells_of(source, span, blocks, a_column); });
}

/// Names the values: another name wherever they may be others.
std::uint64_t revision_of(const Frame& frame, const Track& track, StepRange span) {
    std::uint64_t revision = frame.session.revision() * 1'000'003ULL +
                             static_cast<std::uint64_t>(span.first) * 8191ULL +
                             static_cast<std::uint64_t>(span.last);
    if (track.gradient) revision += 7919;
    if (track.difference) revision += frame.view.comparison.pinned->revision * 15'485'863ULL;
    return revision;
}

}  // namespace

void draw_heat(Frame& frame, const Track& track, const TimeAxis& axis) {
    const StepRange span = track.gradient ? known_gradients(frame, track.heat, axis)
                                          : visible_steps(frame, track.heat, axis);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(track.area.min, track.area.max, packed(frame.theme->sunken));
    if (span.last < span.first) return;
    const Cells& cells = kept_cells(frame, track, span);
    const ImVec2 min{axis.x_at(cells.start - 0.5), track.area.min.y};
    const ImVec2 max{axis.x_at(cells.start + cells.columns * cells.a_column - 0.5),
                     track.area.max.y};
    const bool share = frame.cell().is_share(track.heat) && !track.difference && !track.gradient;
    HeatMap map{};
    map.key = ImGui::GetID(track.name.c_str());
    map.values = cells.values.data();
    map.rows = cells.rows;
    map.columns = cells.columns;
    map.limit = as_float(track.most);
    map.negative = rgba(frame.theme->negative);
    map.zero = rgba(frame.theme->paper);
    map.positive =
        rgba(share ? frame.theme.quantity(frame.cell(), track.heat) : frame.theme->positive);
    map.not_finite = rgba(frame.theme->bad);
    map.revision = revision_of(frame, track, span);
    const std::uintptr_t texture =
        frame.heat_maps.paint(map, static_cast<int>(std::ceil(max.x - min.x)),
                              static_cast<int>(std::ceil(max.y - min.y)));
    // What lies beyond the last step that is known is only the end of its column.
    list.PushClipRect(track.area.min,
                      {std::min(track.area.max.x, axis.x_at(span.last + 0.5)), track.area.max.y},
                      true);
    list.AddImage(reinterpret_cast<ImTextureID>(texture), min, max);
    list.PopClipRect();
    list.PushClipRect(track.area.min, track.area.max, true);
    const float row = (max.y - min.y) / static_cast<float>(cells.rows);
    const float top = min.y + row * static_cast<float>(frame.view.cursor.unit);
    if (frame.cell().quantities[track.heat].extent == Extent::hidden && row >= 2)
        list.AddRect({track.area.min.x, top}, {track.area.max.x, top + row},
                     packed(faded(frame.theme->accent, 0.8F)));
    list.PopClipRect();
}

}  // namespace lstm
