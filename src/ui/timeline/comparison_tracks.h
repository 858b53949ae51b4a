/// The time axis of two runs: which track is whose.
#pragma once

#include "ui/comparison/comparison.h"
#include "ui/timeline/tracks.h"

#include <string>
#include <vector>

namespace lstm {

/// The tracks of both runs.
struct ComparisonTracks {
    std::vector<Track> own, other;
};

/// The tracks of `both` in `area`, one below the other: what goes by the same name stands together
/// and has one scale; the inputs, which are the same, stand once. Where that is too much for the
/// height, ideas and then gates are left out.
[[nodiscard]] ComparisonTracks lay_out_both(ComparisonFrames& both, const PanelArea& area);

/// The width of the column to the left of the tracks that says whose they are, in pixels.
/// `frame.comparison` exists.
[[nodiscard]] float whose_width(const Frame& frame);
/// Draws the tracks of one of two runs, and writes whose they are from `left` on.
void draw_tracks_of(Frame& frame, const std::vector<Track>& tracks, const TimeAxis& axis,
                    float left);
/// What the run of `other` has where `track` of `frame`'s run shows an element: ", plain RNN 0.12";
/// empty where it has no such number.
[[nodiscard]] std::string said_by_other(const Frame& frame, const Frame& other, const Track& track,
                                        Element element, int t);

}  // namespace lstm
