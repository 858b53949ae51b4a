/// How a network learns, as fields of a scenario.
#pragma once

#include "document/document.h"
#include "formats/json/json_writer.h"

namespace lstm {

/// The fields `training` and `task` of the object that `json` is in, each where it says something.
void write_training(JsonWriter& json, const Document& document);

}  // namespace lstm
