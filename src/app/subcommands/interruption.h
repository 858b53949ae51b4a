/// Being asked to stop: by Ctrl+C, by the system, or by a terminal that closes.
#pragma once

namespace lstm {

/// From now on such a signal is noted, for work that looks at `interruption` between two pieces. A
/// second one ends the program at once, and so does the first if nobody has stopped so many seconds
/// later; 0: it is waited for. HUP that the program was started to ignore (nohup) it ignores.
void heed_interruptions(unsigned seconds = 5);

/// From now on such a signal ends the program at once, as it did at first.
void stop_heeding_interruptions();

/// The signal that was noted; 0: none. A program that stops for it ends with status 128 + signal.
[[nodiscard]] int interruption();

}  // namespace lstm
