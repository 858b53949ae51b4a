/// The doubles of the build for browsers (cmake/emscripten) against a standard library that has
/// them.
#include "doubles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace {

/// What `to_chars` writes with those arguments.
template <class Function, class... Format>
std::string written(Function to_chars, double value, Format... format) {
    std::array<char, 2000> text{};
    return {text.data(), to_chars(text.data(), text.data() + text.size(), value, format...).ptr};
}

constexpr auto ours = [](auto... arguments) { return doubles::to_chars(arguments...); };
constexpr auto theirs = [](auto... arguments) { return std::to_chars(arguments...); };

RC_GTEST_PROP(Doubles, AreWrittenAsTheStandardLibraryWritesThem, (std::uint64_t bits, int whole)) {
    using enum std::chars_format;
    const int power = whole % 40;
    for (const double value :
         {std::bit_cast<double>(bits), std::ldexp(whole, -power), std::ldexp(whole, power),
          static_cast<double>(whole) / 1000, std::pow(10.0, power), 0.0, -0.0}) {
        if (!std::isfinite(value)) continue;
        RC_ASSERT(written(ours, value) == written(theirs, value));
        for (const auto format : {fixed, scientific})
            RC_ASSERT(written(ours, value, format) == written(theirs, value, format));
        for (const auto format : {fixed, scientific, general})
            RC_ASSERT(written(ours, value, format, 7) == written(theirs, value, format, 7));
    }
}

TEST(Doubles, AreReadAsTheStandardLibraryReadsThem) {
    for (const std::string_view text : {"0",
                                        "-0",
                                        "1",
                                        "-2.5",
                                        ".5",
                                        "5.",
                                        "1e3",
                                        "1E-3",
                                        "1e+3",
                                        "1e",
                                        "1e+",
                                        "1.5x",
                                        "--1",
                                        "+1",
                                        " 1",
                                        "",
                                        "-",
                                        ".",
                                        "e5",
                                        "1e400",
                                        "-1e400",
                                        "1e-400",
                                        "4.9e-324",
                                        "0e-999",
                                        "0.1000000000000000055511151231257827",
                                        "9007199254740993",
                                        "0x10"}) {
        double mine = 7, other = 7;
        const char* const end = text.data() + text.size();
        const auto [my_end, my_error] = doubles::from_chars(text.data(), end, mine);
        const auto [other_end, other_error] = std::from_chars(text.data(), end, other);
        EXPECT_EQ(my_end, other_end) << text;
        EXPECT_EQ(my_error, other_error) << text;
        EXPECT_EQ(std::bit_cast<std::uint64_t>(mine), std::bit_cast<std::uint64_t>(other)) << text;
    }
}

}  // namespace
