/// How the document's cell differs from its kind.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// A row for each gate's activation, for what c goes through, for the biases, and for what else its
/// kind leaves open: all to be chosen.
void draw_form(Frame& frame);

}  // namespace lstm
