/// Opening the window on a scenario.
#include "app/command_line/window.h"

#include "app/examples.h"
#include "app/notebook_window.h"
#include "app/telling.h"
#include "platform/graphics_error.h"

#include <utility>

namespace lstm {

int open_window(const WindowOptions& options) {
    Loaded scenario =
        options.file.empty() ? load_example(examples().front()) : load_scenario(options.file);
    try {
        return NotebookWindow(std::move(scenario), options.language).run();
    } catch (const GraphicsError& error) {
        tell(error.what());
        return 1;
    }
}

}  // namespace lstm
