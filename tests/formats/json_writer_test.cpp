/// Text as JSON has it.
#include "formats/json/json_writer.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

TEST(JsonWriter, HasEscapesForWhatIsObeyed) {
    EXPECT_EQ(json_string("a\"\\\n\x01\x7f\u0085\u2028\u202e σ\xff"),
              R"("a\"\\\n\u0001\u007f\u0085\u2028\u202e σ)"
              "\ufffd\"");
}

}  // namespace
}  // namespace lstm
