/// Opening and saving, and what is asked before work or a file would be lost.
#include "app/application.h"

#include "app/naming.h"
#include "app/sentence.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/atomic_file.h"
#include "platform/files.h"
#include "ui/words/numbers.h"
#include "ui/words/refusals.h"

#include <imgui.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <ostream>
#include <system_error>
#include <utility>

namespace lstm {
namespace fs = std::filesystem;

namespace {

/// Whether a file's name says that it is a table, with the steps of a sequence in its rows.
bool is_table(const fs::path& file) {
    std::string ending = file.extension().string();
    for (char& each : ending)
        each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

}  // namespace

void Application::open_file(const fs::path& file) {
    if (is_link(file.string())) return open_link(file.string());
    if (is_table(file)) return open_table(file);
    once_typed([this, file] {
        guard([this, file] { open([&] { return load_scenario(fs::absolute(file).string()); }); });
    });
}

void Application::open_table(const fs::path& file) {
    once_typed([this, file] {
        try {
            take_table(file.stem().string(), load_file(fs::absolute(file).string()));
        } catch (const std::exception& error) {
            tell(sentence_of(error, words()));
        }
    });
}

void Application::ask_to_close() {
    once_typed([this] { guard([this] { closed_ = true; }); });
}

void Application::open(const std::function<Loaded()>& load) {
    try {
        start_over_with(load());
    } catch (const std::exception& error) {
        tell(sentence_of(error, words()));
    }
}

void Application::open_example(const std::string& name) {
    for (const Example& example : examples())
        if (example.name == name) return start_over_with(load_example(example));
}

void Application::save() {
    if (!file_) {
        view_.dialogs.open = Dialog::save_as;
        return;
    }
    try {
        const FileState state = stamp_ ? state_of(*file_, *stamp_) : FileState::same;
        if (state == FileState::same) {
            save_to(*file_);
            return go_on();
        }
        view_.dialogs.conflict = {file_name_, date_and_size(*file_)};
        view_.dialogs.open = Dialog::conflict;
    } catch (const std::exception& error) {
        guarded_ = nullptr;
        tell(sentence_of(error, words()));
    }
}

void Application::save_as(const SaveAsRequest& request) {
    FileChooser& chooser = view_.dialogs.chooser;
    const fs::path file = fs::absolute(request.path);
    std::error_code ignored;
    if (file_ && fs::equivalent(file, *file_, ignored)) {
        view_.dialogs.open = Dialog::closed;
        return save();
    }
    // Where it is not saved, another name can be typed at once.
    view_.input.focus.id = "files/name";
    view_.input.focus.arriving = true;
    if (!request.replace && fs::exists(file, ignored)) {
        chooser.in_the_way = file.string();
        chooser.told = question_before_replacing(file);
        return;
    }
    try {
        save_to(file);
        view_.dialogs.open = Dialog::closed;
        view_.input.focus.arriving = false;
        go_on();
    } catch (const std::exception& error) {
        chooser.in_the_way.clear();
        chooser.told = sentence_of(error, words());
    }
}

void Application::save_to(const fs::path& file) {
    const std::string text = write_scenario(session_.document());
    AtomicFile saved(file);
    saved.out() << text;
    keep_previous(file);
    saved.keep();
    session_.mark_saved();
    file_ = fs::absolute(file);
    file_name_ = file_->string();
    stamp_ = stamp_of(text);
    saved_to_.insert(*file_);
    remember_file(settings_, *file_);
}

void Application::go_on() {
    if (guarded_) std::exchange(guarded_, nullptr)();
}

void Application::keep_previous(const fs::path& file) {
    if (saved_to_.contains(file)) return;
    try {
        keep_previous_version(file);
    } catch (const FileError& error) {
        view_.notify(std::string("The version before this save was not kept: ") + error.what());
    }
}

void Application::guard(std::function<void()> action) {
    guarded_ = nullptr;
    if (!session_.unsaved()) {
        action();
        return;
    }
    guarded_ = std::move(action);
    view_.dialogs.open = Dialog::unsaved;
}

void Application::answer(UnsavedAnswer::Choice choice) {
    switch (choice) {
        case UnsavedAnswer::Choice::save: save(); break;
        case UnsavedAnswer::Choice::discard: go_on(); break;
        case UnsavedAnswer::Choice::cancel: guarded_ = nullptr; break;
    }
}

void Application::answer(ConflictAnswer::Choice choice) {
    try {
        switch (choice) {
            case ConflictAnswer::Choice::overwrite:
                saved_to_.erase(
                    view_.dialogs.conflict.file);  // what another program wrote is kept too
                save_to(view_.dialogs.conflict.file);
                go_on();
                break;
            case ConflictAnswer::Choice::save_as: view_.dialogs.open = Dialog::save_as; break;
            case ConflictAnswer::Choice::reload: {
                const Loaded now = load_scenario(file_name_);
                if (const auto refusal =
                        session_.apply(Replace{now.document, Replace::Reason::reload}))
                    return tell(sentence_about(words(), *refusal));
                session_.mark_saved();
                stamp_ = now.stamp;
                break;
            }
        }
    } catch (const std::exception& error) {
        guarded_ = nullptr;
        tell(sentence_of(error, words()));
    }
}

void Application::tell(const std::string& message) {
    view_.dialogs.message = message;
    view_.dialogs.open = Dialog::message;
}

namespace {

bool typing(const View& view) {
    return !view.input.number_entry.id.empty() ||
           (ImGui::GetIO().WantTextInput && ImGui::IsAnyItemActive());
}

}  // namespace

void Application::take_typing() {
    view_.input.focus.leaving = true;
}

void Application::once_typed(std::function<void()> action) {
    NumberEntry& entry = view_.input.number_entry;
    if (!entry.id.empty() && !parse_value(entry.text.data())) {
        entry.refused = true;
        view_.notify("“" + std::string(entry.text.data()) +
                     "” is no number yet: type one such as 0.5, 0,5 or 1/3, or take it back with "
                     "Esc, and then go on.");
        return;
    }
    if (!typing(view_)) {
        action();
        return;
    }
    waiting_ = std::move(action);
    waited_ = 0;
    take_typing();
}

void Application::finish_typing() {
    if (!waiting_) return;
    // A field that has just been opened hears that it is left only once it has the keyboard.
    constexpr int patience = 5;
    if (typing(view_) && ++waited_ < patience) {
        take_typing();
        return;
    }
    std::exchange(waiting_, nullptr)();
}

}  // namespace lstm
