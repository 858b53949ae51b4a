/// Asking for files in the system's dialogs, in the place of the window's own.
#include "app/application.h"

#include "platform/file_dialog.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace lstm {
namespace fs = std::filesystem;
namespace {

bool asks_for_file(Dialog dialog) {
    return dialog == Dialog::open || dialog == Dialog::save_as;
}

void show_in_own_dialog(FileChooser& chooser, const fs::path& file) {
    chooser.folder = file.parent_path().string();
    const std::string name = file.filename().string();
    chooser.name = {};
    std::copy_n(name.begin(), std::min(name.size(), chooser.name.size() - 1), chooser.name.begin());
}

}  // namespace

void Application::use_file_dialog(FileDialog& dialog) {
    file_dialog_ = &dialog;
}

void Application::follow_dialogs() {
    if (file_dialog_ == nullptr) return;
    FileChooser& chooser = view_.dialogs.chooser;
    const Dialog open = asks_for_file(view_.dialogs.open) ? view_.dialogs.open : Dialog::closed;
    if (std::exchange(asked_in_, open) == open) {
        if (!chooser.elsewhere) file_dialog_->give_up();  // the user prefers the window's own
        return;
    }
    file_dialog_->give_up();
    chooser.elsewhere = open != Dialog::closed;
    if (!chooser.elsewhere) return;
    const bool saves = open == Dialog::save_as;
    std::error_code unknown;
    const fs::path folder = file_ ? file_->parent_path() : fs::current_path(unknown);
    file_dialog_->ask({saves ? FileQuestion::Purpose::save : FileQuestion::Purpose::open,
                       saves ? "Save the scenario" : "Open a scenario",
                       folder / (saves ? proposed_name() : ""), "Scenarios", ".json"});
}

bool Application::take_answer() {
    if (file_dialog_ == nullptr || asked_in_ == Dialog::closed) return false;
    const auto answer = file_dialog_->answer();
    if (!answer) return false;
    view_.dialogs.chooser.elsewhere = false;
    if (answer->outcome == FileAnswer::Outcome::failed) return true;  // the window's own asks
    if (answer->outcome == FileAnswer::Outcome::cancelled) {
        view_.dialogs.open = Dialog::closed;
    } else if (asked_in_ == Dialog::open) {
        view_.dialogs.open = Dialog::closed;
        open_file(answer->file);
    } else {
        // With another name than the user saw, he has not agreed to replace anything.
        fs::path file = answer->file;
        const bool named = file.extension() == ".json";
        if (!named) file += ".json";
        show_in_own_dialog(view_.dialogs.chooser, file);
        save_as({file.string(), named});
    }
    return true;
}

}  // namespace lstm
