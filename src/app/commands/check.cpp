/// lstm-notebook check
#include "app/commands/commands.h"
#include "app/loading.h"
#include "formats/check_text.h"

#include <iostream>

namespace lstm {

int check(const CheckOptions& options) {
    Tally tally;
    bool unreadable = false;
    for (const std::string& file : options.files) {
        try {
            const Loaded loaded = load_scenario(file);
            const Results results = results_of(loaded);
            print_check(std::cout, loaded.name, loaded.document, results.verdicts(), tally);
        } catch (const std::runtime_error& error) {
            std::cerr << error.what() << '\n';
            unreadable = true;
        }
    }
    print_tally(std::cout, tally);
    return unreadable ? 2 : tally.failed > 0 ? 1 : 0;
}

}  // namespace lstm
