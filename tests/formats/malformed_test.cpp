/// Malformed files, by the hundred: none may crash, hang or slip through.
#include "formats/scenario/scenario_reader.h"

#include "platform/files.h"
#include "platform/text.h"
#include "refusal.h"
#include "support/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <random>

namespace lstm {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

/// Where `text` is refused; "read" where it is accepted. The message must be fit for one line.
std::string place_of_refusal(const std::string& text) {
    try {
        (void)read_scenario(text, "f.json");
    } catch (const FormatError& error) {
        const std::string message = error.what();
        EXPECT_EQ(message, on_one_line(message, message.size()));
        EXPECT_EQ(message, "f.json: " + error.place() + ": expected " + error.expected() +
                               ", found " + error.found());
        EXPECT_LT(message.size(), 2000U);
        return error.place();
    }
    return "read";
}

TEST(MalformedFile, IsRefusedWhereverItIsCutOff) {
    const std::string text = full_scenario();
    const std::size_t end = text.rfind('}');
    for (std::size_t length = 0; length <= end; ++length)
        ASSERT_THAT(place_of_refusal(text.substr(0, length)), StartsWith("line ")) << length;
    EXPECT_EQ(place_of_refusal(text.substr(0, end + 1)), "read");
}

TEST(MalformedFile, IsReadOrRefusedWhateverOneByteBecomes) {
    const std::string text = full_scenario();
    std::mt19937 random(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char c : {'\0', '"', '{', ']', ',', '-', '9', '\x80', '\xff', '\n',
                             static_cast<char>(random())}) {
            std::string changed = text;
            changed[at] = c;
            (void)place_of_refusal(changed);
        }
    }
}

TEST(MalformedFile, IsRefusedAtTheValueOfAWrongType) {
    const json scenario = json::parse(full_scenario());
    const std::vector<json> others{nullptr, true, "text", 1.5, json::array(), json::object()};
    const json places = scenario.flatten();
    std::vector<std::string> pointers;
    for (const auto& [pointer, value] : places.items())
        for (json::json_pointer p(pointer); !p.empty(); p.pop_back())
            pointers.push_back(p.to_string());
    for (const std::string& pointer : pointers) {
        for (const json& other : others) {
            json changed = scenario;
            json& value = changed[json::json_pointer(pointer)];
            if (value.type() == other.type() || (value.is_number() && other.is_number())) continue;
            value = other;
            ASSERT_EQ(place_of_refusal(changed.dump()), pointer) << other;
        }
    }
}

TEST(MalformedFile, IsRefusedAtAListOfTheWrongLength) {
    const json scenario = json::parse(full_scenario());
    for (const char* pointer : {"/weights/forget/W", "/weights/input/U/2", "/weights/output/b",
                                "/weights/candidate/W/0", "/initial/h", "/sequence/0/x"}) {
        json longer = scenario;
        json& list = longer[json::json_pointer(pointer)];
        list.push_back(list[0]);
        EXPECT_EQ(place_of_refusal(longer.dump()), pointer);
        json shorter = scenario;
        shorter[json::json_pointer(pointer)].erase(0);
        EXPECT_EQ(place_of_refusal(shorter.dump()), pointer);
    }
}

TEST(MalformedFile, IsRefusedAtAnyFieldThatStandsTwice) {
    const auto doubled = [](const std::string& before, const std::string& member) {
        std::string text = full_scenario();
        const std::size_t at = text.find(before);
        EXPECT_NE(at, std::string::npos);
        return text.insert(at, member + ", ");
    };
    EXPECT_EQ(refusal(doubled("\"title\"", "\"title\": \"x\"")),
              "f.json: /title: expected this field once, found it twice");
    EXPECT_EQ(place_of_refusal(doubled("\"version\"", "\"version\": 1")), "/version");
    EXPECT_EQ(place_of_refusal(doubled("\"kind\"", "\"kind\": \"lstm\"")), "/cell/kind");
    EXPECT_EQ(place_of_refusal(doubled("\"U\"", "\"U\": 1")), "/weights/forget/U");
    EXPECT_EQ(place_of_refusal(doubled("\"x\"", "\"x\": [1, 2]")), "/sequence/0/x");
    EXPECT_EQ(place_of_refusal(doubled("\"value\"", "\"value\": 1")), "/force/0/value");
    EXPECT_EQ(place_of_refusal(doubled("\"t\"", "\"t\": 1")), "/expect/0/t");
}

TEST(MalformedFile, IsRefusedAtANumberThatNoDoubleHolds) {
    std::string text = full_scenario();
    EXPECT_EQ(refusal(text.replace(text.find("0.5"), 3, "1e999")),
              "f.json: /sequence/0/x/0: expected a number that fits into a double, found 1e999");
    text = full_scenario();
    EXPECT_EQ(place_of_refusal(text.replace(text.find("-1]"), 2, "-1e309")), "/sequence/0/x/1");
    text = full_scenario();  // too small is only 0
    EXPECT_EQ(place_of_refusal(text.replace(text.find("0.5"), 3, "1e-999")), "read");
}

