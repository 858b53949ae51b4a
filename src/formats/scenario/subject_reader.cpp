/// What is expected, or what is wrong with its name.
#include "formats/scenario/subject_reader.h"

#include "document/subject_name.h"
#include "formats/quantity_name.h"
#include "formats/scenario/fields.h"

#include <string>

namespace lstm {
namespace {

/// Throws the FormatError that asks for one number of the parameter.
[[noreturn]] void fail_for_an_entry(JsonValue value, const Document& document,
                                    ParameterId parameter) {
    const Matrix& numbers = *document.network.parameters[parameter];
    const auto spelled = [&](Eigen::Index row, Eigen::Index column) {
        return parameter_name(document.cell(), parameter, static_cast<int>(row),
                              static_cast<int>(column));
    };
    value.fail(spelled(0, 0) + " to " + spelled(numbers.rows() - 1, numbers.cols() - 1));
}

}  // namespace

void read_subject(JsonValue value, const Document& document, Expectation& expectation) {
    using Fault = SubjectNamed::Fault;
    const Cell& cell = document.cell();
    const auto [subject, fault] = subject_named(document, read_string(value));
    switch (fault) {
        case Fault::fine: expectation = subject; return;
        case Fault::parameter:
            value.fail("the name of a parameter, such as updated." + parameter_name(cell, 0, 0, 0));
        case Fault::quantity: {
            const Gate& gate = cell.gates.front();
            value.fail("the name of a quantity, such as " +
                       element_name(cell, gate.z == none ? gate.value : gate.z, 0));
        }
        case Fault::element:
            if (subject.parameter != none) fail_for_an_entry(value, document, subject.parameter);
            fail_for_an_element(value, document, subject.quantity);
    }
}

}  // namespace lstm
