/// Links: whatever stands in one is refused or read, and what is read makes a link that says the
/// same.
#include "app/loading.h"
#include "formats/format_error.h"
#include "formats/link/link.h"
#include "formats/link/packing.h"
#include "platform/files.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace lstm {
namespace {

void open(const std::string& link) {
    try {
        const Loaded loaded = load_link(link);
        if (load_link(link_to(loaded.document, *loaded.place)).document == loaded.document) return;
        std::fprintf(stderr, "a link reads back as another document\n");
        std::abort();
    } catch (const FormatError&) {
    } catch (const FileError&) {
    }
}

}  // namespace
}  // namespace lstm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    lstm::open(text);
    lstm::open("#s=" + text);
    lstm::open("#s=" + lstm::packed_text(text, "text"));  // a scenario's text, packed
    return 0;
}