TEST(MalformedFile, IsRefusedByLineAndColumnWhereItIsNotJson) {
    const std::pair<const char*, const char*> cases[] = {
        {"", "line 1, column 1: expected a value, found the end of the file"},
        {" \n ", "line 2, column 2: expected a value, found the end of the file"},
        {"{\"a\":\n NaN}", "line 2, column 2: expected a value, found 'NaN'"},
        {"[Infinity]", "line 1, column 2: expected a value, found 'Infinity'"},
        {"[-Infinity]",
         "line 1, column 3: expected valid JSON, found invalid number; expected digit after '-'"},
        {"[nul]", "line 1, column 2: expected a value, found 'nul'"},
        {"[1,]", "line 1, column 4: expected a value, found ']'"},
        {"[1 2]", "line 1, column 4: expected ',' or ']', found a number"},
        {"[1 -2.5e3]", "line 1, column 4: expected ',' or ']', found a number"},
        {"[1", "line 1, column 3: expected ',' or ']', found the end of the file"},
        {"{\"a\" 1}", "line 1, column 6: expected ':', found a number"},
        {"{\"a\": 1 \"b\": 2}", "line 1, column 9: expected ',' or '}', found a string"},
        {"{\"é\": 1 \"ü\": 2}", "line 1, column 9: expected ',' or '}', found a string"},
        {"{a: 1}", "line 1, column 2: expected a name in quotes, found 'a'"},
        {"{1: 1}", "line 1, column 2: expected a name in quotes, found a number"},
        {"{} x", "line 1, column 4: expected the end of the file, found 'x'"},
        {"{} {}", "line 1, column 4: expected the end of the file, found '{'"},
        {"// no\n{}", "line 1, column 1: expected a value, found '/'"},
        {"[tru", "line 1, column 5: expected JSON to its end, found the end of the file"},
        {"[\"a", "line 1, column 4: expected JSON to its end, found the end of the file"},
        {"['a']", "line 1, column 2: expected a value, found '''"},
        {"[é]", "line 1, column 2: expected a value, found 'é'"},
        {"[\x01]", "line 1, column 2: expected a value, found '\\x01'"},
        {"[\xff]", "line 1, column 2: expected a value, found '\\xff'"},
    };
    for (const auto& [text, message] : cases)
        EXPECT_EQ(refusal(text), std::string("f.json: ") + message) << text;
}

TEST(MalformedFile, IsRefusedWhereItIsNotUtf8) {
    for (const char* bytes :
         {"\xff", "\xc3(", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\x80"}) {
        const std::string message = refusal("{\"a\":\n \"x" + std::string(bytes) + "\"}");
        EXPECT_THAT(message, StartsWith("f.json: line 2, column ")) << message;
        EXPECT_THAT(message, HasSubstr("UTF-8")) << message;
    }
    EXPECT_THAT(refusal("[\"\\ud800\"]"), HasSubstr("surrogate"));
}

TEST(MalformedFile, IsRefusedAtAZeroByte) {
    using namespace std::string_literals;
    EXPECT_EQ(refusal("{}\n\0garbage"s),
              "f.json: line 2, column 1: expected UTF-8 text, found a zero byte");
    EXPECT_EQ(place_of_refusal(full_scenario() + "\0"s).substr(0, 5), "line ");
}

TEST(MalformedFile, IsRefusedHoweverDeepItIs) {
    for (const char* opening : {"[", "{\"a\":", "[{\"b\":"}) {
        std::string text;
        for (int k = 0; k < 100'000; ++k) text += opening;
        EXPECT_THAT(refusal(text), HasSubstr("expected at most 32 levels of nesting"));
    }
    EXPECT_THAT(refusal("{\"format\":\"lstm-notebook\",\"version\":1,\"title\":" +
                        std::string(31, '[') + std::string(31, ']') + "}"),
                HasSubstr("/title: expected a text in quotes, found a list"));
}

TEST(MalformedFile, IsRefusedHoweverLargeItIs) {
    constexpr std::size_t size = 20'000'000;
    std::string zeros = "[0";
    while (zeros.size() < size) zeros += ",0";
    EXPECT_NE(place_of_refusal(zeros), "read");
    EXPECT_NE(place_of_refusal(std::string(size, '[')), "read");
    EXPECT_NE(place_of_refusal("\"" + std::string(size, 'x') + "\""), "read");
    EXPECT_NE(place_of_refusal(std::string(size, ' ')), "read");
}

TEST(MalformedFile, IsShownInPartOnly) {
    EXPECT_EQ(
        refusal("{\"format\": \"" + std::string(5000, 'y') + "\"}"),
        "f.json: /format: expected \"lstm-notebook\", found \"" + std::string(60, 'y') + "…\"");
    EXPECT_EQ(refusal("{\"format\": \"a\\nb\\u0007\"}"),
              "f.json: /format: expected \"lstm-notebook\", found \"a\\nb\\x07\"");
    EXPECT_LT(refusal("[" + std::string(5000, 'z') + "]").size(), 300U);
}

}  // namespace
}  // namespace lstm
