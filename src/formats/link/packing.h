/// Packing a text into few letters that an address may hold, and unpacking it again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lstm {

/// A text that is longer, in bytes, is neither packed nor unpacked.
inline constexpr std::size_t max_packed_text = std::size_t{1} << 24;

/// `text` as raw DEFLATE (RFC 1951) in base64url without padding (RFC 4648, section 5). Throws
/// FormatError, naming `file`, where it is longer than `max_packed_text`.
[[nodiscard]] std::string packed_text(std::string_view text, const std::string& file);

/// The text that `packed` holds; padding may be there. Throws FormatError, naming `file`, where
/// something else stands in it, where it is cut off or goes on behind its end, and where the text
/// would be longer than `max_packed_text`; what is made up to fill the memory does not.
[[nodiscard]] std::string unpacked_text(std::string_view packed, const std::string& file);

}  // namespace lstm
