/// Reading matrices: the text is cut into pieces once, and the pieces say in which form it is.
#include "formats/matrix/matrix_text.h"

#include "platform/text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace lstm {
namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view blanks = " \t\r\v\f";

[[noreturn]] void fail(std::string_view text, std::size_t at, const std::string& expected) {
    at = std::min(at, text.size());
    const std::string_view before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t last = before.rfind('\n');
    const std::size_t column = last == std::string_view::npos ? at + 1 : at - last;
    std::string_view found = text.substr(at, 20);
    found = found.substr(0, found.find_first_of(" \t\r\n", 1));
    throw FormatError(
        "matrix", "line " + std::to_string(line) + ", column " + std::to_string(column), expected,
        at == text.size() ? "the end" : "\"" + on_one_line(found, 20) + "\"");
}

/// Rows that grow number by number.
class Rows {
public:
    explicit Rows(std::string_view text) : text_(text) {}

    void add(double number) {
        if (rows_.empty() || ended_) rows_.emplace_back();
        ended_ = false;
        rows_.back().push_back(number);
    }
    /// The row ends at `at`; one without numbers is none.
    void end_row(std::size_t at) {
        if (rows_.empty() || ended_) return;
        if (rows_.back().size() != rows_.front().size())
            fail(text_, at,
                 "rows of " + std::to_string(rows_.front().size()) + " numbers each, and row " +
                     std::to_string(rows_.size()) + " has " + std::to_string(rows_.back().size()));
        ended_ = true;
    }
    [[nodiscard]] Matrix matrix(std::size_t at) {
        end_row(at);
        if (rows_.empty()) fail(text_, at, "numbers");
        Matrix result(static_cast<Eigen::Index>(rows_.size()),
                      static_cast<Eigen::Index>(rows_.front().size()));
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t column = 0; column < rows_[row].size(); ++column)
                result(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) =
                    rows_[row][column];
        return result;
    }

private:
    std::string_view text_;
    std::vector<std::vector<double>> rows_;
    bool ended_ = true;
};

/// Walks over the text.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text), rows_(text) {}

    Matrix read() {
        if (const std::size_t begin = text_.find("\\begin{"); begin != std::string_view::npos)
            return latex(begin);
        const std::size_t open = text_.find('[');
        return open == std::string_view::npos ? bare() : bracketed(open);
    }

