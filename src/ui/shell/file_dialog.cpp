/// The file chooser: folders and *.json files, nothing else.
#include "ui/shell/file_dialog.h"

#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace lstm {
namespace {

namespace fs = std::filesystem;

FolderListing list_folder(const fs::path& folder, fs::file_time_type changed) {
    FolderListing listing{folder, changed, {}, {}, {}};
    std::error_code error;
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error),
         end;
         !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            listing.folders.push_back(std::move(name));
        } else if (it->path().extension() == ".json") {
            listing.files.push_back(std::move(name));
        }
    }
    if (error) listing.trouble = "This folder cannot be read: " + error.message();
    std::sort(listing.folders.begin(), listing.folders.end());
    std::sort(listing.files.begin(), listing.files.end());
    return listing;
}

/// Lists the folder on show where that is not done yet, or something was added to it or removed.
void keep_listed(FileChooser& chooser) {
    std::error_code ignored;
    const fs::file_time_type changed = fs::last_write_time(chooser.folder, ignored);
    if (chooser.listing.folder != chooser.folder || chooser.listing.changed != changed)
        chooser.listing = list_folder(chooser.folder, changed);
}

void forget_answer(FileChooser& chooser) {
    chooser.told.clear();
    chooser.in_the_way.clear();
}

void set_name(FileChooser& chooser, const std::string& name) {
    forget_answer(chooser);
    chooser.name = {};
    std::copy_n(name.begin(), std::min(name.size(), chooser.name.size() - 1), chooser.name.begin());
}

/// What the name line says, taken from the folder on show.
fs::path chosen(const FileChooser& chooser) {
    return fs::path(chooser.folder) / chooser.name.data();
}

/// Begins, where the dialog appears, in the folder of the document's file with `name`.
void start(Frame& frame, const std::string& name) {
    FileChooser& chooser = frame.view.dialogs.chooser;
    if (!ImGui::IsWindowAppearing() && !chooser.folder.empty()) return;
    std::error_code error;
    const fs::path file = frame.file_name;
    const bool elsewhere = chooser.elsewhere;
    chooser = {};
    chooser.elsewhere = elsewhere;
    chooser.folder =
        file.has_parent_path() ? file.parent_path().string() : fs::current_path(error).string();
    set_name(chooser, name);
}

/// Draws what can be chosen from. Returns the file when one was double-clicked, or Enter pressed on
/// it.
std::optional<fs::path> choose_from_list(Frame& frame) {
    FileChooser& chooser = frame.view.dialogs.chooser;
    keep_listed(chooser);
    const FolderListing& listing = chooser.listing;
    const std::size_t folders = listing.folders.size();
    std::optional<fs::path> result;
    std::string entered;  // the folder that is gone into
    const auto draw_row = [&](std::size_t row) {
        if (row == 0) {
            if (list_line(frame, "files/..", "↑  .."))
                entered = fs::path(chooser.folder).parent_path().string();
        } else if (row <= folders) {
            const std::string& folder = listing.folders[row - 1];
            if (list_line(frame, "files/" + folder + "/", "▸  " + folder))
                entered = (fs::path(chooser.folder) / folder).string();
        } else {
            const std::string& file = listing.files[row - 1 - folders];
            if (!list_line(frame, "files/" + file, "    " + file, file == chooser.name.data(),
                           ImGuiSelectableFlags_AllowDoubleClick))
                return;
            set_name(chooser, file);
            if (frame.view.input.focus.visible ||
                ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
                result = chosen(chooser);
        }
    };

    ImGui::BeginChild("files", {frame.px(600), frame.px(280)}, ImGuiChildFlags_Border);
    ImGuiListClipper rows;
    rows.Begin(static_cast<int>(1 + folders + listing.files.size()));
    include_focused_rows(frame, rows);
    while (rows.Step())
        for (int row = rows.DisplayStart; row < rows.DisplayEnd; ++row)
            draw_row(static_cast<std::size_t>(row));
    if (!listing.trouble.empty()) paragraph(listing.trouble);
    if (listing.trouble.empty() && listing.files.empty())
        ImGui::TextColored(frame.theme->muted, "%s", frame.words("files.none").c_str());
    if (!entered.empty()) ImGui::SetScrollY(0);
    ImGui::EndChild();
    if (!entered.empty()) chooser.folder = entered;
    return result;
}

/// Says what became of the last attempt.
void draw_told(Frame& frame) {
    const std::string& told = frame.view.dialogs.chooser.told;
    if (told.empty()) return;
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + frame.px(600));
    ImGui::PushStyleColor(ImGuiCol_Text, frame.theme->bad);
    ImGui::TextUnformatted(told.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    frame.regions.add("files/told", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), told);
}

