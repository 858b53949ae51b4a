/// Reading PNG files back, for tests.
#pragma once

#include "platform/picture.h"

#include <png.h>

#include <stdexcept>
#include <string_view>

namespace lstm {

/// The picture in `bytes`. Throws std::runtime_error where that is no PNG.
inline Picture decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) {
        throw std::runtime_error(image.message);
    }
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height),
                    std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (!png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr)) {
        throw std::runtime_error(image.message);
    }
    return picture;
}

}  // namespace lstm
