/// From numbers on the screen to expectations, and back from what was typed.
#include "ui/state/expecting.h"

#include "document/subject_name.h"
#include "document/validate.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace lstm {
namespace {

/// Where nothing tells how exact a number is.
constexpr int usual_decimals = 4;

Expectation of_quantity(const QuantityPlace& place, ExpectationSubject what) {
    Expectation subject;
    subject.subject = what;
    subject.quantity = place.quantity;
    subject.element = place.element;
    subject.t = place.t;
    return subject;
}

template <std::size_t Size>
void write(std::array<char, Size>& buffer, const std::string& text) {
    buffer = {};
    std::copy_n(text.begin(), std::min(text.size(), Size - 1), buffer.begin());
}

}  // namespace

Expectation subject_of(const Cell& cell, const Cursor& cursor, Element element) {
    const QuantityPlace place{element.quantity, element.element, cursor.t};
    if (cursor.backward_phase) return subject_of(cell, GradientPlace{place});
    return subject_of(cell, place);
}

Expectation subject_of(const Cell& cell, const DerivationSubject& what) {
    if (const auto* place = std::get_if<QuantityPlace>(&what))
        return of_quantity(source_of(cell, *place), ExpectationSubject::quantity);
    if (const auto* gradient = std::get_if<GradientPlace>(&what))
        return of_quantity(source_of(cell, gradient->of), ExpectationSubject::gradient);
    return subject_of(std::get<ParameterGradientPlace>(what).of, false);
}

Expectation subject_of(const ParameterPlace& weight, bool updated) {
    Expectation subject;
    subject.subject =
        updated ? ExpectationSubject::updated_parameter : ExpectationSubject::parameter_gradient;
    subject.t = 0;
    subject.parameter = weight.parameter;
    subject.element = weight.row;
    subject.column = weight.column;
    return subject;
}

int place_of(const Document& document, const Expectation& subject) {
    const auto same = [&](const Expectation& e) {
        return e.subject == subject.subject && e.t == subject.t && e.quantity == subject.quantity &&
               e.element == subject.element && e.parameter == subject.parameter &&
               e.column == subject.column;
    };
    const std::vector<Expectation>& expected = *document.expectations;
    const auto found = std::ranges::find_if(expected, same);
    return found == expected.end() ? none : static_cast<int>(found - expected.begin());
}

void ask_what_to_expect(View& view, const Document& document, const Expectation& subject) {
    if (const int n = place_of(document, subject); n != none)
        return ask_what_to_expect(view, document, n);
    ExpectationWish& wish = view.dialogs.expecting;
    wish = {.chosen = wish.chosen, .t = subject.t, .decimals = {}};
    write(wish.name, name_of(document.cell(), subject));
    view.dialogs.open = Dialog::expecting;
}

void ask_what_to_expect(View& view, const Document& document, int n) {
    const Expectation& now = (*document.expectations)[static_cast<std::size_t>(n)];
    ExpectationWish& wish = view.dialogs.expecting;
    wish = {.chosen = wish.chosen, .changed = n, .t = now.t, .decimals = {}};
    write(wish.name, name_of(document.cell(), now));
    write(wish.value, as_published(now));
    wish.by_tolerance = now.tolerance.has_value();
    // Where the text itself has as many, other digits that are typed have others.
    if (now.decimals != decimals_typed(wish.value.data())) wish.decimals = now.decimals;
    if (now.tolerance) write(wish.tolerance, format_plain(*now.tolerance));
    view.dialogs.open = Dialog::expecting;
}

std::string as_published(const Expectation& expectation) {
    const std::string digits = format_exact(expectation.value);
    if (!expectation.decimals) return digits;
    std::string padded = format_value(expectation.value, *expectation.decimals);
    const bool same = parse_value(padded) == expectation.value;
    return same && padded.starts_with(digits) ? padded : digits;
}

std::optional<int> decimals_typed(std::string_view typed) {
    if (typed.find('/') != std::string_view::npos) return {};
    const std::size_t exponent_at = std::min(typed.find_first_of("eE"), typed.size());
    const std::string_view digits = typed.substr(0, exponent_at);
    int exponent = 0;
    if (exponent_at < typed.size()) {
        std::string_view text = typed.substr(exponent_at + 1);
        constexpr std::string_view minus = "−";
        const bool negative = text.starts_with('-') || text.starts_with(minus);
        if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
        if (text.starts_with(minus)) text.remove_prefix(minus.size());
        if (std::from_chars(text.data(), text.data() + text.size(), exponent).ec != std::errc())
            return {};
        if (negative) exponent = -exponent;
    }
    const std::size_t point = std::min(digits.find_first_of(".,"), digits.size());
    const auto behind = static_cast<int>(std::count_if(
        digits.begin() + static_cast<std::ptrdiff_t>(point), digits.end(),
        [](char each) { return std::isdigit(static_cast<unsigned char>(each)) != 0; }));
    return std::clamp(behind - std::clamp(exponent, -1000, 1000), 0, max_decimals);
}

TypedExpectation typed_expectation(const ExpectationWish& wish, const Document& document) {
    using Fault = TypedExpectation::Fault;
    const auto [subject, named] = subject_named(document, wish.name.data());
    TypedExpectation typed{subject};
    Expectation& e = typed.expectation;
    if (named == SubjectNamed::Fault::element) return {e, Fault::element};
    if (named != SubjectNamed::Fault::fine) return {e, Fault::name};
    const bool learns = document.has_targets() ||
                        (document.task && e.subject == ExpectationSubject::updated_parameter);
    if (e.subject != ExpectationSubject::quantity && !learns) return {e, Fault::target};
    e.t = e.subject == ExpectationSubject::updated_parameter ? 0 : wish.t;
    e.decimals =
        wish.decimals ? *wish.decimals : decimals_typed(wish.value.data()).value_or(usual_decimals);
    if (!expectation_steps(document, e.subject, e.quantity).hold(e.t) || validate(document, e, 0))
        return {e, Fault::step};
    const bool of_one_step = e.subject == ExpectationSubject::loss && e.t > 0;
    if (of_one_step && document.step(e.t).target.size() == 0) return {e, Fault::step};
    const std::optional<double> value = parse_value(wish.value.data());
    if (!value) return {e, Fault::value};
    e.value = *value;
    if (!wish.by_tolerance) return typed;
    e.decimals.reset();
    e.tolerance = parse_value(wish.tolerance.data());
    if (!e.tolerance || *e.tolerance < 0) {
        e.tolerance = 0;
        return {e, Fault::tolerance};
    }
    return typed;
}

}  // namespace lstm
