/// Frames after an event, and a last look.
#include "platform/frame_pace.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

/// What hovers shows its tip after a while, and a text cursor blinks: seconds to the next look.
constexpr double moment = 0.5;

}  // namespace

void FramePace::wake() {
    frames_due_ = frames_to_settle;
    lingering_ = true;
}

double FramePace::begin_wait(double next_frame_in, bool blinks) {
    settling_ = frames_due_ > 0;
    if (settling_) {
        --frames_due_;
        return 0;
    }
    return lingering_ || blinks ? std::min(next_frame_in, moment) : next_frame_in;
}

void FramePace::end_wait() {
    // Nothing for a moment: one more look, and a tip that appears then needs a frame for its size.
    if (!settling_ && frames_due_ == 0 && std::exchange(lingering_, false)) frames_due_ = 1;
}

}  // namespace lstm
