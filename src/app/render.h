/// Drawing the window into a picture, with no display.
#pragma once

#include <optional>
#include <string>

namespace lstm {

/// `lstm-notebook render FILE --out PNG …`
struct RenderOptions {
    std::string file;                  ///< a path, an example's name or "-"
    std::string out;                   ///< the picture to write
    std::optional<int> t;              ///< the timestep to show; absent: the window's own choice
    std::optional<std::string> phase;  ///< a phase's name, see `name_of`
    int width = 1280;                  ///< pixels, 1 to 8192
    int height = 720;
    std::string theme = "light";  ///< "light", "dark" or "print"
    double scale = 1;             ///< 0.5 to 3
    bool presenter = false;
    bool all_units = false;             ///< the diagram shows all units, small
    bool backward = false;              ///< gradients instead of values
    std::optional<std::string> beside;  ///< the kind of a second cell
    std::optional<std::string> page;    ///< of the inspector, see `name_of`
};

/// Writes the picture; returns the program's exit status.
int render(const RenderOptions& options);

}  // namespace lstm
