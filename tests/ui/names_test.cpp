/// No room above the model calls a gate or a quantity by name: it asks for what does a role.
#include "model/cells/cell.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

std::set<std::string> names_of_gates_and_quantities() {
    std::set<std::string> names;
    for (const Cell* kind : cells()) {
        const Cell& cell = *find_cell(kind->kind, true);
        for (const Gate& gate : cell.gates) names.insert(gate.name);
        for (const Quantity& quantity : cell.quantities) names.insert(quantity.name);
        for (const Parameter& parameter : cell.parameters) names.insert(parameter.gate);
    }
    return names;
}

/// The strings of a line of code, escapes left as they are; none of its comment.
std::vector<std::string> strings_of(const std::string& line) {
    std::vector<std::string> strings;
    bool inside = false;
    for (std::size_t n = 0; n < line.size(); ++n) {
        if (!inside && line.compare(n, 2, "//") == 0) break;
        if (!inside && line.compare(n, 3, "'\"'") == 0)
            n += 2;
        else if (line[n] == '"') {
            inside = !inside;
            if (inside) strings.emplace_back();
        } else if (inside) {
            strings.back() += line[n];
            if (line[n] == '\\' && n + 1 < line.size()) strings.back() += line[++n];
        }
    }
    return strings;
}

TEST(Names, OfGatesAndQuantitiesStandWhereCellsAreWrittenAndNowhereAbove) {
    // The same letters for something else: members of a scenario and of the settings, words.
    const std::set<std::pair<std::string, std::string>> others{
        {"scenario_reader.cpp", "x"}, {"scenario_reader.cpp", "readout"},
        {"scenario_writer.cpp", "x"}, {"scenario_writer.cpp", "readout"},
        {"settings.cpp", "x"},        {"settings.cpp", "y"},
        {"list.cpp", "input"},                                     // "2 inputs"
        {"commands.cpp", "reset"},                                 // a command
        {"top_bar.cpp", "reset"},     {"english.cpp", "written"},  // over a column of the notebook
        {"english.cpp", "forget"},                                 // phases
        {"english.cpp", "update"},    {"english.cpp", "output"},
    };
    const std::set<std::string> names = names_of_gates_and_quantities();
    ASSERT_TRUE(names.contains("forget") && names.contains("candidate.z") && names.contains("c"));
    int files = 0;
    for (const char* room : {"ui", "formats", "app"}) {
        const std::filesystem::path folder = std::filesystem::path(LSTM_SOURCE_DIR) / "src" / room;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            if (entry.path().filename() == "foreign_names.cpp") continue;  // what others call them
            ++files;
            std::ifstream in(entry.path());
            std::string line;
            for (int number = 1; std::getline(in, line); ++number)
                for (const std::string& text : strings_of(line))
                    EXPECT_TRUE(!names.contains(text) ||
                                others.contains({entry.path().filename().string(), text}))
                        << entry.path() << ":" << number << ": \"" << text
                        << "\"; ask the cell for a role (model/cells/cell.h)";
        }
    }
    EXPECT_GT(files, 100);
}

}  // namespace
}  // namespace lstm
