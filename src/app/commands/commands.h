/// The commands that need no window. Each returns the program's exit status.
#pragma once

#include "app/command_line.h"

namespace lstm {

/// Prints the examples: name, sizes, title.
int list(const ListOptions& options);

/// Prints a trace. Throws FileError, FormatError or UsageError.
int trace(const TraceOptions& options);

/// Writes a run to standard output or a file. Throws FileError, FormatError or UsageError.
int export_run(const ExportOptions& options);

/// Trains a network and saves it; progress and what came of it on stderr. Throws FileError,
/// FormatError or UsageError. 1 where a number stopped being one: the last good weights are saved.
int train(const TrainOptions& options);

/// Prints how well a network does on lessons of its task that it was not trained on. Throws
/// FileError, FormatError or UsageError. 1 where what comes out is no finite number.
int score(const ScoreOptions& options);

/// Prints a report on each file. An unreadable one is told on stderr, and the others are still
/// checked.
int check(const CheckOptions& options);

}  // namespace lstm
