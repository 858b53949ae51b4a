/// Both markups, line by line.
#include "formats/paper/document_writer.h"

#include "formats/paper/latex.h"
#include "formats/paper/markdown.h"

#include <ostream>

namespace lstm {
namespace {

constexpr const char* one_column = R"(\documentclass[a4paper,11pt]{article}
\addtolength{\textwidth}{3cm}
\addtolength{\oddsidemargin}{-1.5cm}
\addtolength{\textheight}{3cm}
\addtolength{\topmargin}{-1.5cm}
\newcommand{\topic}[1]{\paragraph{#1}\mbox{}}
\setlength{\parskip}{4pt plus 1pt}
)";

constexpr const char* two_columns = R"(\documentclass[a4paper,10pt,twocolumn]{article}
\setlength{\textwidth}{18cm}
\setlength{\oddsidemargin}{-1.04cm}
\setlength{\textheight}{26.2cm}
\setlength{\topmargin}{-1.54cm}
\setlength{\headheight}{0pt}
\setlength{\headsep}{0pt}
\setlength{\footskip}{20pt}
\setlength{\columnsep}{8mm}
\newcommand{\topic}[1]{\par\vspace{3pt plus 2pt}\textbf{#1}\par\nobreak}
\setlength{\parskip}{1.5pt plus 1pt}
)";

/// Formulas are set as parts of a paragraph, because those LaTeX breaks into lines by itself.
constexpr const char* preamble = R"(\usepackage[utf8]{inputenc}
\usepackage{amsmath}
\setlength{\parindent}{0pt}
\setlength{\emergencystretch}{3em}
\binoppenalty=100
\relpenalty=50
\newcommand{\formula}[1]{\par\hangindent=2em\hangafter=1 $#1$\par}
\newcommand{\blank}{\framebox[4.5em]{\strut}}
\begin{document}
\raggedright
)";

}  // namespace

bool DocumentWriter::works() const {
    return static_cast<bool>(out_);
}

void MarkdownWriter::begin(const std::string& title) {
    out_ << "# " << markdown_text(title) << '\n';
}

void MarkdownWriter::section(const std::string& heading) {
    out_ << "\n## " << markdown_text(heading) << '\n';
}

void MarkdownWriter::subsection(const std::string& heading) {
    out_ << "\n### " << markdown_text(heading) << '\n';
}

void MarkdownWriter::sentence(const std::string& text) {
    out_ << '\n' << markdown_text(text) << '\n';
}

void MarkdownWriter::formula(const Expression& expression) {
    out_ << "\n$$" << latex_maths(expression, Commas::only_stand) << "$$\n";
}

void MarkdownWriter::formulas(const std::vector<Expression>& expressions) {
    const char* before = "\n";
    for (const Expression& expression : expressions) {
        out_ << before << '$' << latex_maths(expression, Commas::only_stand) << '$';
        before = ", ";
    }
    out_ << '\n';
}

void MarkdownWriter::new_page() {
    out_ << "\n---\n";
}

void LatexWriter::begin(const std::string& title) {
    out_ << (layout_ == PageLayout::one_column ? one_column : two_columns) << preamble
         << "\\section*{" << latex_text(title) << "}\n";
}

void LatexWriter::section(const std::string& heading) {
    out_ << "\n\\subsection*{" << latex_text(heading) << "}\n";
}

void LatexWriter::subsection(const std::string& heading) {
    out_ << "\n\\topic{" << latex_text(heading) << "}\n";
}

void LatexWriter::sentence(const std::string& text) {
    out_ << '\n' << latex_text(text) << "\\par\n";
}

void LatexWriter::formula(const Expression& expression) {
    out_ << "\\formula{" << latex_maths(expression) << "}\n";
}

void LatexWriter::formulas(const std::vector<Expression>& expressions) {
    const char* before = "\n";
    for (const Expression& expression : expressions) {
        out_ << before << "\\mbox{$" << latex_maths(expression) << "$}";
        before = "\\quad\n";
    }
    out_ << "\\par\n";
}

void LatexWriter::new_page() {
    out_ << "\n\\clearpage\n";
}

void LatexWriter::table(const std::vector<Cells>& rows) {
    const std::size_t columns = rows.front().size();
    out_ << "\n$\\arraycolsep=3pt\\begin{array}{@{}l|" << std::string(columns - 1, 'r') << "@{}}\n";
    for (const Cells& cells : rows) {
        const char* before = "";
        for (const std::optional<Expression>& cell : cells) {
            out_ << before;
            if (cell) out_ << latex_maths(*cell);
            before = " & ";
        }
        out_ << " \\\\" << (&cells == &rows.front() ? " \\hline" : "") << '\n';
    }
    out_ << "\\end{array}$\\par\n";
}

void LatexWriter::end() {
    out_ << "\\end{document}\n";
}

}  // namespace lstm
