/// The file chooser: folders and *.json files, nothing else.
#include "panels/file_dialog.h"

#include "panels/focus.h"
#include "panels/widgets.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace lstm {
namespace {

namespace fs = std::filesystem;

struct Listing {
    std::vector<std::string> folders;
    std::vector<std::string> files;
    std::string trouble;  ///< why nothing could be listed
};

Listing list_folder(const fs::path& folder) {
    Listing listing;
    std::error_code error;
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error),
         end;
         !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            listing.folders.push_back(name);
        } else if (it->path().extension() == ".json") {
            listing.files.push_back(name);
        }
    }
    if (error) listing.trouble = "This folder cannot be read: " + error.message();
    std::sort(listing.folders.begin(), listing.folders.end());
    std::sort(listing.files.begin(), listing.files.end());
    return listing;
}

void set_name(FileChooser& chooser, const std::string& name) {
    chooser.name = {};
    std::copy_n(name.begin(), std::min(name.size(), chooser.name.size() - 1), chooser.name.begin());
}

/// What the name line says, taken from the folder on show.
fs::path chosen(const FileChooser& chooser) {
    return fs::path(chooser.folder) / chooser.name.data();
}

void start(Frame& frame) {
    FileChooser& chooser = frame.view.chooser;
    if (!ImGui::IsWindowAppearing() && !chooser.folder.empty()) return;
    std::error_code error;
    const fs::path file = frame.file_name;
    chooser.folder =
        file.has_parent_path() ? file.parent_path().string() : fs::current_path(error).string();
    set_name(chooser, file.has_filename() ? file.filename().string() : "");
}

/// Draws the folder and the name line. Returns the file when one was chosen for good.
std::optional<fs::path> choose(Frame& frame, const char* verb) {
    FileChooser& chooser = frame.view.chooser;
    std::optional<fs::path> result;
    heading(frame, elided(frame.theme.fonts.small, chooser.folder, frame.px(600)));
    const Listing listing = list_folder(chooser.folder);
    ImGui::BeginChild("files", {frame.px(600), frame.px(280)}, ImGuiChildFlags_Border);
    if (list_line(frame, "files/..", "↑  .."))
        chooser.folder = fs::path(chooser.folder).parent_path().string();
    for (const std::string& folder : listing.folders)
        if (list_line(frame, "files/" + folder + "/", "▸  " + folder))
            chooser.folder = (fs::path(chooser.folder) / folder).string();
    for (const std::string& file : listing.files) {
        const bool selected = file == chooser.name.data();
        if (list_line(frame, "files/" + file, "    " + file, selected,
                      ImGuiSelectableFlags_AllowDoubleClick)) {
            set_name(chooser, file);
            if (frame.view.focus.visible || ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
                result = chosen(chooser);
        }
    }
    if (!listing.trouble.empty()) ImGui::TextWrapped("%s", listing.trouble.c_str());
    if (listing.trouble.empty() && listing.files.empty())
        ImGui::TextColored(frame.theme->muted, "    no scenario files (*.json) here");
    ImGui::EndChild();

    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    open_text_at_focus(frame, "files/name");
    ImGui::SetNextItemWidth(frame.px(600));
    if (ImGui::InputTextWithHint("###files/name", "name of the file, or a whole path",
                                 chooser.name.data(), chooser.name.size(),
                                 ImGuiInputTextFlags_EnterReturnsTrue))
        result = chosen(chooser);
    frame.regions.add("files/name", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      chooser.name.data());
    focus_text(frame, "files/name");
    ImGui::Dummy({0, frame.px(4)});
    const bool named = chooser.name[0] != '\0';
    if (button(frame, "files/accept", verb, "", named)) result = chosen(chooser);
    ImGui::SameLine();
    if (button(frame, "files/cancel", "Cancel")) frame.view.dialog = Dialog::closed;
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
    start(frame);
    if (!frame.recent_files.empty()) {
        heading(frame, "Recent");
        for (std::size_t n = 0; n < std::min<std::size_t>(frame.recent_files.size(), 5); ++n) {
            const std::string& file = frame.recent_files[n];
            const std::string label = elided(frame.theme.fonts.text, file, frame.px(590));
            if (list_line(frame, "recent/" + std::to_string(n), label, false, 0,
                          {frame.px(600), 0})) {
                frame.view.dialog = Dialog::closed;
                frame.proposals.request(OpenFileRequest{file});
            }
            frame.regions.add("recent/" + std::to_string(n), ImGui::GetItemRectMin(),
                              ImGui::GetItemRectMax(), file);
        }
        ImGui::Dummy({0, frame.px(4)});
    }
    if (const auto file = choose(frame, "Open")) {
        frame.view.dialog = Dialog::closed;
        frame.proposals.request(OpenFileRequest{file->string()});
    }
}

void draw_save_dialog(Frame& frame) {
    start(frame);
    auto file = choose(frame, "Save");
    if (!file) return;
    if (file->extension() != ".json") *file += ".json";
    frame.view.dialog = Dialog::closed;
    frame.proposals.request(SaveAsRequest{file->string()});
}

}  // namespace lstm
