/// The second run: this document's sequence through another kind of cell.
#pragma once

#include "document/session.h"
#include "ui/state/scales.h"

#include <optional>
#include <string>

namespace lstm {

/// A run that is only looked at: no edit reaches it but those of the document that it follows.
struct ComparisonRun {
    Session session;
    Scales scales;
};

/// Keeps the second run of one session at a time. It is no part of the document: it is neither
/// saved nor undone.
class ComparisonCache {
public:
    /// `session`'s document as a cell called `kind` (`SetCell`: whatever still means something is
    /// kept). Computed where something has changed since it was last asked for. nullptr where
    /// `kind` is empty, and where there is no room for a second run.
    const ComparisonRun* follow(const Session& session, const std::string& kind);

private:
    std::optional<ComparisonRun> run_;
    Snapshot followed_;
    std::string kind_;
    bool fits_ = false;
};

}  // namespace lstm
