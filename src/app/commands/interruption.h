/// Being asked to stop: by Ctrl+C, by the system, or by a terminal that closes.
#pragma once

namespace lstm {

/// From now on such a signal is noted, for work that looks at `interruption` between two pieces. If
/// nobody has stopped five seconds later, the program ends at once.
void heed_interruptions();

/// The signal that was noted; 0: none. A program that stops for it ends with status 128 + signal.
[[nodiscard]] int interruption();

}  // namespace lstm
