/// Drawing the bar, and estimating what is left from what is done.
#include "app/command_line/subcommands/progress.h"

#include "platform/standard_streams.h"

#include <fmt/format.h>

#include <cmath>
#include <iostream>

namespace lstm {

std::string rough_time(double seconds) {
    constexpr double minute = 60, hour = 3600, day = 86400;
    if (seconds < 2 * minute) return fmt::format("{:.0f} s", std::ceil(seconds));
    if (seconds < 2 * hour) return fmt::format("{:.0f} min", seconds / minute);
    if (seconds < 2 * day) return fmt::format("{:.1f} h", seconds / hour);
    return fmt::format("{:.1f} days", seconds / day);
}

Progress::Progress(int steps, Voice voice) : steps_(steps), voice_(voice) {}

Progress::Voice Progress::voice(bool quiet) {
    if (quiet) return Voice::quiet;
    return errors_are_terminal() ? Voice::bar : Voice::lines;
}

void Progress::show(int done, double loss) {
    if (voice_ == Voice::bar) draw_bar(done, loss);
    if (voice_ == Voice::lines) print_line(done, loss);
}

void Progress::draw_bar(int done, double loss) {
    constexpr auto between = std::chrono::milliseconds(200);
    constexpr int width = 30;
    const Clock::time_point now = Clock::now();
    if (now - drawn_ < between && done < steps_) return;
    drawn_ = now;
    const double share = static_cast<double>(done) / steps_;
    const int full = static_cast<int>(share * width);
    const double passed = std::chrono::duration<double>(now - start_).count();
    // What stood there before may have been longer: \33[K clears the rest of the line.
    std::cerr << fmt::format("\r[{}{}] {}/{}  loss {:.6g}  {} left\33[K", std::string(full, '#'),
                             std::string(width - full, '.'), done, steps_, loss,
                             rough_time(passed * (1 - share) / share));
    unended_ = true;
}

void Progress::print_line(int done, double loss) {
    const int tenth = static_cast<int>(10LL * done / steps_);
    if (tenth == tenth_) return;
    tenth_ = tenth;
    std::cerr << fmt::format("step {} of {}: loss {:.6g}\n", done, steps_, loss);
}

void Progress::end() {
    if (unended_) std::cerr << '\n';
    unended_ = false;
}

}  // namespace lstm
