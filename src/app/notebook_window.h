/// The application in the platform's window, with its settings and the journal of its work.
#pragma once

#include "app/application.h"
#include "app/gui_contexts.h"
#include "app/journal.h"
#include "app/loading.h"
#include "app/settings.h"
#include "platform/file_dialog.h"
#include "platform/window.h"

#include <memory>
#include <string>

namespace lstm {

/// The application as a window's contents.
class NotebookWindow : public WindowContents {
public:
    /// Opens `scenario`. `language`: what was asked for; empty: as the settings or the system have
    /// it. Throws GraphicsError.
    NotebookWindow(Loaded scenario, const std::string& language);

    /// Until the user closes it, or a signal does. Returns the program's exit status. In a browser
    /// it returns at once, and the window must live as long as the page.
    int run();

    [[nodiscard]] Application& application() { return application_; }

    void draw(float content_scale) override;
    [[nodiscard]] bool work() override { return application_.work(); }
    [[nodiscard]] double next_frame_in() const override { return application_.next_frame_in(); }
    void rest() override;

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
    Journal journal_;
    std::unique_ptr<FileDialog> file_dialog_ = system_file_dialog();
    Application application_;
};

}  // namespace lstm
