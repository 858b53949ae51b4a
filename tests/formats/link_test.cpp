/// Links: what they hold comes back, others read what we pack, and no broken one gets through.
#include "formats/link/link.h"

#include "formats/format_error.h"
#include "formats/link/packing.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "support/documents.h"
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// What a refused link says; "read" where it is none.
std::string refusal(const std::string& link) {
    try {
        (void)read_scenario(read_link(link).scenario, link_name);
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

/// Base64url of bytes, by the textbook: a table, and a number of bits at a time.
std::string in_letters(const std::vector<unsigned char>& bytes) {
    const std::string table = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string bits, letters;
    for (const unsigned char byte : bytes)
        for (int k = 7; k >= 0; --k) bits += (byte >> k & 1) != 0 ? '1' : '0';
    while (bits.size() % 6 != 0) bits += '0';
    for (std::size_t k = 0; k < bits.size(); k += 6)
        letters += table[std::stoul(bits.substr(k, 6), nullptr, 2)];
    return letters;
}

/// `text` in blocks that are stored as they are (RFC 1951, section 3.2.4).
std::vector<unsigned char> stored(const std::string& text) {
    std::vector<unsigned char> bytes;
    for (std::size_t at = 0; at < text.size() || at == 0; at += 60000) {
        const std::string block = text.substr(at, 60000);
        const auto size = static_cast<unsigned>(block.size());
        bytes.push_back(at + 60000 >= text.size() ? 1 : 0);
        for (const unsigned length : {size, ~size}) {
            bytes.push_back(static_cast<unsigned char>(length & 255));
            bytes.push_back(static_cast<unsigned char>(length >> 8 & 255));
        }
        bytes.insert(bytes.end(), block.begin(), block.end());
    }
    return bytes;
}

class RandomLink : public testing::TestWithParam<int> {};

TEST_P(RandomLink, HoldsTheWholeDocumentAndItsPlace) {
    const Document document =
        random_document(static_cast<std::uint32_t>(GetParam()), {.max_clamps = 3, .wild = true});
    const LinkedPlace place{.t = 3, .phase = "write", .page = "working", .presenter = true};
    const ScenarioLink link = read_link("https://a.b/c/" + link_to(document, place));
    EXPECT_EQ(read_scenario(link.scenario, "link"), document);
    EXPECT_EQ(link.place, place);
    EXPECT_EQ(write_scenario(read_scenario(link.scenario, "link")), write_scenario(document));
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomLink, testing::Range(1, 41));

TEST(Link, HoldsNothingButLettersThatAnAddressMayHave) {
    const std::string link = link_to(random_document(7, {.wild = true}));
    EXPECT_THAT(link, StartsWith("#s="));
    EXPECT_EQ(link.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-_",
                                     3),
              std::string::npos);
}

TEST(Link, IsUnpackedByPythonAsJsonWithoutBlanks) {
    const Document document = random_document(3, {.wild = true});
    const Finished finished =
        run({"python3", "-c",
             "import sys, base64, zlib, json\n"
             "s = sys.argv[1][3:]\n"
             "text = zlib.decompress(base64.urlsafe_b64decode(s + '=' * (-len(s) % 4)), -15)\n"
             "json.loads(text)\n"
             "sys.stdout.buffer.write(text)",
             link_to(document)});
    EXPECT_EQ(finished.err, "");
    EXPECT_EQ(read_scenario(finished.out, "python"), document);
    EXPECT_EQ(finished.out.find('\n'), std::string::npos);
}

TEST(Link, IsReadWhoeverPackedIt) {
    const std::string text = full_scenario();
    const std::string letters = in_letters(stored(text));
    EXPECT_EQ(unpacked_text(letters, "link"), text);
    EXPECT_EQ(unpacked_text(letters + "==", "link"), text) << "some pad it";
    EXPECT_EQ(refusal("https://a.b/?x#s=" + letters + "\n"), "read");
}

TEST(Link, ToAnExampleNamesIt) {
    const std::string link = link_to_example("gomez", {.t = 2, .page = "about", .backward = true});
    EXPECT_EQ(link, "#example=gomez&t=2&page=about&backward");
    EXPECT_EQ(read_link(link).example, "gomez");
    EXPECT_EQ(read_link(link).place.t, 2);
    EXPECT_EQ(read_link("#example=gomez&colour=blue").place, LinkedPlace{}) << "of a later version";
}

TEST(Link, IsToldFromTheNameOfAFile) {
    EXPECT_TRUE(is_link("#s="));
    EXPECT_TRUE(is_link("https://a.b/c?embed#t=1&example=gomez"));
    for (const char* file : {"gomez", "a#b.json", "s=x", "#", "", "#t=1", "notes #3/s=.json"})
        EXPECT_FALSE(is_link(file)) << file;
}

TEST(BrokenLink, SaysWhatIsWrongWithIt) {
    const std::string whole = link_to(random_document(5));
    EXPECT_EQ(refusal("#s="),
              "link: its end: expected more letters, found none: the link is cut off");
    EXPECT_THAT(refusal(whole.substr(0, whole.size() / 2)), HasSubstr("the link is cut off"));
    EXPECT_EQ(refusal(whole + "%"), "link: letter " + std::to_string(whole.size() - 2) +
                                        ": expected A to Z, a to z, 0 to 9, - or _, found \"%\"");
    EXPECT_THAT(refusal("#s=é"), HasSubstr("letter 1: expected A to Z, a to z, 0 to 9, - or _, "
                                           "found \"é\""));
    EXPECT_THAT(refusal(whole + "AAAA"), HasSubstr("some that do not belong to it"));
    EXPECT_THAT(refusal("#s=____"), HasSubstr("letters that were changed on their way"));
    EXPECT_THAT(refusal("#example=gomez&s=AA"), HasSubstr("expected one scenario, found two"));
    EXPECT_THAT(refusal("#example=gomez&t=0"), HasSubstr("t: expected a timestep, found \"0\""));
    EXPECT_THAT(refusal("#example=gomez&t=99999999999"), HasSubstr("expected a timestep"));
    EXPECT_THAT(refusal("no link"), HasSubstr("expected s= or example= behind it"));
    EXPECT_THAT(refusal("#s=" + in_letters(stored("{\"a\":"))), StartsWith("link: line 1"));
}

TEST(BrokenLink, IsReadOrRefusedWhereverItIsCutOrChanged) {
    const std::string whole = link_to(random_document(11));
    for (std::size_t length = 4; length < whole.size(); ++length)
        ASSERT_NE(refusal(whole.substr(0, length)), "read") << length;
    std::mt19937 random(1);
    for (std::size_t at = 3; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(random());
        (void)refusal(changed);  // neither a crash nor another exception
    }
}

/// A text of so many blanks, as zlib packs it: a thousandth of that.
std::string blanks_in_letters(std::size_t count) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
    std::string text(count, ' ');
    std::vector<unsigned char> packed(count / 500 + 1000);
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return in_letters(packed);
}

TEST(HostileLink, FillsNoMemory) {
    EXPECT_EQ(unpacked_text(blanks_in_letters(max_packed_text), "link").size(), max_packed_text);
    EXPECT_EQ(refusal("#s=" + blanks_in_letters(max_packed_text + 1)),
              "link: its contents: expected a scenario of at most 16 MiB, found more");
    EXPECT_THAT(refusal("#s=" + blanks_in_letters(16 * max_packed_text)),
                HasSubstr("at most 16 MiB"));
    EXPECT_THAT(refusal("#s=" + std::string(2 * max_packed_text + 1, 'A')),
                HasSubstr("at most 16 MiB"));
}

TEST(HostileLink, IsNotMade) {
    Document document = random_document(1);
    document.description = std::string(max_packed_text, 'x');
    EXPECT_THROW((void)link_to(document), FormatError);
}

}  // namespace
}  // namespace lstm
