/// Tasks with numbers that a sensor might give.
#include "model/engine/elementary.h"
#include "model/learning/tasks/tasks.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <string>

namespace lstm {
namespace {

using elementary::cos;
using elementary::sin;

constexpr double turn = 2 * std::numbers::pi;

/// A sequence that asks at each step, from step `first` on, for the value of the next.
Sequence next_values(const std::vector<double>& values, std::size_t first) {
    Sequence sequence;
    for (std::size_t k = 0; k + 1 < values.size(); ++k)
        sequence.add(Vector::Constant(1, values[k]),
                     k >= first ? Vector::Constant(1, values[k + 1]) : Vector(), "");
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

constexpr int period = 6;               // steps from beat to beat
constexpr std::size_t pulse_asked = 8;  // from here on: a beat and the time to the next were heard

/// A regular pulse with noise.
struct Pulse {
    std::vector<double> values;  ///< one more than the sequence has steps
    int first;                   ///< index of the first beat
};

Pulse regular_pulse(Random& random, int length) {
    Pulse pulse{{}, random.below(period)};
    for (int t = 0; t <= length; ++t)
        pulse.values.push_back(((t + period - pulse.first) % period == 0 ? 1.0 : 0.0) +
                               0.03 * random.normal());
    return pulse;
}

/// The same with one beat, from the third on, that `change(values, beat)` alters; it returns the
/// index of the first value that is another.
template <class Change>
Sequence irregular_pulse(Random& random, int length, const char* label, const Change& change) {
    Pulse pulse = regular_pulse(random, length);
    const int later = (length - 1 - pulse.first) / period - 1;  // beats from the third on
    if (later < 1) return next_values(pulse.values, pulse_asked);
    const auto at = static_cast<std::size_t>(
        change(pulse.values, pulse.first + period * (2 + random.below(later))));
    Sequence sequence = next_values(pulse.values, pulse_asked);
    sequence.labels[at] = label;
    sequence.anomaly = at - 1;  // its target is the value of the step after it
    return sequence;
}

}  // namespace

Sequence draw_vowels(Random& random, int length) {
    struct Vowel {
        double f1, f2;  ///< kHz, of a man's voice (Peterson & Barney 1952, rounded)
        const char* label;
    };
    constexpr std::array<Vowel, 2> vowels{{{0.73, 1.09, "/a/"}, {0.27, 2.29, "/i/"}}};
    const int spoken = random.below(2);
    const Vowel& vowel = vowels[static_cast<std::size_t>(spoken)];
    const double voice = 1 + 0.2 * random.unit();  // women's and children's formants are higher
    const int begin = 1 + random.below(std::max(1, length / 2));
    const int end = std::min(length - 2, begin + 3 + random.below(4));
    Sequence sequence;
    for (int t = 0; t < length; ++t) {
        const bool loud = t >= begin && t < end;
        const auto noisy = [&](double value, double noise) {
            return value + noise * random.normal();
        };
        Vector x(3);
        x << (loud ? noisy(vowel.f1 * voice, 0.06) : noisy(0.5, 0.15)),
            (loud ? noisy(vowel.f2 * voice, 0.15) : noisy(1.5, 0.4)),
            (loud ? noisy(1, 0.1) : noisy(0, 0.05));
        sequence.add(x, t + 1 == length ? class_target(spoken) : Vector(),
                     loud ? vowel.label : "…");
    }
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

Sequence draw_activity(Random& random, int length) {
    constexpr std::array<const char*, 3> labels{"sitting", "walking", "jumping"};
    const int activity = random.below(3);
    const double phase = turn * random.unit();
    const double pace = 0.11 + 0.04 * random.unit();  // steps of one leg a frame
    const double strength = 0.8 + 0.4 * random.unit();
    Sequence sequence;
    for (int t = 0; t < length; ++t) {
        const double swing = turn * pace * t + phase;
        // Forward, sideways, up; in g, without the 1 g that always points down.
        Vector x = Vector::Zero(3);
        if (activity == 1) x << 0.3 * sin(2 * swing), 0.2 * sin(swing), 0.4 * cos(2 * swing);
        if (activity == 2) {
            const double flight = sin(1.5 * swing);
            x << 0.1 * sin(swing), 0, flight > 0.6 ? 1.4 : -0.6;
        }
        x *= strength;
        for (double& value : x) value += 0.12 * random.normal();
        sequence.add(x, t + 1 == length ? class_target(activity) : Vector(),
                     labels[static_cast<std::size_t>(activity)]);
    }
    sequence.key = sequence.targets.size() - 1;
    return sequence;
}

Sequence draw_seasons(Random& random, int length) {
    const double phase = turn * random.unit();
    const double height = 0.5 + 0.3 * random.unit();
    const double slope = 0.4 * random.signed_unit() / length;
    std::vector<double> values;
    for (int t = 0; t <= length; ++t)
        values.push_back(height * sin(turn * t / 12 + phase) + slope * t + 0.03 * random.normal());
    return next_values(values, 6);
}

Sequence draw_pulse(Random& random, int length) {
    return next_values(regular_pulse(random, length).values, pulse_asked);
}

Sequence draw_early_pulse(Random& random, int length) {
    return irregular_pulse(random, length, "early", [&](std::vector<double>& values, int beat) {
        const int early = beat - 1 - random.below(3);
        std::swap(values[static_cast<std::size_t>(early)], values[static_cast<std::size_t>(beat)]);
        return early;
    });
}

Sequence draw_missing_pulse(Random& random, int length) {
    return irregular_pulse(random, length, "missing", [](std::vector<double>& values, int beat) {
        values[static_cast<std::size_t>(beat)] -= 1;
        return beat;
    });
}

Sequence draw_weak_pulse(Random& random, int length) {
    return irregular_pulse(random, length, "weak", [&](std::vector<double>& values, int beat) {
        values[static_cast<std::size_t>(beat)] -= 0.05 + 0.35 * random.unit();
        return beat;
    });
}

}  // namespace lstm
