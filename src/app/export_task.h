/// An export that takes a while, in pieces, so that a window stays alive meanwhile.
#pragma once

namespace lstm {

/// One that goes before it is done leaves no file.
class ExportTask {
public:
    ExportTask() = default;
    ExportTask(const ExportTask&) = delete;
    ExportTask& operator=(const ExportTask&) = delete;
    virtual ~ExportTask() = default;

    /// Does the next piece; the last one puts the file in its place. Throws what the kind throws.
    virtual void advance() = 0;
    /// How many pieces are done, of how many.
    [[nodiscard]] virtual int done() const = 0;
    [[nodiscard]] virtual int pieces() const = 0;
};

}  // namespace lstm
