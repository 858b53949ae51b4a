/// The program as a process.
#include "program.h"

#include "support/documents.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lstm {

Finished notebook(std::vector<std::string> arguments, const std::string& input) {
    arguments.insert(arguments.begin(), LSTM_PROGRAM);
    return run(arguments, {.input = input, .environment = {}});
}

Finished shell(const std::string& line) {
    return run({"/bin/sh", "-c", line}, {.input = "", .environment = {{"P", LSTM_PROGRAM}}});
}

void expect_refusal(const Finished& finished, const testing::Matcher<std::string>& message) {
    EXPECT_EQ(finished.status, 2) << finished.err;
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, message);
    EXPECT_THAT(finished.err, testing::StartsWith("lstm-notebook: "));
    EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err;
}

std::string text_in(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::string CommandLine::file(const std::string& name, const std::string& text) const {
    std::ofstream(path(name)) << text;
    return path(name);
}

std::string CommandLine::changed(const std::string& from, const std::string& to) const {
    std::string text = full_scenario();
    return file("changed.json", text.replace(text.find(from), from.size(), to));
}

std::string CommandLine::scenario(const std::string& name) const {
    return file(name, full_scenario());
}

}  // namespace lstm
