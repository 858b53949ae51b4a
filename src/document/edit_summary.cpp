/// What each kind of edit does, for menus to say.
#include "document/edit.h"
#include "document/overloaded.h"
#include "document/sequences.h"

#include <algorithm>
#include <tuple>

namespace lstm {
namespace {

/// Names the first expectation that only the longer of the two lists has.
EditSummary summary_of(const Document& document, const SetExpectations& edit) {
    using Kind = EditSummary::Kind;
    const std::vector<Expectation>& before = *document.expectations;
    const std::vector<Expectation>& after = edit.expectations;
    if (before.size() == after.size()) return {Kind::change_expectation};
    const bool more = after.size() > before.size();
    const auto& [shorter, longer] = more ? std::tie(before, after) : std::tie(after, before);
    const auto place =
        std::mismatch(shorter.begin(), shorter.end(), longer.begin(), longer.end()).second;
    return {more ? Kind::add_expectation : Kind::remove_expectation,
            name_of(document.cell(), *place)};
}

}  // namespace

EditSummary summary_of(const Document& document, const Edit& edit) {
    using Kind = EditSummary::Kind;
    const Cell& cell = document.cell();
    return std::visit(
        Overloaded{
            [&](const SetParameter& e) -> EditSummary {
                return {Kind::parameter, parameter_name(cell, e.parameter, e.row, e.column)};
            },
            [&](const SetInput& e) -> EditSummary {
                return {Kind::input, element_name(cell, cell.input, e.element), e.t};
            },
            [](const SetLabel& e) -> EditSummary {
                return {Kind::label, "", e.t};
            },
            [&](const SetInitial& e) -> EditSummary {
                return {Kind::initial, element_name(cell, cell.states[e.state].now, e.element)};
            },
            [](const InsertStep& e) -> EditSummary {
                return {Kind::insert_step, "", e.t};
            },
            [](const DuplicateStep& e) -> EditSummary {
                return {Kind::duplicate_step, "", e.t};
            },
            [](const DeleteStep& e) -> EditSummary {
                return {Kind::delete_step, "", e.t};
            },
            [](const MoveStep& e) -> EditSummary {
                return {Kind::move_step, "", e.from, e.to};
            },
            [](const Resize&) -> EditSummary { return {Kind::sizes}; },
            [](const SetCell&) -> EditSummary { return {Kind::cell}; },
            [](const SetForm&) -> EditSummary { return {Kind::form}; },
            [](const SetTarget& e) -> EditSummary {
                return {Kind::target, "", e.t};
            },
            [](const SetLoss&) -> EditSummary { return {Kind::loss}; },
            [](const SetNames&) -> EditSummary { return {Kind::names}; },
            [](const AddSequence&) -> EditSummary { return {Kind::add_sequence}; },
            [](const ImportSequence& e) -> EditSummary {
                return {Kind::import_sequence, e.name};
            },
            [](const SetSteps&) -> EditSummary { return {Kind::set_steps}; },
            [&](const RenameSequence& e) -> EditSummary {
                return {Kind::rename_sequence, sequence_name(document, e.index)};
            },
            [&](const DeleteSequence& e) -> EditSummary {
                return {Kind::delete_sequence, sequence_name(document, e.index)};
            },
            [&](const MoveSequence& e) -> EditSummary {
                return {Kind::move_sequence, sequence_name(document, e.from)};
            },
            [](const SetTraining&) -> EditSummary { return {Kind::training_settings}; },
            [](const Train&) -> EditSummary { return {Kind::train}; },
            [](const ShowSequence&) -> EditSummary { return {Kind::sequence}; },
            [](const Randomise&) -> EditSummary { return {Kind::randomise}; },
            [](const SetRounding&) -> EditSummary { return {Kind::rounding}; },
            [&](const SetClamps& e) -> EditSummary {
                const std::size_t before = document.clamps->size();
                if (e.clamps.size() == before) return {Kind::change_clamp};
                return {e.clamps.size() > before ? Kind::add_clamp : Kind::remove_clamp};
            },
            [&](const SetExpectations& e) -> EditSummary { return summary_of(document, e); },
            [&](const SetParameters& e) -> EditSummary {
                std::string names;
                for (const NewParameter& each : e.parameters)
                    names += (names.empty() ? "" : ", ") +
                             cell.parameters[static_cast<std::size_t>(each.parameter)].name();
                return {Kind::parameters, names};
            },
            [](const SetWords&) -> EditSummary { return {Kind::words}; },
            [](const Replace& e) -> EditSummary {
                switch (e.reason) {
                    case Replace::Reason::reload: return {Kind::reload};
                    case Replace::Reason::recover: return {Kind::recover};
                    default: return {Kind::revert};
                }
            },
        },
        edit);
}

}  // namespace lstm
