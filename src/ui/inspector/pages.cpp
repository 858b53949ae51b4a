/// The table of the inspector's pages.
#include "ui/inspector/pages.h"

#include "ui/panels.h"

#include <array>

namespace lstm {
namespace {

/// "Expected 12/12": how many of the expected numbers came out.
std::string expected_label(const Frame& frame) {
    const auto& verdicts = frame.session.verdicts();
    if (verdicts.empty()) return frame.words("page.published.label");
    const int passed = frame.session.results()->passed();
    return frame.words("page.published.label_with", {{"passed", std::to_string(passed)},
                                                     {"all", std::to_string(verdicts.size())}});
}

constexpr std::array table{
    InspectorPage{Page::weights, draw_weights},
    InspectorPage{Page::inputs, draw_inputs},
    InspectorPage{Page::derivation, draw_derivation},
    InspectorPage{Page::gradients, draw_gradients},
    InspectorPage{Page::training, draw_training},
    InspectorPage{Page::what_if, draw_what_if},
    InspectorPage{Page::published, draw_published, expected_label},
    InspectorPage{Page::about, draw_about},
};
static_assert(table.size() == pages.size());

}  // namespace

std::span<const InspectorPage> inspector_pages() {
    return table;
}

}  // namespace lstm
