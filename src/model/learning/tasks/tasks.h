/// One function a task: draws a sequence.
#pragma once

#include "model/learning/tasks/task.h"

namespace lstm {

/// `symbol` of `count` as a vector: 1 there, 0 elsewhere.
[[nodiscard]] Vector one_hot(int symbol, int count);
/// A class as a target.
[[nodiscard]] Vector class_target(int index);

/// Language: "((a(a)))." Behind the first closing bracket every character is determined by how many
/// are open.
[[nodiscard]] Sequence draw_brackets(Random& random, int length);
/// Language: the embedded Reber grammar (Hochreiter & Schmidhuber 1997, experiment 1). The symbol
/// before the last repeats the second.
[[nodiscard]] Sequence draw_reber(Random& random, int length);

/// Speech: frames of two formants and loudness, of a speaker who says /a/ or /i/ between silences.
[[nodiscard]] Sequence draw_vowels(Random& random, int length);
/// Activity recognition: three axes of an accelerometer on somebody who sits, walks or jumps.
[[nodiscard]] Sequence draw_activity(Random& random, int length);
/// Forecasting: a season of twelve steps on a slope; what comes next?
[[nodiscard]] Sequence draw_seasons(Random& random, int length);
/// Anomaly detection: a regular pulse; what comes next? Trained without anomalies, the network is
/// surprised by them.
[[nodiscard]] Sequence draw_pulse(Random& random, int length);
/// The same where one beat comes one to three steps early.
[[nodiscard]] Sequence draw_early_pulse(Random& random, int length);
/// The same where one beat does not come.
[[nodiscard]] Sequence draw_missing_pulse(Random& random, int length);
/// The same where one beat is weaker, by 5 to 40 %.
[[nodiscard]] Sequence draw_weak_pulse(Random& random, int length);

/// Recommendation: what somebody who came for a camera, or for a tent, looks at last.
[[nodiscard]] Sequence draw_browsing(Random& random, int length);

/// Long time lag: remember the first symbol until the end.
[[nodiscard]] Sequence draw_lag(Random& random, int length);
/// The adding problem (Hochreiter & Schmidhuber 1997, experiment 4): the sum of the two numbers
/// that are marked.
[[nodiscard]] Sequence draw_adding(Random& random, int length);

}  // namespace lstm
