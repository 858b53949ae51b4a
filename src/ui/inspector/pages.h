/// The pages of the inspector: one file of this folder each, registered in pages.cpp.
#pragma once

#include "ui/state/frame.h"

#include <span>
#include <string>

namespace lstm {

/// A page. What its tab says, and the tab's tooltip, are the sentences "page.NAME.label" and
/// "page.NAME.help"; its region is "inspector/NAME".
struct InspectorPage {
    Page page;
    void (*draw)(Frame&);
    std::string (*label)(const Frame&) = nullptr;  ///< in the place of the sentence
};

/// All of them, in the order of their tabs: one for each `Page`.
[[nodiscard]] std::span<const InspectorPage> inspector_pages();

}  // namespace lstm
