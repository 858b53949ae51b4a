/// All weights of a document as tables.
#pragma once

#include "document/document.h"
#include "formats/paper/document_writer.h"
#include "maths/notation.h"

namespace lstm {

/// A table of the weights of all gates, a row a unit and a column a number that it multiplies, and
/// one of the read-out's, a row an output; where a table would be too wide, lists of rows. Numbers
/// as `notation` has them.
void write_weights(LatexWriter& writer, const Document& document, const Notation& notation);

}  // namespace lstm
