/// What the window's contents do, handed to the application, the settings and the journal.
#include "app/notebook_window.h"

#include "app/offscreen_renderer.h"
#include "platform/user_folders.h"

#include <cstdlib>
#include <utility>

namespace lstm {
namespace {

/// What the user asked for, else what he chose before, else what the system speaks.
Language language_of(const std::string& asked, const Settings& settings) {
    for (const std::string& name : {asked, settings.language})
        if (const auto language = language_named(name)) return *language;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0')
            return language_named(value).value_or(Language::english);
    return Language::english;
}

}  // namespace

NotebookWindow::NotebookWindow(Loaded scenario, const std::string& language)
    : journal_(state_folder()),
      application_(std::move(scenario), settings_, window_.renderer().heat_maps(), open_pictures) {
    application_.view().look.language = language_of(language, settings_);
    application_.keep_work_in(journal_);
    constexpr double seconds_of_training_a_frame = 0.03;
    application_.limit_training(seconds_of_training_a_frame);
    if (file_dialog_) application_.use_file_dialog(*file_dialog_);
}

int NotebookWindow::run() {
    const int status = window_.run(*this);
    rest();
    if (status == 0) journal_.clear();
    return status;
}

void NotebookWindow::draw(float content_scale) {
    application_.draw_with(window_.renderer(), content_scale);
}

void NotebookWindow::rest() {
    settings_.window = window_.place();
    if (settings_ == saved_settings_) return;
    save_settings(settings_);
    saved_settings_ = settings_;
}

}  // namespace lstm
