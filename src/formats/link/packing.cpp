/// zlib, and base64url.
#include "formats/link/packing.h"

#include "formats/format_error.h"
#include "platform/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

namespace lstm {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr int raw = -MAX_WBITS;  // no header and no checksum around it
constexpr const char* expected_size = "a scenario of at most 16 MiB";

Bytef* bytes_of(std::string& text) {
    return reinterpret_cast<Bytef*>(text.data());
}

/// zlib only reads what it is given to read.
Bytef* bytes_of(std::string_view text) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

std::string deflated(std::string_view text) {
    z_stream stream{};
    constexpr int most_memory = 9;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw, most_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = bytes_of(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes_of(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);  // there is room for all of it
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// An unpacker of zlib's, which ends with this.
class Inflater {
public:
    explicit Inflater(std::string_view packed) {
        stream_.next_in = bytes_of(packed);
        stream_.avail_in = static_cast<uInt>(packed.size());
        if (inflateInit2(&stream_, raw) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream_); }

    /// Appends the next piece to `text`; what zlib says of it.
    int advance(std::string& text) {
        std::array<char, 1 << 15> piece;
        stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream_.avail_out = static_cast<uInt>(piece.size());
        const int status = inflate(&stream_, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - stream_.avail_out);
        return status;
    }
    [[nodiscard]] bool all_read() const { return stream_.avail_in == 0; }

private:
    z_stream stream_{};
};

std::string inflated(std::string_view packed, const std::string& file) {
    Inflater inflater(packed);
    std::string text;
    for (;;) {
        const int status = inflater.advance(text);
        if (text.size() > max_packed_text)
            throw FormatError(file, "its contents", expected_size, "more");
        if (status == Z_STREAM_END) break;
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        if (status == Z_BUF_ERROR)
            throw FormatError(file, "its end", "more letters", "none: the link is cut off");
        if (status != Z_OK)
            throw FormatError(file, "its contents", "a packed scenario",
                              "letters that were changed on their way");
    }
    if (!inflater.all_read())
        throw FormatError(file, "its end", "no more letters", "some that do not belong to it");
    return text;
}

std::string base64url(std::string_view bytes) {
    std::string letters;
    letters.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6) letters += alphabet[held >> (bits - 6) & 63];
    }
    if (bits > 0) letters += alphabet[held << (6 - bits) & 63];
    return letters;
}

std::string bytes_in(std::string_view letters, const std::string& file) {
    std::string bytes;
    bytes.reserve(letters.size() * 3 / 4);
    std::uint32_t held = 0;
    int bits = 0;
    for (std::size_t k = 0; k < letters.size(); ++k) {
        const std::size_t value = alphabet.find(letters[k]);
        if (value == std::string_view::npos)
            throw FormatError(file, "letter " + std::to_string(k + 1),
                              "A to Z, a to z, 0 to 9, - or _",
                              "\"" +
                                  on_one_line(letters.substr(
                                      k, std::max<std::size_t>(character_length(letters, k), 1))) +
                                  "\"");
        held = held << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    return bytes;
}

}  // namespace

std::string packed_text(std::string_view text, const std::string& file) {
    if (text.size() > max_packed_text) throw FormatError(file, "/", expected_size, "more");
    return base64url(deflated(text));
}

std::string unpacked_text(std::string_view packed, const std::string& file) {
    // A text of that length never takes more letters than twice as many.
    if (packed.size() > 2 * max_packed_text)
        throw FormatError(file, "its contents", expected_size, "more");
    const std::size_t last = packed.find_last_not_of('=');
    return inflated(bytes_in(packed.substr(0, last + 1), file), file);
}

}  // namespace lstm