private:
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] char now() const { return done() ? '\0' : text_[at_]; }
    bool skip(std::string_view what) {
        if (!text_.substr(std::min(at_, text_.size())).starts_with(what)) return false;
        at_ += what.size();
        return true;
    }
    void skip_any(std::string_view what) {
        while (!done() && what.find(now()) != std::string_view::npos) ++at_;
    }
    void expect(std::string_view what) {
        if (!skip(what)) fail(text_, at_, "\"" + std::string(what) + "\"");
    }

    /// A finite number. Where `comma` says so, a comma is its decimal sign.
    double number(bool comma = false) {
        std::size_t end = at_;
        const bool negative = now() == '-' || text_.substr(at_).starts_with(minus_sign);
        if (negative)
            end += now() == '-' ? 1 : minus_sign.size();
        else if (now() == '+')
            ++end;
        std::string digits;
        for (; end < text_.size(); ++end) {
            const char each = text_[end];
            const bool sign_of_power =
                (each == '-' || each == '+') && !digits.empty() && digits.back() == 'e';
            if (std::isdigit(static_cast<unsigned char>(each)) != 0 || each == '.' || sign_of_power)
                digits += each;
            else if (each == ',' && comma)
                digits += '.';
            else if ((each == 'e' || each == 'E') && !digits.empty())
                digits += 'e';
            else
                break;
        }
        // from_chars knows no plus.
        if (const std::size_t plus = digits.find('+'); plus != std::string::npos)
            digits.erase(plus, 1);
        double value = 0;
        const char* const last = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), last, value);
        if (digits.empty() || error != std::errc() || stop != last || !std::isfinite(value))
            fail(text_, at_, "a number");
        at_ = end;
        return negative ? -value : value;
    }

    /// A row a line, or rows between semicolons on lines with blanks.
    Matrix bare() {
        // Beside tabs and semicolons a comma is a decimal sign: so spreadsheets have it.
        const bool separated = text_.find_first_of("\t;") != std::string_view::npos;
        while (!done()) {
            const std::size_t end = std::min(text_.find('\n', at_), text_.size());
            line(end, separated);
            at_ = std::min(end + 1, text_.size());
        }
        return rows_.matrix(at_);
    }

    void line(std::size_t end, bool decimal_commas) {
        const std::string_view whole = text_.substr(at_, end - at_);
        const bool semicolons_end_rows = ends_rows(whole);
        const std::string_view separators =
            decimal_commas ? (semicolons_end_rows ? blanks : " \t\r\v\f;") : " \t\r\v\f,";
        for (skip_any(separators); at_ < end; skip_any(separators)) {
            if (semicolons_end_rows && skip(";")) {
                rows_.end_row(at_);
                continue;
            }
            rows_.add(number(decimal_commas && !semicolons_end_rows));
            if (at_ < end && separators.find(now()) == std::string_view::npos &&
                !(semicolons_end_rows && now() == ';'))
                fail(text_, at_, "a number");
        }
        rows_.end_row(at_);
    }

    /// Whether the semicolons of a line end rows, as in "1 2; 3 4", and do not stand between
    /// numbers, as in "1;2".
    static bool ends_rows(std::string_view line) {
        if (line.find('\t') != std::string_view::npos) return false;
        std::size_t begin = 0;
        while (begin < line.size() && line.find(';', begin) != std::string_view::npos) {
            const std::size_t end = line.find(';', begin);
            const std::string_view part = line.substr(begin, end - begin);
            const std::size_t first = part.find_first_not_of(blanks);
            const std::size_t last = part.find_last_not_of(blanks);
            if (first != std::string_view::npos &&
                part.substr(first, last - first).find_first_of(blanks) != std::string_view::npos)
                return true;
            begin = end + 1;
        }
        return false;
    }

    /// "W = np.array(" or nothing before the bracket at `open`; then rows in brackets, or between
    /// semicolons and line ends.
    Matrix bracketed(std::size_t open) {
        const bool called = prefix(open);
        expect("[");
        skip_any(" \t\r\v\f\n");
        int deeper = 0;
        while (skip("[")) {
            ++deeper;
            skip_any(" \t\r\v\f\n");
        }
        if (deeper > 1) fail(text_, at_, "a matrix, which has rows of numbers and nothing deeper");
        if (deeper == 1)
            nested();
        else
            flat();
        suffix(called);
        return rows_.matrix(at_);
    }

    /// Names, points, underscores, "=" and one "(": whether there was that one.
    bool prefix(std::size_t open) {
        bool called = false;
        for (; at_ < open; ++at_) {
            const auto each = static_cast<unsigned char>(now());
            const bool word = std::isalnum(each) != 0 || each >= 0x80 || each == '_' || each == '.';
            if (each == '(' && !called)
                called = true;
            else if (!word && std::isspace(each) == 0 && each != '=' && each != ':')
                fail(text_, at_, "a matrix");
        }
        return called;
    }

    /// From behind the first "[[" on.
    void nested() {
        for (;;) {
            list_of_numbers();
            rows_.end_row(at_);
            skip_any(" \t\r\v\f\n,;");
            if (skip("]")) return;
            expect("[");
        }
    }

    /// Numbers up to "]".
    void list_of_numbers() {
        for (skip_any(" \t\r\v\f\n,"); !skip("]"); skip_any(" \t\r\v\f\n,")) rows_.add(number());
    }

    /// From behind the "[" on, up to "]": MATLAB's rows, or one list.
    void flat() {
        bool goes_on = false;  // a comma or … before the end of a line
        for (;;) {
            skip_any(blanks);
            if (skip("]")) return;
            if (skip(";") || (now() == '\n' && !goes_on)) {
                if (now() == '\n') ++at_;
                rows_.end_row(at_);
            } else if (skip(",") || skip("...")) {
                goes_on = true;
                continue;
            } else if (!skip("\n")) {
                rows_.add(number());
            }
            goes_on = false;
        }
    }

    /// ", dtype=float32)" where something was called; "'" would turn it, which nobody is told.
    void suffix(bool called) {
        if (called) {
            while (!done() && now() != ')') {
                if (now() == '[') fail(text_, at_, "one matrix");
                ++at_;
            }
            expect(")");
        }
        skip_any(" \t\r\v\f\n;,");
        if (!done()) fail(text_, at_, "nothing behind the matrix");
    }

    Matrix latex(std::size_t begin) {
        if (text_.find_first_not_of(" \t\r\v\f\n$[]()\\", 0) < begin &&
            text_.substr(0, begin).find('=') == std::string_view::npos)
            fail(text_, 0, "a matrix");
        at_ = begin;
        expect("\\begin{");
        const std::size_t name_ends = std::min(text_.find('}', at_), text_.size());
        const std::string name(text_.substr(at_, name_ends - at_));
        at_ = name_ends;
        expect("}");
        if (name == "array" && skip("{")) {  // which columns it has
            at_ = std::min(text_.find('}', at_), text_.size());
            expect("}");
        }
        for (;;) {
            skip_any(" \t\r\v\f\n&");
            if (skip("\\end{")) break;
            if (skip("\\\\")) {
                rows_.end_row(at_);
            } else if (!skip("\\hline") && !skip("\\,") && !skip("\\;") && !skip("\\quad")) {
                rows_.add(number());
            }
        }
        expect(name + "}");
        return rows_.matrix(at_);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Rows rows_;
};

}  // namespace

Matrix read_matrix(std::string_view text) {
    return Reader(text).read();
}

}  // namespace lstm
