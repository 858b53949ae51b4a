/// How far training is, on standard error.
#pragma once

#include <chrono>
#include <string>

namespace lstm {

/// A bar on a terminal, drawn anew some times a second, with the time that is left; elsewhere a
/// line for each tenth.
class Progress {
public:
    enum class Voice { quiet, lines, bar };

    /// `steps`: how many there will be.
    Progress(int steps, Voice voice);
    /// The voice for standard error as it is.
    [[nodiscard]] static Voice voice(bool quiet);

    /// So many are done, the last with this loss.
    void show(int done, double loss);
    /// Goes on to the next line.
    void end();

private:
    using Clock = std::chrono::steady_clock;

    void draw_bar(int done, double loss);
    void print_line(int done, double loss);

    int steps_;
    Voice voice_;
    int tenth_ = 0;         ///< the last that a line told of
    bool unended_ = false;  ///< the bar stands on the current line
    Clock::time_point start_ = Clock::now();
    Clock::time_point drawn_{};
};

/// "45 s", "12 min", "3.4 h": to about two digits.
[[nodiscard]] std::string rough_time(double seconds);

}  // namespace lstm
