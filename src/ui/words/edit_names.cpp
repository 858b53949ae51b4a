/// A phrase for each kind of edit.
#include "ui/words/edit_names.h"

namespace lstm {
namespace {

/// The key of its phrase.
const char* key_of(EditSummary::Kind kind) {
    using Kind = EditSummary::Kind;
    switch (kind) {
        case Kind::parameter: return "edit.parameter";
        case Kind::input: return "edit.input";
        case Kind::label: return "edit.label";
        case Kind::initial: return "edit.initial";
        case Kind::insert_step: return "edit.insert_step";
        case Kind::duplicate_step: return "edit.duplicate_step";
        case Kind::delete_step: return "edit.delete_step";
        case Kind::move_step: return "edit.move_step";
        case Kind::sizes: return "edit.sizes";
        case Kind::cell: return "edit.cell";
        case Kind::form: return "edit.form";
        case Kind::target: return "edit.target";
        case Kind::loss: return "edit.loss";
        case Kind::names: return "edit.names";
        case Kind::add_sequence: return "edit.add_sequence";
        case Kind::import_sequence: return "edit.import_sequence";
        case Kind::set_steps: return "edit.set_steps";
        case Kind::rename_sequence: return "edit.rename_sequence";
        case Kind::delete_sequence: return "edit.delete_sequence";
        case Kind::move_sequence: return "edit.move_sequence";
        case Kind::training_settings: return "edit.training_settings";
        case Kind::train: return "edit.train";
        case Kind::sequence: return "edit.sequence";
        case Kind::randomise: return "edit.randomise";
        case Kind::rounding: return "edit.rounding";
        case Kind::add_clamp: return "edit.add_clamp";
        case Kind::remove_clamp: return "edit.remove_clamp";
        case Kind::change_clamp: return "edit.change_clamp";
        case Kind::add_expectation: return "edit.add_expectation";
        case Kind::remove_expectation: return "edit.remove_expectation";
        case Kind::change_expectation: return "edit.change_expectation";
        case Kind::parameters: return "edit.parameters";
        case Kind::words: return "edit.words";
        case Kind::revert: return "edit.revert";
        case Kind::reload: return "edit.reload";
        case Kind::recover: return "edit.recover";
    }
    return "";
}

}  // namespace

std::string name_of(const Words& words, const EditSummary& edit) {
    return words(key_of(edit.kind), {{"element", edit.element},
                                     {"step", std::to_string(edit.step)},
                                     {"to", std::to_string(edit.to)}});
}

}  // namespace lstm
