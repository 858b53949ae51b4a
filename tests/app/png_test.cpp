/// Pictures survive their way through a PNG file.
#include "app/png.h"

#include "decode_png.h"

#include <gtest/gtest.h>

#include <random>

namespace lstm {
namespace {

Picture noise(int width, int height) {
    Picture picture{width, height,
                    std::vector<std::uint8_t>(3 * static_cast<std::size_t>(width) * height)};
    std::mt19937 random(7);
    for (std::uint8_t& byte : picture.rgb) byte = static_cast<std::uint8_t>(random());
    return picture;
}

TEST(Png, ReadsBackPixelForPixel) {
    // Odd sizes, because rows of three bytes a pixel then end off every alignment; and noise, which
    // grows when it is compressed.
    for (const auto& [width, height] : {std::pair(1, 1), std::pair(5, 3), std::pair(201, 97)}) {
        const Picture picture = noise(width, height);
        EXPECT_EQ(decode_png(encode_png(picture)), picture);
    }
}

TEST(Png, IsTheSameBytesForTheSamePicture) {
    EXPECT_EQ(encode_png(noise(40, 30)), encode_png(noise(40, 30)));
}

TEST(Png, HoldsNothingThatDiffersBetweenMachines) {
    const std::string bytes = encode_png(noise(4, 4));
    for (const char* chunk : {"tIME", "tEXt", "pHYs"}) {
        EXPECT_EQ(bytes.find(chunk), std::string::npos) << chunk;
    }
}

}  // namespace
}  // namespace lstm
