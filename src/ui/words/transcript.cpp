/// Phase by phase, from the tables of the cell.
#include "ui/words/transcript.h"

#include "ui/words/narration.h"
#include "ui/words/numbers.h"
#include "ui/words/phases.h"
#include "ui/words/spoken.h"
#include "ui/words/user_text.h"

namespace lstm {
namespace {

constexpr std::size_t longest_text = 10'000;

template <class Numbers>
std::string in_a_row(const Words& words, const Numbers& numbers, int decimals) {
    std::string row;
    for (int k = 0; k < static_cast<int>(numbers.size()); ++k) {
        const std::string number = format_value(numbers[k], decimals);
        row = row.empty() ? number
                          : words("transcript.and_number", {{"before", row}, {"number", number}});
    }
    return row;
}

std::string place_of(const Words& words, const Document& document, int t) {
    const std::string place = words(
        "transcript.step", {{"t", std::to_string(t)}, {"steps", std::to_string(document.steps())}});
    const std::string& label = document.step(t).label;
    return label.empty()
               ? place
               : words("transcript.labelled", {{"place", place}, {"label", one_line(label)}});
}

}  // namespace

std::vector<std::string> introduction_to(const Words& words, const Document& document) {
    std::vector<std::string> lines;
    for (const std::string& text : {document.title, document.description})
        if (!text.empty()) lines.push_back(one_line(text, longest_text));
    const Sizes sizes = document.sizes();
    lines.push_back(
        words("transcript.sizes", {{"cell", document.cell().title},
                                   {"inputs", counted(words, "inputs", sizes.input)},
                                   {"units", counted(words, "units", sizes.hidden)},
                                   {"steps", counted(words, "steps", document.steps())}}));
    return lines;
}

std::vector<std::string> transcript_of(const Words& words, const Document& document,
                                       const Trace& trace, int t, Phase last, int decimals) {
    if (t == 0) return {words("transport.no_steps")};
    const Cell& cell = document.cell();
    std::vector<std::string> lines{place_of(words, document, t)};
    for (const Phase phase : cell.phases()) {
        if (phase > last) break;
        lines.push_back(
            words("transcript.phase", {{"phase", capitalised(phase_name(words, phase))},
                                       {"sentence", sentence_about(words, cell, phase)}}));
        for (QuantityId id = 0; id < static_cast<QuantityId>(cell.quantities.size()); ++id)
            if (cell.quantities[id].phase == phase)
                lines.push_back(
                    words("transcript.numbers",
                          {{"what", capitalised(spoken_name(words, cell, id))},
                           {"numbers", in_a_row(words, trace.vector(id, t), decimals)}}));
        for (int unit = 0; unit < document.sizes().hidden; ++unit)
            lines.push_back(narrate(Moment{words, cell, trace, t, unit, phase, decimals}));
    }
    if (const Vector& target = document.step(t).target; last == Phase::speak && target.size() > 0)
        lines.push_back(
            words("transcript.numbers", {{"what", words("transcript.target")},
                                         {"numbers", in_a_row(words, target, decimals)}}));
    return lines;
}

}  // namespace lstm
