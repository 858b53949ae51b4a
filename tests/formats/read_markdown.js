// Reads Markdown as GitHub, Jupyter and Pandoc do: words by CommonMark, formulas by KaTeX and by MathJax 3.
//
//     node read_markdown.js FILE...
//
// Prints the title of each file, a line a file. Ends with status 1 and a line for each formula that one of the two
// does not take, and for whatever stands among the words that is neither a heading nor a paragraph of plain text.
"use strict";

const fs = require("fs");
const katex = require("katex");
const MarkdownIt = require("markdown-it");
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
require("mathjax-full/js/input/tex/AllPackages.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { STATE } = require("mathjax-full/js/core/MathItem.js");

RegisterHTMLHandler(liteAdaptor());
// What MathJax reads by itself, but for "noundefined", which makes a red word of an unknown command.
const packages = ["base", "ams", "newcommand", "boldsymbol"];
const refuse = (jax, error) => { throw error; };
const mathDocument = mathjax.document("", { InputJax: new TeX({ packages, formatError: refuse }) });
const markdown = new MarkdownIt({ html: true });

const allowed = new Set(["heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
                         "text_special"]);
const complaints = new Set();
const seen = new Set();

function readFormula(formula) {
    if (seen.has(formula)) return;
    seen.add(formula);
    try {
        katex.renderToString(formula, { displayMode: true, strict: "error" });
    } catch (error) {
        complaints.add(`KaTeX: ${error.message}`);
    }
    try {
        mathDocument.convert(formula, { display: true, end: STATE.CONVERT });
    } catch (error) {
        complaints.add(`MathJax: ${error.message}: ${formula}`);
    }
}

function plainText(token, file) {
    if (!allowed.has(token.type)) complaints.add(`${file}: ${token.type}: ${token.content}`);
    if (token.children) return token.children.map((child) => plainText(child, file)).join("");
    return token.content;
}

for (const file of process.argv.slice(2)) {
    const words = [];
    for (const line of fs.readFileSync(file, "utf8").split("\n")) {
        const formula = /^\$\$(.*)\$\$$/.exec(line);
        if (formula) readFormula(formula[1]);
        if (!formula && /(^|[^\\])(\\\\)*\$|\\\\[([]|\\begin/.test(line))
            complaints.add(`${file}: opens a formula: ${line}`);
        words.push(formula ? "Formula." : line);
    }
    const texts = markdown.parse(words.join("\n"), {}).map((token) => plainText(token, file));
    console.log(texts[1]);
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.size > 0 ? 1 : 0);
