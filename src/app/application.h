/// The application without its window: a session, what the user looks at, and what he asks for.
///
/// It knows ImGui but neither GLFW nor OpenGL, so that tests drive it frame by frame.
#pragma once

#include "app/export_job.h"
#include "app/export_kinds.h"
#include "app/journal.h"
#include "app/loading.h"
#include "app/settings.h"
#include "app/training_job.h"
#include "document/session.h"
#include "platform/renderer.h"
#include "ui/comparison/comparison_run.h"
#include "ui/look/theme.h"
#include "ui/state/frame.h"
#include "ui/state/proposals.h"
#include "ui/state/view.h"
#include "ui/widgets/regions.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lstm {

class FileDialog;

/// One open document and the whole of its window's contents. Needs a current ImGui and ImPlot
/// context.
class Application {
public:
    /// Opens `scenario`. `painter` must outlive the application. `settings` are changed in place
    /// (theme, size, recent files); whoever owns them saves them.
    /// `open_pictures` is for exports.
    Application(Loaded scenario, Settings& settings, HeatMapPainter& painter,
                OpenPictures open_pictures = {});

    /// Before ImGui::NewFrame: follows a change of theme or size. `content_scale` is the monitor's,
    /// `texture_limit` the largest width and height of a texture, in pixels.
    /// Returns true where the font atlas was rebuilt, so that its texture has to be uploaded again.
    bool prepare(float content_scale, int texture_limit = usual_texture_limit);
    /// What every graphics card of the last ten years can do.
    static constexpr int usual_texture_limit = 8192;

    /// From ImGui::NewFrame to ImGui::Render, once for each act of the user since the last frame,
    /// so that each counts however slow frames are; and again where an edit was made, so that its
    /// consequences are in the same picture.
    void frame();

    /// `prepare` and `frame`, drawn by `renderer`, whose context of ImGui must be current.
    void draw_with(Renderer& renderer, float content_scale);

    /// Between two frames: goes on with what is being exported, and takes the answer of the
    /// system's dialog. Whether there is something new to see.
    bool work();

    /// Seconds after which the picture changes by itself; infinite where nothing moves.
    [[nodiscard]] double next_frame_in() const;

    /// From now on unsaved work is kept in `journal`, which must outlive the application; what
    /// earlier runs left there is offered. Without this nothing is kept, and nothing offered.
    void keep_work_in(Journal& journal);

    /// From now on files are asked for in `dialog`, which must outlive the application, and in the
    /// window's own dialogs only where that fails or the user prefers them.
    void use_file_dialog(FileDialog& dialog);

    /// Opens a file (dropped, say); first asks where unsaved work would be lost. Of a table, with
    /// the steps of a sequence in its rows, asks what shall become of it.
    void open_file(const std::filesystem::path& file);
    /// The same for a link.
    void open_link(const std::string& link);
    /// Links lead to `page`, in which this runs, wherever the user's settings would have them lead.
    void share_from(const std::string& page);
    /// The user wants to leave; first asks where unsaved work would be lost.
    void ask_to_close();
    /// Whether the window may go now.
    [[nodiscard]] bool closed() const { return closed_; }
    /// Takes what is being typed in the next frame, as if Tab were pressed.
    void take_typing();
    /// "● StatQuest: … – LSTM Notebook"
    [[nodiscard]] std::string window_title() const;
    /// Whether the window should fill the screen.
    [[nodiscard]] bool full_screen() const { return view_.look.full_screen; }
    /// Brings the keyboard to the control at the region `id`, as Tab does.
    void focus_on(const std::string& id);
    /// Says in a dialog that work is not kept from one start to the next, and why.
    void tell_unkept(const std::string& reason);
    /// Training takes no longer than that between two frames, but for one step of it.
    void limit_training(double seconds) { training_job_.limit(seconds); }

