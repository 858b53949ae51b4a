/// Naming elements, new documents, and where two documents part.
#include "document/document.h"

#include "document/sequences.h"

#include <algorithm>
#include <tuple>

namespace lstm {

std::string label_of(const Document& document, QuantityId quantity, int element) {
    const Extent extent = document.cell().quantities[static_cast<std::size_t>(quantity)].extent;
    const std::vector<std::string> none_at_all;
    const std::vector<std::string>& labels = extent == Extent::input    ? document.input_labels
                                             : extent == Extent::output ? document.output_labels
                                                                        : none_at_all;
    return labels.empty() ? "" : labels[static_cast<std::size_t>(element)];
}

std::optional<int> largest_of(const Vector& vector) {
    if (vector.size() == 0 || !vector.allFinite()) return {};
    Eigen::Index place = 0;
    vector.maxCoeff(&place);
    return static_cast<int>(place);
}

std::string element_name(const Cell& cell, QuantityId quantity, int element) {
    return cell.quantities[quantity].name + "[" + std::to_string(element) + "]";
}

std::string parameter_name(const Cell& cell, ParameterId parameter, int row, int column) {
    const Parameter& whole = cell.parameters[static_cast<std::size_t>(parameter)];
    const std::string name = whole.name() + "[" + std::to_string(row) + "]";
    return whole.columns == Extent::one ? name : name + "[" + std::to_string(column) + "]";
}

std::string name_of(const Cell& cell, const Expectation& e) {
    switch (e.subject) {
        case ExpectationSubject::quantity: return element_name(cell, e.quantity, e.element);
        case ExpectationSubject::gradient:
            return "dL/d" + element_name(cell, e.quantity, e.element);
        case ExpectationSubject::parameter_gradient:
            return "dL/d" + parameter_name(cell, e.parameter, e.element, e.column);
        case ExpectationSubject::updated_parameter:
            return "updated." + parameter_name(cell, e.parameter, e.element, e.column);
        case ExpectationSubject::loss: return "loss";
    }
    return "";
}

namespace {

/// Everything of `document` but which sequence is shown.
auto parts_of(const Document& document) {
    return std::tie(document.title, document.description, document.source, document.network,
                    document.input_labels, document.output_labels, document.initial,
                    document.sequence, document.rounding, document.clamps, document.expectations,
                    document.sequences, document.loss, document.training, document.trained,
                    document.task);
}

}  // namespace

bool operator==(const Document& a, const Document& b) {
    if (a.shown == b.shown) return parts_of(a) == parts_of(b);
    if (a.sequences->size() != b.sequences->size()) return false;
    const Document other = showing(b, a.shown);
    return parts_of(a) == parts_of(other);
}

bool Document::has_targets() const {
    // From the end: many sequences are asked for nothing but there.
    return std::any_of(sequence->rbegin(), sequence->rend(),
                       [](const Shared<Step>& step) { return step->target.size() > 0; });
}

Document new_document() {
    Document document;
    document.title = "Untitled";
    document.sequence.edit().assign(3, Shared<Step>(Step{Vector::Zero(1), ""}));
    return document;
}

std::optional<int> first_difference(const Document& before, const Document& after) {
    if (before.network != after.network || before.initial != after.initial ||
        before.rounding != after.rounding)
        return 1;
    const std::optional<int> first = first_difference(*before.clamps, *after.clamps);
    if (before.sequence.shares_with(after.sequence)) return first;
    const auto same_input = [](const Shared<Step>& a, const Shared<Step>& b) {
        return a.shares_with(b) || a->x == b->x;
    };
    const auto [a, b] = std::mismatch(before.sequence->begin(), before.sequence->end(),
                                      after.sequence->begin(), after.sequence->end(), same_input);
    if (a == before.sequence->end() && b == after.sequence->end()) return first;
    const int t = static_cast<int>(a - before.sequence->begin()) + 1;
    return std::min(first.value_or(t), t);
}

}  // namespace lstm
