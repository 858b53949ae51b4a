/// Telling quantities, gradients and parameters apart by their names.
#include "document/subject_name.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace lstm {
namespace {

using Fault = SubjectNamed::Fault;

constexpr std::string_view gradient_of = "dL/d";
constexpr std::string_view update_of = "updated.";

/// "forget.W" in "forget.W[0][1]", or none.
ParameterId parameter_of(const Cell& cell, std::string_view name) {
    name = name.substr(0, name.find('['));
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return none;
    return cell.find_parameter(name.substr(0, dot), name.substr(dot + 1));
}

/// An element of the parameter that `subject` is about.
SubjectNamed with_entry(const Document& document, std::string_view name, Expectation subject) {
    const Matrix& numbers =
        *document.network.parameters[static_cast<std::size_t>(subject.parameter)];
    std::vector<int> indices;
    for (std::size_t at = name.find('['); at < name.size(); at = name.find('[', at + 1)) {
        const auto index = read_index(name.substr(at, name.find(']', at) - at + 1));
        if (!index) break;
        indices.push_back(*index);
    }
    indices.resize(2);
    subject.element = indices[0];
    subject.column = indices[1];
    const bool there = indices[0] >= 0 && indices[0] < numbers.rows() && indices[1] >= 0 &&
                       indices[1] < numbers.cols();
    const bool only_one = numbers.size() == 1 && name.find('[') == std::string_view::npos;
    const bool exact =
        there && parameter_name(document.cell(), subject.parameter, indices[0], indices[1]) == name;
    return {subject, exact || (there && only_one) ? Fault::fine : Fault::element};
}

SubjectNamed with_quantity(const Document& document, std::string_view name, Expectation subject) {
    const std::size_t bracket = std::min(name.find('['), name.size());
    subject.quantity = document.cell().find(name.substr(0, bracket));
    if (subject.quantity == none) return {subject, Fault::quantity};
    const int size = document.sizes().of(
        document.cell().quantities[static_cast<std::size_t>(subject.quantity)].extent);
    const std::optional<int> element =
        bracket == name.size() && size == 1 ? 0 : read_index(name.substr(bracket));
    subject.element = element.value_or(0);
    return {subject, element && *element >= 0 && *element < size ? Fault::fine : Fault::element};
}

}  // namespace

SubjectNamed subject_named(const Document& document, std::string_view name) {
    Expectation subject;
    if (name == "loss") {
        subject.subject = ExpectationSubject::loss;
        return {subject};
    }
    if (name.starts_with(update_of)) {
        name.remove_prefix(update_of.size());
        subject.subject = ExpectationSubject::updated_parameter;
        subject.parameter = parameter_of(document.cell(), name);
        if (subject.parameter == none) return {subject, Fault::parameter};
        return with_entry(document, name, subject);
    }
    if (!name.starts_with(gradient_of)) return with_quantity(document, name, subject);
    name.remove_prefix(gradient_of.size());
    subject.parameter = parameter_of(document.cell(), name);
    subject.subject = subject.parameter == none ? ExpectationSubject::gradient
                                                : ExpectationSubject::parameter_gradient;
    return subject.parameter == none ? with_quantity(document, name, subject)
                                     : with_entry(document, name, subject);
}

std::optional<int> read_index(std::string_view text) {
    if (text.size() < 3 || text.front() != '[' || text.back() != ']') return {};
    const char* const end = text.data() + text.size() - 1;
    int index = 0;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, index);
    return error == std::errc() && stop == end ? std::optional(index) : std::nullopt;
}

}  // namespace lstm
