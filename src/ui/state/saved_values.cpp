/// Looking numbers up in the document as it was opened or last saved.
#include "ui/state/saved_values.h"

#include "ui/words/numbers.h"

#include <string_view>

namespace lstm {

std::optional<double> original_weight(const Session& session, ParameterPlace place) {
    const Network& network = session.original().network;
    if (network.cell != session.document().network.cell) return {};
    const Matrix& matrix = *network.parameters[place.parameter];
    if (place.row >= matrix.rows() || place.column >= matrix.cols()) return 0.0;
    return matrix(place.row, place.column);
}

std::optional<double> original_input(const Session& session, int t, int k) {
    const Document& original = session.original();
    if (original.steps() != session.document().steps()) return {};
    const Vector& x = original.step(t).x;
    return k < x.size() ? x[k] : 0.0;
}

namespace {

/// Whether `value` is one of the numbers in `words`.
bool mentions(std::string_view words, double value) {
    constexpr std::string_view minus = "−";
    std::string number;
    const auto is_value = [&] { return !number.empty() && parse_value(number) == value; };
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (words.substr(n, minus.size()) == minus) {
            if (is_value()) return true;
            number = "-";
            n += minus.size() - 1;
        } else if (std::string_view("0123456789.,-/").find(words[n]) != std::string_view::npos) {
            number += words[n];
        } else {
            if (is_value()) return true;
            number.clear();
        }
    }
    return is_value();
}

}  // namespace

std::string label_now(const Session& session, int t) {
    const Step& step = session.document().step(t);
    const Document& original = session.original();
    if (step.label.empty() || original.steps() != session.document().steps()) return step.label;
    const Step& before = original.step(t);
    if (before.label != step.label) return step.label;
    for (int k = 0; k < before.x.size(); ++k) {
        const bool changed = k >= step.x.size() || step.x[k] != before.x[k];
        if (changed && mentions(step.label, before.x[k])) return step.label + " in the file";
    }
    return step.label;
}

bool describes_the_past(const Session& session) {
    const Document& document = session.document();
    return session.unsaved() && !document.description.empty() &&
           document.description == session.original().description && session.computes_otherwise();
}

}  // namespace lstm
