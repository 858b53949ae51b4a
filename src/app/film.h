/// The run as a film: a picture a phase, or a picture a step.
#pragma once

#include "app/export_kinds.h"

#include <memory>
#include <string>

namespace lstm {

/// Begins a film of `format`, "gif", "mp4" or "webm". Throws FilmError where there is no file to
/// write to, no step or no ffmpeg; FileError; GraphicsError.
[[nodiscard]] std::unique_ptr<ExportTask> start_film(const ExportWork& job,
                                                     const std::string& format);

}  // namespace lstm
