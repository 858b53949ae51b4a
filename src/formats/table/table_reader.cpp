/// Lines, cells and numbers.
#include "formats/table/table_reader.h"

#include "platform/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

namespace lstm {
namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr const char* file_name = "table";

[[noreturn]] void fail_on_line(int line, const std::string& expected, const std::string& found) {
    throw FormatError(file_name, "line " + std::to_string(line), expected, found);
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\v\f";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

bool begins_number(std::string_view cell) {
    if (cell.starts_with(minus_sign)) cell.remove_prefix(minus_sign.size());
    const std::size_t first = cell.find_first_not_of("+-.,");
    return first <= 2 && first != std::string_view::npos &&
           std::isdigit(static_cast<unsigned char>(cell[first])) != 0;
}

/// Whether `line` is numbers with blanks between.
bool is_numbers(const std::string& line) {
    std::size_t at = 0;
    int count = 0;
    while ((at = line.find_first_not_of(" \r", at)) != std::string::npos) {
        const std::size_t end = std::min(line.find_first_of(" \r", at), line.size());
        if (!begins_number(std::string_view(line).substr(at, end - at))) return false;
        ++count;
        at = end;
    }
    return count > 1;
}

/// The sign between the cells, taken from the first line that is not empty; 0: there is but one.
char separator_of(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \r\n"), text.size());
    std::string bare;  // what is not between quotation marks
    bool quoted = false;
    for (const char each : text.substr(begin)) {
        if (each == '"') quoted = !quoted;
        if (each == '\n' && !quoted) break;
        if (!quoted) bare += each;
    }
    for (const char separator : {'\t', ';', ','})
        if (bare.find(separator) != std::string::npos) return separator;
    return is_numbers(bare) ? ' ' : '\0';
}

/// Cuts text into rows of cells.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    /// The next row that is not empty; nothing behind the last.
    std::optional<std::vector<std::string>> next() {
        while (at_ < text_.size()) {
            std::vector<std::string> cells = row();
            if (cells.size() > 1 || !cells.front().empty()) return cells;
        }
        return {};
    }
    /// Of the row that came last.
    [[nodiscard]] int line() const { return begins_; }

private:
    std::vector<std::string> row() {
        begins_ = line_;
        if (separator_ == ' ') at_ = std::min(text_.find_first_not_of(" \r", at_), text_.size());
        std::vector<std::string> cells{cell()};
        while (at_ < text_.size() && text_[at_] != '\n') {
            ++at_;  // the separator; of blanks as many as there are
            if (separator_ == ' ')
                at_ = std::min(text_.find_first_not_of(" \r", at_), text_.size());
            if (separator_ == ' ' && (at_ == text_.size() || text_[at_] == '\n')) break;
            cells.push_back(cell());
        }
        if (at_ < text_.size()) ++at_;
        ++line_;
        return cells;
    }

    /// Up to the separator, the end of the line, or that of the text.
    std::string cell() {
        const std::size_t begin = std::min(text_.find_first_not_of(" \r", at_), text_.size());
        if (begin < text_.size() && text_[begin] == '"') return quoted(begin);
        const std::size_t from = at_;
        while (!at_end()) ++at_;
        return trimmed(text_.substr(from, at_ - from));
    }

    /// What stands between the quotation mark at `begin` and the next that is not doubled.
    std::string quoted(std::size_t begin) {
        std::string inside;
        for (at_ = begin + 1;; ++at_) {
            if (at_ >= text_.size()) fail_on_line(begins_, "a second quotation mark", "the end");
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                inside += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                inside += text_[++at_];
            } else {
                break;
            }
        }
        for (++at_; !at_end(); ++at_)
            if (text_[at_] != ' ' && text_[at_] != '\r')
                fail_on_line(line_, "the end of a cell behind its quotation mark",
                             '"' + on_one_line(text_.substr(at_, 10)) + '"');
        return trimmed(inside);
    }

