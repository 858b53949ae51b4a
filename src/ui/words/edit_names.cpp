/// A phrase for each kind of edit.
#include "ui/words/edit_names.h"

#include <fmt/format.h>

namespace lstm {

std::string name_of(const EditSummary& edit) {
    using Kind = EditSummary::Kind;
    switch (edit.kind) {
        case Kind::parameter: return fmt::format("change {}", edit.element);
        case Kind::input: return fmt::format("change {} of step {}", edit.element, edit.step);
        case Kind::label: return fmt::format("change the label of step {}", edit.step);
        case Kind::initial: return fmt::format("change the initial {}", edit.element);
        case Kind::insert_step: return fmt::format("insert step {}", edit.step);
        case Kind::duplicate_step: return fmt::format("duplicate step {}", edit.step);
        case Kind::delete_step: return fmt::format("delete step {}", edit.step);
        case Kind::move_step: return fmt::format("move step {} to {}", edit.step, edit.to);
        case Kind::sizes: return "change the sizes";
        case Kind::cell: return "change the kind of cell";
        case Kind::target: return fmt::format("change the target of step {}", edit.step);
        case Kind::loss: return "change the loss";
        case Kind::training_settings: return "change how it learns";
        case Kind::train: return "train";
        case Kind::sequence: return "show another lesson";
        case Kind::randomise: return "randomise the weights";
        case Kind::rounding: return "change the rounding";
        case Kind::add_clamp: return "hold a gate";
        case Kind::remove_clamp: return "let go of a gate";
        case Kind::change_clamp: return "change what is held";
        case Kind::words: return "change the description";
        case Kind::revert: return "go back to the file";
        case Kind::reload: return "reload";
        case Kind::recover: return "recover";
    }
    return "";
}

}  // namespace lstm
