/// The tracks of the timeline: what each shows, and how it is drawn.
#pragma once

#include "ui/panels.h"
#include "ui/timeline/envelope.h"

#include <string>
#include <vector>

namespace lstm {

/// The shared time axis: timestep t is the column from t − ½ to t + ½.
struct TimeAxis {
    double first;  ///< timestep at the left edge
    double last;   ///< timestep at the right edge
    float left;
    float right;

    [[nodiscard]] float x_at(double t) const {
        return left + static_cast<float>((t - first) / (last - first)) * (right - left);
    }
    [[nodiscard]] double t_at(float x) const {
        return first + (last - first) * static_cast<double>((x - left) / (right - left));
    }
    [[nodiscard]] float column_width() const {
        return (right - left) / static_cast<float>(last - first);
    }
};

/// The axis for plots in `area`, after the view's range.
[[nodiscard]] TimeAxis time_axis(const Frame& frame, const PanelArea& area);

/// One track: curves of a few elements, or one quantity as a heat map.
struct Track {
    std::string name;             ///< its region is "timeline/NAME"
    std::vector<Element> curves;  ///< of a track of curves
    QuantityId heat = none;       ///< of a heat map
    double least = -1, most = 1;  ///< range of the values' axis
    bool difference = false;      ///< of a heat map: how far it is from the pinned run
    bool gradient = false;        ///< dL by what it shows, which is computed from the last step on
    bool loss = false;            ///< one curve without an element: the loss of each step
    std::optional<ParameterPlace> weight{};  ///< likewise: what each step adds to its gradient
    float parts = 1;  ///< of the height that all tracks have, how many are its own
    PanelArea area{};

    /// What the mouse at height `y` reads: all curves, or the row of the heat map.
    [[nodiscard]] std::vector<Element> elements_at(const Frame& frame, float y) const;
};

/// Whether the time axis shows gradients instead of values: on their page and on the way back,
/// where there is a loss.
[[nodiscard]] bool shows_gradients(const Frame& frame);
/// The weight that is chosen; the first of all where there is none.
[[nodiscard]] ParameterPlace weight_in_question(const Frame& frame);
/// Their tracks, without areas: the loss, dL by the states, δ of each gate of the chosen unit, and
/// what each step adds to the gradient of the chosen weight.
[[nodiscard]] std::vector<Track> gradient_tracks(const Frame& frame);
/// The timesteps on show of those for which dL by `quantity` exists and is known.
[[nodiscard]] StepRange known_gradients(const Frame& frame, QuantityId quantity,
                                        const TimeAxis& axis);

/// The first timestep whose dL by `quantity` is known; all behind it are.
[[nodiscard]] int first_known_gradient(const Frame& frame, QuantityId quantity);

/// As many units as are curves; more are a heat map.
inline constexpr int most_curves = 8;
/// Each of them, for a track of curves.
[[nodiscard]] std::vector<Element> all_elements(const Frame& frame, QuantityId quantity);
/// A round number at or above `value`: 1, 2, 5, 10, …
[[nodiscard]] double round_up(double value);

/// The tracks that suit the sizes, one below the other in `area`: curves where there are few units,
/// heat maps where there are many.
[[nodiscard]] std::vector<Track> lay_out_tracks(const Frame& frame, const PanelArea& area);

void draw_track(Frame& frame, const Track& track, const TimeAxis& axis);
/// The curves of a track that has some, over those of the pinned run.
void draw_curves(Frame& frame, const Track& track, const TimeAxis& axis);
/// A track's heat map.
void draw_heat(Frame& frame, const Track& track, const TimeAxis& axis);
/// The names of a heat map's rows, left of it, where the document has some and there is room.
void draw_row_names(Frame& frame, const Track& track);
/// What the track of the prediction should show at each step: the target, dashed, or a frame around
/// the right class.
void draw_targets(Frame& frame, const Track& track, const TimeAxis& axis);

/// The timesteps on show of those for which `quantity` exists and is known.
[[nodiscard]] StepRange visible_steps(const Frame& frame, QuantityId quantity,
                                      const TimeAxis& axis);

/// What `track` shows of an element at timestep `t`; nothing where it is not known or not there.
[[nodiscard]] std::optional<double> track_value(const Frame& frame, const Track& track,
                                                Element element, int t);
/// The value of an element at timestep `t`, nothing where it is not known yet or does not exist.
[[nodiscard]] std::optional<double> track_value(const Frame& frame, Element element, int t);

}  // namespace lstm