/// Where the system's dialog asks, the window's waits for it, and offers to ask instead.
std::optional<fs::path> wait_for_system(Frame& frame) {
    paragraph(frame.words("files.elsewhere"));
    ImGui::Dummy({frame.px(600), frame.px(4)});
    if (button(frame, "files/here", frame.words("files.here")))
        frame.view.dialogs.chooser.elsewhere = false;
    ImGui::SameLine();
    if (button(frame, "files/cancel", frame.words("cancel")))
        frame.view.dialogs.open = Dialog::closed;
    return {};
}

/// Draws the folder and the name line. Returns the file when one was chosen for good.
std::optional<fs::path> choose(Frame& frame, const std::string& verb) {
    FileChooser& chooser = frame.view.dialogs.chooser;
    if (chooser.elsewhere) return wait_for_system(frame);
    heading(frame, elided(frame.theme.fonts.small, chooser.folder, frame.px(600)));
    std::optional<fs::path> result = choose_from_list(frame);

    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    open_text_at_focus(frame, "files/name");
    ImGui::SetNextItemWidth(frame.px(600));
    if (ImGui::InputTextWithHint("###files/name", frame.words("files.name").c_str(),
                                 chooser.name.data(), chooser.name.size(),
                                 ImGuiInputTextFlags_EnterReturnsTrue))
        result = chosen(chooser);
    if (ImGui::IsItemEdited()) forget_answer(chooser);
    frame.regions.add("files/name", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      chooser.name.data());
    focus_text(frame, "files/name");
    draw_told(frame);
    ImGui::Dummy({0, frame.px(4)});
    const bool named = chooser.name[0] != '\0';
    if (button(frame, "files/accept", verb, "", named)) result = chosen(chooser);
    ImGui::SameLine();
    if (button(frame, "files/cancel", frame.words("cancel")))
        frame.view.dialogs.open = Dialog::closed;
    if (!named) result.reset();
    // A folder is gone into, never opened or written over.
    std::error_code error;
    if (result && fs::is_directory(*result, error)) {
        chooser.folder = result->string();
        set_name(chooser, "");
        result.reset();
    }
    return result;
}

}  // namespace

void draw_open_dialog(Frame& frame) {
    start(frame, fs::path(frame.file_name).filename().string());
    if (!frame.recent_files.empty()) {
        heading(frame, frame.words("files.recent"));
        for (std::size_t n = 0; n < std::min<std::size_t>(frame.recent_files.size(), 5); ++n) {
            const std::string& file = frame.recent_files[n];
            const std::string label = elided(frame.theme.fonts.text, file, frame.px(590));
            if (list_line(frame, "recent/" + std::to_string(n), label, false, 0,
                          {frame.px(600), 0})) {
                frame.view.dialogs.open = Dialog::closed;
                frame.proposals.request(OpenFileRequest{file});
            }
            frame.regions.add("recent/" + std::to_string(n), ImGui::GetItemRectMin(),
                              ImGui::GetItemRectMax(), file);
        }
        ImGui::Dummy({0, frame.px(4)});
    }
    if (const auto file = choose(frame, frame.words("command.open.label"))) {
        frame.view.dialogs.open = Dialog::closed;
        frame.proposals.request(OpenFileRequest{file->string()});
    }
}

void draw_save_dialog(Frame& frame) {
    start(frame, frame.proposed_name);
    auto file = choose(frame, frame.words("command.save.label"));
    // It stays until the file is saved, so that nothing that was typed is lost.
    if (file) {
        if (file->extension() != ".json") *file += ".json";
        frame.proposals.request(SaveAsRequest{file->string()});
    }
    const std::string& in_the_way = frame.view.dialogs.chooser.in_the_way;
    if (in_the_way.empty()) return;
    ImGui::SameLine();
    // Not where a double click on Save, or a second Enter, would press it too.
    if (button(frame, "files/replace", frame.words("export.replace")))
        frame.proposals.request(SaveAsRequest{in_the_way, true});
}

}  // namespace lstm
