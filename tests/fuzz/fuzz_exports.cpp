/// Every kind of text that a run can be exported as, of any scenario that can be read.
#include "document/results.h"
#include "formats/export_text.h"
#include "formats/programs/program_text.h"
#include "some_scenario.h"

#include <sstream>

namespace lstm {
namespace {

void run(const Document& document) {
    const Results results(document);
    for (const TextKind& kind : text_kinds()) {
        for (const bool backward : {false, true}) {
            if (backward && !(kind.backward && document.has_targets())) continue;
            TextOptions what{{1, document.steps()}};
            what.backward = backward;
            std::ostringstream out;
            try {
                kind.print(out, document, results.trace(), what).finish();
            } catch (const NoModuleError&) {  // said, and nothing was printed
            }
        }
    }
}

}  // namespace
}  // namespace lstm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (const auto document = lstm::some_scenario(bytes, size)) lstm::run(*document);
    return 0;
}
