/// Both markups, line by line.
#include "formats/paper.h"

#include "formats/latex.h"
#include "formats/markdown.h"

#include <ostream>

namespace lstm {
namespace {

/// Formulas are set as parts of a paragraph, because those LaTeX breaks into lines by itself.
constexpr const char* preamble = R"(\documentclass[a4paper,11pt]{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath}
\addtolength{\textwidth}{3cm}
\addtolength{\oddsidemargin}{-1.5cm}
\addtolength{\textheight}{3cm}
\addtolength{\topmargin}{-1.5cm}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 1pt}
\setlength{\emergencystretch}{3em}
\binoppenalty=100
\relpenalty=50
\newcommand{\formula}[1]{\par\hangindent=2em\hangafter=1 $#1$\par}
\newcommand{\blank}{\framebox[4.5em]{\strut}}
\begin{document}
\raggedright
)";

}  // namespace

bool Paper::works() const {
    return static_cast<bool>(out_);
}

void MarkdownPaper::begin(const std::string& title) {
    out_ << "# " << markdown_text(title) << '\n';
}

void MarkdownPaper::section(const std::string& heading) {
    out_ << "\n## " << markdown_text(heading) << '\n';
}

void MarkdownPaper::topic(const std::string& heading) {
    out_ << "\n### " << markdown_text(heading) << '\n';
}

void MarkdownPaper::sentence(const std::string& text) {
    out_ << '\n' << markdown_text(text) << '\n';
}

void MarkdownPaper::formula(const Expression& expression) {
    out_ << "\n$$" << latex_maths(expression, Commas::only_stand) << "$$\n";
}

void MarkdownPaper::formulas(const std::vector<Expression>& expressions) {
    const char* before = "\n";
    for (const Expression& expression : expressions) {
        out_ << before << '$' << latex_maths(expression, Commas::only_stand) << '$';
        before = ", ";
    }
    out_ << '\n';
}

void MarkdownPaper::new_page() {
    out_ << "\n---\n";
}

void LatexPaper::begin(const std::string& title) {
    out_ << preamble << "\\section*{" << latex_text(title) << "}\n";
}

void LatexPaper::section(const std::string& heading) {
    out_ << "\n\\subsection*{" << latex_text(heading) << "}\n";
}

void LatexPaper::topic(const std::string& heading) {
    out_ << "\n\\paragraph{" << latex_text(heading) << "}\\mbox{}\n";
}

void LatexPaper::sentence(const std::string& text) {
    out_ << '\n' << latex_text(text) << "\\par\n";
}

void LatexPaper::formula(const Expression& expression) {
    out_ << "\\formula{" << latex_maths(expression) << "}\n";
}

void LatexPaper::formulas(const std::vector<Expression>& expressions) {
    const char* before = "\n";
    for (const Expression& expression : expressions) {
        out_ << before << "\\mbox{$" << latex_maths(expression) << "$}";
        before = "\\quad\n";
    }
    out_ << "\\par\n";
}

void LatexPaper::new_page() {
    out_ << "\n\\newpage\n";
}

void LatexPaper::end() {
    out_ << "\\end{document}\n";
}

}  // namespace lstm
