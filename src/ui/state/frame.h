/// What every panel is given to draw one frame.
#pragma once

#include "document/session.h"
#include "platform/heat_map.h"
#include "ui/comparison/comparison_run.h"
#include "ui/look/theme.h"
#include "ui/state/jobs.h"
#include "ui/state/memo.h"
#include "ui/state/proposals.h"
#include "ui/state/scales.h"
#include "ui/state/view.h"
#include "ui/widgets/regions.h"
#include "ui/words/words.h"

#include <string>
#include <vector>

namespace lstm {

/// One example of the gallery.
struct GalleryEntry {
    std::string name;
    std::string title;
    std::string description;
    Sizes sizes;
    int steps = 0;
};

/// A kind of file that a run can be taken away as.
struct ExportChoice {
    std::string title;
    std::string ending;     ///< of its files
    bool of_steps = false;  ///< it is about a range of steps, not the moment on show
    bool film = false;
    bool backward = false;  ///< it can tell gradients too
};

/// A panel reads the session, changes only the view, and proposes the rest.
struct Frame {
    const Session& session;
    View& view;
    Proposals& proposals;
    Regions& regions;
    const Theme& theme;
    const Scales& scales;
    HeatMapPainter& heat_maps;
    Memo& memo;
    const std::vector<GalleryEntry>& gallery;
    const std::vector<ExportChoice>& export_choices;
    const std::vector<std::string>& recent_files;
    const std::string& file_name;      ///< of the document's file; empty where it has none
    const std::string& proposed_name;  ///< of a file for the document, without its folder
    const TrainingStatus& training;
    const ExportStatus& exporting;
    const SharedLink& shared;
    const Words& words;
    /// The run of another kind of cell that is shown beside this one; nullptr: none. See beside.h.
    const ComparisonRun* comparison = nullptr;
    std::string prefix{};  ///< of regions: "beside/" where this is the frame of that second run
    std::string whose{};   ///< the cell's name, where two are on the screen

    [[nodiscard]] const Document& document() const { return session.document(); }
    [[nodiscard]] const Cell& cell() const { return session.document().cell(); }
    [[nodiscard]] const Trace& trace() const { return session.trace(); }
    [[nodiscard]] float px(float length) const { return theme.px(length); }
    /// The value of an element at the selected step, or nothing where it is not known there yet.
    [[nodiscard]] std::optional<double> value(QuantityId quantity, int element) const;
};

}  // namespace lstm