    [[nodiscard]] bool at_end() const {
        return at_ >= text_.size() || text_[at_] == '\n' ||
               (separator_ != '\0' && text_[at_] == separator_);
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
    int begins_ = 1;
};

/// Whether a first line says what the columns are called: words, or 0, 1, 2 … behind an empty cell,
/// as pandas calls columns that have no names.
bool is_header(const std::vector<std::string>& cells) {
    if (std::ranges::none_of(cells, begins_number)) return true;
    if (!cells.front().empty()) return false;
    for (std::size_t k = 1; k < cells.size(); ++k)
        if (cells[k] != std::to_string(k - 1)) return false;
    return true;
}

}  // namespace

int Table::columns() const {
    return static_cast<int>(names.empty() ? rows.front().size() : names.size());
}

std::string Table::place(int row, int column) const {
    const std::string* const name =
        names.empty() ? nullptr : &names[static_cast<std::size_t>(column)];
    return "line " + std::to_string(lines[static_cast<std::size_t>(row)]) + ", column " +
           (name == nullptr || name->empty() ? std::to_string(column + 1)
                                             : '"' + on_one_line(*name) + '"');
}

Table read_table(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // spreadsheets' mark of UTF-8
    const std::string valid = valid_utf8(text);
    Cutter cutter(valid);
    Table table;
    std::size_t columns = 0;
    while (auto cells = cutter.next()) {
        if (columns == 0) columns = cells->size();
        if (cells->size() != columns)
            fail_on_line(cutter.line(), std::to_string(columns) + " cells, as in the first line",
                         std::to_string(cells->size()) + " of them");
        if (table.names.empty() && table.rows.empty() && is_header(*cells)) {
            table.names = std::move(*cells);
        } else {
            table.rows.push_back(std::move(*cells));
            table.lines.push_back(cutter.line());
        }
    }
    if (table.rows.empty()) fail_on_line(cutter.line(), "a row of numbers for each step", "none");
    return table;
}

bool is_missing(std::string_view cell) {
    std::string lower;
    for (const char each : cell)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    constexpr std::array<std::string_view, 10> words{"",     "na", "n/a", "nan", "null",
                                                     "none", "-",  "–",   "?",   "#n/a"};
    return std::ranges::find(words, lower) != words.end();
}

void CellReader::fail(int row, int column, const std::string& expected) const {
    const std::string& cell =
        table_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    throw FormatError(file_name, table_.place(row, column), expected,
                      cell.empty() ? "an empty cell" : '"' + on_one_line(cell, 20) + '"');
}

double CellReader::number(int row, int column) {
    std::string digits =
        table_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const bool negative = digits.starts_with('-') || digits.starts_with(minus_sign);
    if (negative) digits.erase(0, digits.starts_with('-') ? 1 : minus_sign.size());
    if (!negative && digits.starts_with('+')) digits.erase(0, 1);
    if (const std::size_t sign = digits.find_first_of(".,"); sign != std::string::npos) {
        if (decimal_sign_ == '\0') decimal_sign_ = digits[sign];
        if (digits[sign] != decimal_sign_)
            fail(row, column,
                 std::string("a number with the decimal sign \"") + decimal_sign_ +
                     "\", as in those before, and none for thousands");
        digits[sign] = '.';
    }
    // from_chars knows no plus, and takes words such as "inf".
    if (const std::size_t power = digits.find_first_of("eE");
        power != std::string::npos && digits.substr(power + 1).starts_with('+'))
        digits.erase(power + 1, 1);
    double value = 0;
    const char* const last = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), last, value);
    // Behind the sign: no second one, and no word.
    const bool begins = !digits.empty() && (digits[0] == '.' || begins_number(digits.substr(0, 1)));
    if (!begins || error != std::errc() || stop != last || !std::isfinite(value))
        fail(row, column, "a number");
    return negative ? -value : value;
}

}  // namespace lstm
