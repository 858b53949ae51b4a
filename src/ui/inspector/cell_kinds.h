/// The list of the kinds of cell.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// All kinds, each with where it was published: to be taken, or to be shown beside the document's.
void draw_kinds(Frame& frame);

}  // namespace lstm
