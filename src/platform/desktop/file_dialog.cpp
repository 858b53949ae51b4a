/// File dialogs of the desktop, by the programs that show them for scripts.
#include "platform/file_dialog.h"

#include "platform/child_process.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace lstm {
namespace fs = std::filesystem;
namespace {

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

bool is_installed(const std::string& program) {
    std::istringstream folders(environment("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::error_code none;
        if (fs::is_regular_file(fs::path(folder) / program, none)) return true;
    }
    return false;
}

using Command = std::vector<std::string>;

Command zenity_command(const FileQuestion& question) {
    Command command{"zenity",
                    "--file-selection",
                    "--title=" + question.title,
                    "--filename=" + question.start.string(),
                    "--file-filter=" + question.kind + " | *" + question.ending,
                    "--file-filter=* | *"};
    if (question.purpose == FileQuestion::Purpose::save)
        command.insert(command.end(), {"--save", "--confirm-overwrite"});
    return command;
}

Command kdialog_command(const FileQuestion& question) {
    const bool saves = question.purpose == FileQuestion::Purpose::save;
    return {"kdialog",
            "--title",
            question.title,
            saves ? "--getsavefilename" : "--getopenfilename",
            question.start.string(),
            question.kind + " (*" + question.ending + ")"};
}

/// A program that shows a dialog: it prints the file's name and ends with status 0, or with 1 where
/// the user cancels.
struct DialogProgram {
    std::string_view name;
    Command (*command)(const FileQuestion& question);
};
constexpr DialogProgram zenity{"zenity", zenity_command}, kdialog{"kdialog", kdialog_command};

class ProgramDialog : public FileDialog {
public:
    explicit ProgramDialog(DialogProgram program) : program_(program) {}

    void ask(const FileQuestion& question) override {
        give_up();
        asked_ = true;
        try {
            running_ = std::make_unique<ChildProcess>(program_.command(question));
            running_->end_input();
        } catch (const std::system_error&) {
            running_.reset();  // `answer` says so
        }
    }

    std::optional<FileAnswer> answer() override {
        if (!asked_) return {};
        const auto status = running_ ? running_->status() : std::optional(-1);
        if (!status) return {};
        const FileAnswer answer = read(*status);
        give_up();
        return answer;
    }

    void give_up() override {
        running_.reset();
        asked_ = false;
    }

private:
    [[nodiscard]] FileAnswer read(int status) const {
        if (status == 1) return {FileAnswer::Outcome::cancelled, {}};
        std::string name = status == 0 ? running_->output() : "";
        if (name.ends_with('\n')) name.pop_back();
        if (name.empty()) return {FileAnswer::Outcome::failed, {}};
        return {FileAnswer::Outcome::chosen, name};
    }

    DialogProgram program_;
    std::unique_ptr<ChildProcess> running_;
    bool asked_ = false;
};

}  // namespace

std::unique_ptr<FileDialog> system_file_dialog() {
    const std::string wanted = environment("LSTM_FILE_DIALOG");
    std::array programs{zenity, kdialog};
    if (environment("XDG_CURRENT_DESKTOP").find("KDE") != std::string::npos)
        std::ranges::reverse(programs);
    for (const DialogProgram& program : programs)
        if ((wanted.empty() || wanted == program.name) && is_installed(std::string(program.name)))
            return std::make_unique<ProgramDialog>(program);
    return nullptr;
}

}  // namespace lstm
