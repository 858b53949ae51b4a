/// Where a derivation is written to, in one markup or another.
#pragma once

#include "model/expression.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// A text of headings, sentences and formulas that is written from top to bottom. Words are given
/// as they are to be read (UTF-8); the paper escapes them.
class Paper {
public:
    explicit Paper(std::ostream& out) : out_(out) {}
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    virtual ~Paper() = default;

    virtual void begin(const std::string& title) = 0;
    virtual void section(const std::string& heading) = 0;
    virtual void topic(const std::string& heading) = 0;
    virtual void sentence(const std::string& text) = 0;
    /// A line of its own.
    virtual void formula(const Expression& expression) = 0;
    /// Short ones, side by side.
    virtual void formulas(const std::vector<Expression>& expressions) = 0;
    virtual void new_page() = 0;
    virtual void end() = 0;

    /// Whether what was written has arrived so far.
    [[nodiscard]] bool works() const;

protected:
    std::ostream& out_;
};

/// Markdown with formulas between dollar signs, as GitHub, Jupyter and Pandoc read it.
class MarkdownPaper : public Paper {
public:
    using Paper::Paper;
    void begin(const std::string& title) override;
    void section(const std::string& heading) override;
    void topic(const std::string& heading) override;
    void sentence(const std::string& text) override;
    void formula(const Expression& expression) override;
    void formulas(const std::vector<Expression>& expressions) override;
    void new_page() override;
    void end() override {}
};

/// A LaTeX document that needs no package but amsmath. Long formulas go over several lines.
class LatexPaper : public Paper {
public:
    /// Two columns hold about three times as much on a page.
    enum class Layout { one_column, two_columns };
    explicit LatexPaper(std::ostream& out, Layout layout = Layout::one_column)
        : Paper(out), layout_(layout) {}

    void begin(const std::string& title) override;
    void section(const std::string& heading) override;
    void topic(const std::string& heading) override;
    void sentence(const std::string& text) override;
    void formula(const Expression& expression) override;
    void formulas(const std::vector<Expression>& expressions) override;
    void new_page() override;
    void end() override;

    /// A row of a table; nothing where a cell is empty.
    using Cells = std::vector<std::optional<Expression>>;
    /// Rows that are equally long: the first and each row's first cell are headings.
    void table(const std::vector<Cells>& rows);

private:
    Layout layout_;
};

}  // namespace lstm
