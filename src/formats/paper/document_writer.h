/// Where a derivation is written to, in one markup or another.
#pragma once

#include "maths/expression.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// A text of headings, sentences and formulas that is written from top to bottom. Words are given
/// as they are to be read (UTF-8); the writer escapes them.
class DocumentWriter {
public:
    explicit DocumentWriter(std::ostream& out) : out_(out) {}
    DocumentWriter(const DocumentWriter&) = delete;
    DocumentWriter& operator=(const DocumentWriter&) = delete;
    virtual ~DocumentWriter() = default;

    virtual void begin(const std::string& title) = 0;
    virtual void section(const std::string& heading) = 0;
    virtual void subsection(const std::string& heading) = 0;
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
class MarkdownWriter : public DocumentWriter {
public:
    using DocumentWriter::DocumentWriter;
    void begin(const std::string& title) override;
    void section(const std::string& heading) override;
    void subsection(const std::string& heading) override;
    void sentence(const std::string& text) override;
    void formula(const Expression& expression) override;
    void formulas(const std::vector<Expression>& expressions) override;
    void new_page() override;
    void end() override {}
};

/// A LaTeX document that needs no package but amsmath. Long formulas go over several lines.
class LatexWriter : public DocumentWriter {
public:
    /// Two columns hold about three times as much on a page.
    enum class PageLayout { one_column, two_columns };
    explicit LatexWriter(std::ostream& out, PageLayout layout = PageLayout::one_column)
        : DocumentWriter(out), layout_(layout) {}

    void begin(const std::string& title) override;
    void section(const std::string& heading) override;
    void subsection(const std::string& heading) override;
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
    PageLayout layout_;
};

}  // namespace lstm
