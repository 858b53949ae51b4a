/// What `lstm-notebook export --as` and the window's export dialog can write.
#pragma once

#include "app/export_task.h"
#include "app/loading.h"
#include "app/pictures.h"
#include "formats/paper/derivation_text.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// What one export is about.
struct ExportWork {
    Loaded scenario;
    TextOptions what;
    bool by_phase = true;       ///< of a film: a picture a phase, not only one a step
    std::filesystem::path out;  ///< the file to write; empty: standard output
    PictureLook look;           ///< of pictures; a still shows the moment of its view
    OpenPictures open;
    std::optional<Shared<Results>> results{};  ///< of the scenario, where they are known
};

/// What a file of a kind is made of.
enum class Medium { text, still, film };

/// One kind of file.
struct ExportKind {
    std::string name;    ///< of `--as`
    std::string title;   ///< for people
    std::string ending;  ///< of its files: ".png"
    Medium medium = Medium::text;
    Alone alone = Alone::no;  ///< the panel that a picture shows
    bool backward = true;     ///< it can tell gradients: a program cannot
    /// Throws FileError, FormatError, GraphicsError, FilmError; so does the task.
    std::function<std::unique_ptr<ExportTask>(const ExportWork&)> start;
};

/// All of them.
[[nodiscard]] const std::vector<ExportKind>& export_kinds();

/// The kind of that name; there is one.
[[nodiscard]] const ExportKind& export_kind(std::string_view name);

/// The look of a picture of `kind` where nobody asks for another: its size follows from what it
/// shows, drawn `view.look.zoom` times its smallest.
[[nodiscard]] PictureLook usual_look(const ExportKind& kind, const Document& document, View view);

}  // namespace lstm
