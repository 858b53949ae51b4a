/// The table of kinds: what is no text joins those that are.
#include "app/export_kinds.h"

#include "formats/export_text.h"
#include "formats/files.h"

#include <iostream>

namespace lstm {
namespace {

ExportKind text(const TextKind& kind) {
    return {std::string(kind.name), [&kind](const ExportJob& job) {
                const auto print = [&](std::ostream& out) {
                    kind.print(out, job.loaded.document, job.results.trace(), job.what);
                };
                if (job.out.empty())
                    print(std::cout);
                else
                    save_file(job.out, print);
            }};
}

std::vector<ExportKind> all_kinds() {
    std::vector<ExportKind> kinds;
    for (const TextKind& kind : text_kinds()) kinds.push_back(text(kind));
    return kinds;
}

}  // namespace

const std::vector<ExportKind>& export_kinds() {
    static const std::vector<ExportKind> kinds = all_kinds();
    return kinds;
}

}  // namespace lstm
