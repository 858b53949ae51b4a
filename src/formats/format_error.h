/// The error that says what is wrong with a file, and where.
#pragma once

#include <stdexcept>
#include <string>

namespace lstm {

/// A file that is not what the format asks for. what() is one line:
///
///     FILE: PLACE: expected …, found …
class FormatError : public std::runtime_error {
public:
    /// `place` is a JSON pointer (RFC 6901), or "line 3, column 7" where the text is not JSON.
    FormatError(std::string file, std::string place, std::string expected, std::string found);

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] const std::string& expected() const { return expected_; }
    [[nodiscard]] const std::string& found() const { return found_; }

private:
    std::string file_;
    std::string place_;
    std::string expected_;
    std::string found_;
};

}  // namespace lstm
