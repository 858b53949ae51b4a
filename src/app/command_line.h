/// What the user asked for on the command line.
#pragma once

#include "app/render.h"
#include "app/window.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lstm {

/// `--help`, `--version`: a text to print.
struct TextOptions {
    std::string text;
};

/// `lstm-notebook list`
struct ListOptions {};

/// `--t A[:B]`
struct StepRange {
    std::optional<int> first;  ///< absent: the first step
    std::optional<int> last;   ///< absent: the last step
};

/// `lstm-notebook trace FILE …`
struct TraceOptions {
    std::string file;
    std::string format = "table";  ///< "table", "csv" or "json"
    StepRange steps;
    std::optional<int> digits;
    bool backward = false;  ///< gradients too
};

/// `lstm-notebook export FILE --as KIND …`
struct ExportOptions {
    std::string file;
    std::string kind;  ///< the name of one of `export_kinds`
    StepRange steps;
    std::string out;  ///< empty: standard output
    // Of pictures and films.
    std::optional<std::pair<int, int>> size;  ///< pixels; absent: what the kind needs
    std::string theme = "light";
    double scale = 1;  ///< 0.5 to 3
    bool all_units = false;
    bool backward = false;         ///< gradients too; of pictures and films: on the way back
    std::optional<bool> by_phase;  ///< a film's; absent: for few steps
};

/// `lstm-notebook train FILE --steps N --out FILE …`
struct TrainOptions {
    std::string file;
    int steps = 0;
    std::string out;
    std::optional<int> seed;  ///< begin anew, with random weights of this seed
};

/// `lstm-notebook score FILE …`
struct ScoreOptions {
    std::string file;
    std::optional<int> seed;  ///< of the lessons; absent: one more than that of the lessons learned
    int lessons = 1000;
};

/// `lstm-notebook check FILE...`
struct CheckOptions {
    std::vector<std::string> files;
};

using Command = std::variant<WindowOptions, ListOptions, TraceOptions, ExportOptions, CheckOptions,
                             RenderOptions, TrainOptions, ScoreOptions, TextOptions>;

/// The command line makes no sense; what() is one line.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws UsageError.
[[nodiscard]] Command parse_command_line(int count, const char* const* arguments);

}  // namespace lstm
