/// An export of the window: written piece by piece between its frames.
#pragma once

#include "app/export_kinds.h"
#include "app/export_task.h"
#include "ui/state/jobs.h"

#include <filesystem>
#include <memory>
#include <string>

namespace lstm {

/// One export at a time.
class ExportJob {
public:
    /// Begins to write `what` as `kind`. Where its file is there and may not be replaced, asks in
    /// the status; what goes wrong is told there.
    void start(const ExportKind& kind, ExportWork what, bool replace);
    /// Does some pieces, for some hundredths of a second.
    void advance();
    /// Nothing is written; `told` says why.
    void stop(const std::string& told, bool failed);
    /// The user has thought of something else: nothing is told any more.
    void forget_answer();

    [[nodiscard]] bool running() const { return task_ != nullptr; }
    [[nodiscard]] const ExportStatus& status() const { return status_; }

private:
    std::unique_ptr<ExportTask> task_;  ///< while one goes on
    std::filesystem::path out_;
    ExportStatus status_;
};

}  // namespace lstm
