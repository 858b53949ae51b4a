/// What the window is told to expect: of which number, and as it was typed.
#pragma once

#include "document/expectation.h"
#include "ui/state/view.h"

#include <optional>
#include <string>
#include <string_view>

namespace lstm {

/// What can be expected of a number on the screen, as far as it is known what it is: going backward
/// its gradient, else its value; of a state of the step before, of that step.
[[nodiscard]] Expectation subject_of(const Cell& cell, const Cursor& cursor, Element element);
/// The same of what a working is about.
[[nodiscard]] Expectation subject_of(const Cell& cell, const DerivationSubject& what);
/// The same of a weight: its gradient, or where it is `updated` itself after a step of training.
[[nodiscard]] Expectation subject_of(const ParameterPlace& weight, bool updated);

/// The place among what `document` expects where the number of `subject` is; none: nothing is.
[[nodiscard]] int place_of(const Document& document, const Expectation& subject);

/// Opens the dialog that asks what `subject` should be; where something is expected of it already,
/// to change that.
void ask_what_to_expect(View& view, const Document& document, const Expectation& subject);
/// Opens it to change expectation `n` of `document`.
void ask_what_to_expect(View& view, const Document& document, int n);

/// The expected number with all of its digits, and behind them the zeros that its decimals have.
[[nodiscard]] std::string as_published(const Expectation& expectation);

/// The digits behind the point that `typed` has: 4 of "0.5000", 11 of "1.2345e-7"; nothing of a
/// fraction.
[[nodiscard]] std::optional<int> decimals_typed(std::string_view typed);

/// What has been typed, and what is still wrong with it.
struct TypedExpectation {
    enum class Fault { fine, name, element, target, step, value, tolerance };
    Expectation expectation;
    Fault fault = Fault::fine;
};
[[nodiscard]] TypedExpectation typed_expectation(const ExpectationWish& wish,
                                                 const Document& document);

}  // namespace lstm
