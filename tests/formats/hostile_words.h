/// Titles, labels and sources that would be obeyed instead of read, were they written as they are.
#pragma once

#include "document/document.h"

#include <string>
#include <vector>

namespace lstm {

/// Each would do something in Python, LaTeX, Markdown, HTML, a spreadsheet or a terminal.
[[nodiscard]] inline std::vector<std::string> hostile_words() {
    using namespace std::string_literals;
    return {
        // Python: the encoding cookie of PEP 263 in words that mean nothing of the kind, or that do
        "One-hot encoding: letters",
        "coding: unicode_escape \\u000aprint('OBEYED')",
        "coding: unicode_escape \\nimport os\\nprint('OBEYED')",
        "vim: set fileencoding=rot13 :",
        "-*- coding: utf-7 -*- +AAo-print('OBEYED')",
        "coding: raw_unicode_escape \\u000aprint('OBEYED')\\u000a#",
        "\nprint('OBEYED')",
        "\rprint('OBEYED')",
        "\fprint('OBEYED')",
        "\vprint('OBEYED')",
        "\u0085print('OBEYED')",
        "\u2028print('OBEYED')",
        "\u2029print('OBEYED')",
        "'''",
        "\"\"\"",
        "a backslash at the end \\",
        "\\u000aprint('OBEYED')",
        "\\N{LINE FEED}print('OBEYED')",
        "nothing \0 behind"s,
        "half a surrogate \xed\xa0\x80",
        "no UTF-8 \xff\xfe\xc3",
        "\ufeffcoding: latin-1",
        "\U0001f4d3 日本 c̃",
        // Editors and terminals
        "\x1b]0;title\x07\x1b[2J",
        "\u202egnp.exe\u202c \u2066a\u2069 \u200e\u200f\u061c",
        // LaTeX
        "\\input{/etc/passwd}",
        "\\immediate\\write18{id}",
        "\\end{document}\\n\\csname relax\\endcsname",
        "^^5cinput{/etc/passwd} ^^M",
        "100 % of $x_1^2$ & #1 ~ {{ }",
        "\\catcode`\\%=0 %input{/etc/passwd}",
        // Markdown and HTML
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1)) ![x](http://example.com/x.png)",
        "[a]: http://example.com",
        "`code` ``` ~~~",
        "$\\href{javascript:alert(1)}{x}$",
        "\\(\\href{javascript:alert(1)}{x}\\)",
        "$$\\require{html}$$",
        "{onclick=alert(1)}",
        "::: warning",
        "===",
        "- item",
        "1) item",
        "> quote",
        "| a | b |",
        "&lt;b&gt; &#x3c;",
        "&#60;script&#62;",
        // Spreadsheets
        "=cmd|'/c calc'!A0",
        "+1+cmd|'/c calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "＝1+1",
        "\"=1+1\"",
    };
}

/// `document` with `words` wherever a text of its own can stand.
[[nodiscard]] inline Document with_words(Document document, const std::string& words) {
    document.title = document.source = document.description = words;
    for (auto& step : document.sequence.edit()) step.edit().label = words;
    return document;
}

}  // namespace lstm
