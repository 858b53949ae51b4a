/// Pictures as PNG files, by stb_image_write.
#include "app/png.h"

#include <stdexcept>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace lstm {

std::string encode_png(const Picture& picture) {
    std::string bytes;
    const auto append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data),
                                              static_cast<std::size_t>(size));
    };
    constexpr int channels = 3;
    if (stbi_write_png_to_func(append, &bytes, picture.width, picture.height, channels,
                               picture.rgb.data(), channels * picture.width) == 0)
        throw std::runtime_error("the picture cannot be made a PNG: there is not enough memory");
    return bytes;
}

}  // namespace lstm
