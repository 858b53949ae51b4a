/// Pictures as PNG files, by libpng.
#include "app/png.h"

#include <fmt/format.h>
#include <png.h>

#include <stdexcept>

namespace lstm {

std::string encode_png(const Picture& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;

    // An upper bound, so that the picture is compressed once and not a second time to measure it.
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.rgb.data(), 0,
                                   nullptr)) {
        throw std::runtime_error(
            fmt::format("the picture cannot be made a PNG: {}", image.message));
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace lstm
