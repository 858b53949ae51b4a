/// When a window that sleeps where nothing happens is to draw its next frame.
#pragma once

namespace lstm {

/// Counts the frames that are still due after an event, and the last look a moment later.
class FramePace {
public:
    /// Something happened.
    void wake();
    /// Whether no frame is due because of what happened.
    [[nodiscard]] bool resting() const { return frames_due_ == 0; }
    /// Seconds to wait for the next event before the next frame, infinite: for ever. The picture
    /// changes by itself after `next_frame_in`; `blinks`: a text cursor does.
    [[nodiscard]] double begin_wait(double next_frame_in, bool blinks);
    /// That wait is over, or would be.
    void end_wait();

private:
    /// Dear ImGui settles what one frame set off in the next ones.
    static constexpr int frames_to_settle = 3;

    int frames_due_ = frames_to_settle;
    bool lingering_ = true;  ///< the moment after the last event has not passed yet
    bool settling_ = false;  ///< the wait was for one of the frames due
};

}  // namespace lstm
