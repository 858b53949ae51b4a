/// The window: the application in the platform's window, its settings, and the journal of its work.
#include "app/window.h"

#include "app/application.h"
#include "app/examples.h"
#include "app/gui_contexts.h"
#include "app/journal.h"
#include "app/loading.h"
#include "app/offscreen_renderer.h"
#include "app/settings.h"
#include "app/telling.h"
#include "platform/file_dialog.h"
#include "platform/graphics_error.h"
#include "platform/user_folders.h"
#include "platform/window.h"

#include <cstdlib>
#include <memory>
#include <string>
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

/// The application as a window's contents.
class NotebookWindow : public WindowContents {
public:
    NotebookWindow(Loaded scenario, const std::string& language)
        : application_(std::move(scenario), settings_, window_.renderer().heat_maps(),
                       open_pictures) {
        application_.view().look.language = language_of(language, settings_);
        application_.keep_work_in(journal_);
        if (file_dialog_) application_.use_file_dialog(*file_dialog_);
    }

    /// Until the user closes it, or a signal does. Returns the program's exit status.
    int run() {
        const int status = window_.run(*this);
        rest();
        if (status == 0) journal_.clear();
        return status;
    }

    void draw(float content_scale) override {
        application_.draw_with(window_.renderer(), content_scale);
    }
    [[nodiscard]] bool work() override { return application_.work(); }
    [[nodiscard]] double next_frame_in() const override { return application_.next_frame_in(); }
    void rest() override {
        settings_.window = window_.place();
        if (settings_ == saved_settings_) return;
        save_settings(settings_);
        saved_settings_ = settings_;
    }

    [[nodiscard]] std::string title() const override { return application_.window_title(); }
    [[nodiscard]] bool full_screen() const override { return application_.full_screen(); }
    [[nodiscard]] bool closed() const override { return application_.closed(); }

    void open_file(const std::filesystem::path& file) override { application_.open_file(file); }
    void ask_to_close() override { application_.ask_to_close(); }
    void take_typing() override { application_.take_typing(); }
    void rescue() override { journal_.flush(); }

private:
    Settings settings_ = load_settings();
    Settings saved_settings_ = settings_;
    GuiContexts contexts_;
    Window window_{"LSTM Notebook", settings_.window};
    Journal journal_{state_folder()};
    std::unique_ptr<FileDialog> file_dialog_ = system_file_dialog();
    Application application_;
};

}  // namespace

int open_window(const WindowOptions& options) {
    Loaded scenario =
        options.file.empty() ? load_example(examples().front()) : load_scenario(options.file);
    try {
        return NotebookWindow(std::move(scenario), options.language).run();
    } catch (const GraphicsError& error) {
        tell(error.what());
        return 1;
    }
}

}  // namespace lstm