    [[nodiscard]] const Session& session() const { return session_; }
    [[nodiscard]] const View& view() const { return view_; }
    /// To be set before the first frame (render command) or by tests.
    [[nodiscard]] View& view() { return view_; }
    /// How training and exports go.
    [[nodiscard]] const TrainingStatus& training() const { return training_job_.status(); }
    [[nodiscard]] const ExportStatus& exporting() const { return export_job_.status(); }
    /// Where everything that can be pointed at stands in the last frame.
    [[nodiscard]] const Regions& regions() const { return regions_; }
    /// What is kept between frames.
    [[nodiscard]] const Memo& memo() const { return memo_; }
    /// The file that Ctrl+S writes to; nothing for an example or a new document.
    [[nodiscard]] const std::optional<std::filesystem::path>& file() const { return file_; }

private:
    void draw();
    /// Edits, undo and files, as the panels proposed them. Returns whether anything happened.
    bool carry_out_proposals();
    void carry_out(const Request& request);
    /// Opens what `load` returns; what it throws is told.
    void open(const std::function<Loaded()>& load);
    /// Opens the link or scenario that was copied, or makes `parameter` the numbers that were; or
    /// says that there is none.
    void open_copied(ParameterId parameter);
    /// Makes `parameter` the numbers in `text`; asks where they fit in another way than as they
    /// are.
    void paste_matrix(ParameterId parameter, const std::string& text);
    void copy_matrix(const CopyMatrixRequest& request);
    /// Asks what shall become of the table in `text`, which is called `name`; or says why it is
    /// none.
    void take_table(const std::string& name, const std::string& text);
    /// To where a link leads, of what is open.
    void go_to(const LinkedPlace& place);
    /// Where a link to what is on show would lead.
    [[nodiscard]] LinkedPlace place_now() const;
    /// While the link is asked for: makes it anew where it would be another.
    void follow_sharing();
    void set_page_address(const std::string& page);
    void start_over_with(const Loaded& scenario);
    void open_example(const std::string& name);
    void open_table(const std::filesystem::path& file);
    /// Saves to the document's file, or asks for one; asks where that is not as it was read.
    void save();
    /// Answers the dialog that asks for a name; asks where a file is in the way.
    void save_as(const SaveAsRequest& request);
    /// Throws FileError, and then nothing is changed.
    void save_to(const std::filesystem::path& file);
    /// Before the first save to `file`: keeps what is there. A failure is told in the notice.
    void keep_previous(const std::filesystem::path& file);
    /// What was to be done once the work is saved.
    void go_on();
    /// Opens and closes the system's file dialog as the window's own opens and closes.
    void follow_dialogs();
    /// Does what was answered there; whether anything was.
    bool take_answer();
    /// Does `action` now, or after the user agreed to lose unsaved work.
    void guard(std::function<void()> action);
    void answer(UnsavedAnswer::Choice choice);
    void answer(ConflictAnswer::Choice choice);
    void tell(const std::string& message);
    /// What is said, in the language of the window.
    [[nodiscard]] Words words() const { return Words(view_.look.language); }
    /// Does `action` once what is being typed is part of the document; where that is no number,
    /// says so and does nothing.
    void once_typed(std::function<void()> action);
    void finish_typing();
    /// Puts unsaved work into the journal, and nothing where there is none.
    void keep_work();
    void recover(std::size_t index);
    void forget_recoverable(std::size_t index);
    /// A name for a file of the document, without its folder.
    [[nodiscard]] std::string proposed_name() const;
    void start_export(bool replace);
    void carry_out(const TrainingRequest& request);
    void show_sequence(int index);
    [[nodiscard]] float wanted_scale(float content_scale) const;

    /// What a link was made from.
    struct SharedOf {
        std::uint64_t revision = 0;
        LinkedPlace place;
        std::string page;

        friend bool operator==(const SharedOf&, const SharedOf&) = default;
    };

    Session session_;
    Settings& settings_;
    HeatMapPainter& painter_;
    OpenPictures open_pictures_;
    float content_scale_ = 1;
    std::vector<GalleryEntry> gallery_;
    ExportJob export_job_;
    TrainingJob training_job_{session_};
    SharedLink shared_;
    SharedOf shared_of_;
    View view_;
    Theme theme_;
    Scales scales_;
    std::uint64_t scales_revision_ = 0;  ///< of the session when `scales_` was computed
    ComparisonCache comparison_cache_;
    Memo memo_;
    Regions regions_;
    Proposals proposals_;
    std::optional<std::filesystem::path> file_;
    std::string file_name_;
    std::string name_;                ///< of the example that the document was; else empty
    std::optional<FileStamp> stamp_;  ///< of what the file held when it was read or saved
    std::set<std::filesystem::path> saved_to_;  ///< in this session
    std::function<void()> guarded_;             ///< waits for the answer to "unsaved work"
    std::function<void()> waiting_;             ///< for what is being typed
    int waited_ = 0;                            ///< frames
    bool closed_ = false;
    FileDialog* file_dialog_ = nullptr;
    Dialog asked_in_ = Dialog::closed;  ///< which of the window's dialogs the system's stands for

    Journal* journal_ = nullptr;
    Snapshot kept_;  ///< what the journal was given last
    std::vector<OrphanedWork> orphans_;
};

}  // namespace lstm
