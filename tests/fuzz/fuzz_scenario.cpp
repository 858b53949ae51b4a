/// Scenario files: what can be read can be run, and is written as what reads back the same.
#include "document/gradients_of.h"
#include "document/results.h"
#include "formats/scenario/scenario_writer.h"
#include "some_scenario.h"

#include <cstdio>
#include <cstdlib>

namespace lstm {
namespace {

void require(bool condition, const char* sentence) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", sentence);
    std::abort();
}

void run(const Document& document) {
    const Results results(document);
    require(results.verdicts().size() == document.expectations->size(),
            "not every expectation has a verdict");
    if (document.has_targets()) (void)gradients_of(document, results.trace());

    const std::string text = write_scenario(document);
    const Document again = read_scenario(text, "written.json");
    require(again == document, "what was written reads back as another document");
    require(write_scenario(again) == text, "what was written is written in another way");
}

}  // namespace
}  // namespace lstm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (const auto document = lstm::some_scenario(bytes, size)) lstm::run(*document);
    return 0;
}
