/// The system's own dialogs that open and save files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lstm {

/// What the user is asked.
struct FileQuestion {
    enum class Purpose { open, save };
    Purpose purpose = Purpose::open;
    std::string title;
    std::filesystem::path start;  ///< the file that is proposed, or a folder with "/" behind it
    std::string kind;             ///< what files are called: "Scenarios"
    std::string ending;           ///< and how they end: ".json"
};

/// What he answered.
struct FileAnswer {
    enum class Outcome { chosen, cancelled, failed };
    Outcome outcome = Outcome::failed;
    std::filesystem::path file;  ///< that was chosen; one in the way he agreed to replace
};

/// Asks for a file beside the window, which goes on meanwhile.
class FileDialog {
public:
    FileDialog() = default;
    FileDialog(const FileDialog&) = delete;
    FileDialog& operator=(const FileDialog&) = delete;
    virtual ~FileDialog() = default;

    /// Shows the dialog, in the place of one that is open, and returns at once. In a browser it is
    /// the page's own, which opens only while a key or a click is dealt with.
    virtual void ask(const FileQuestion& question) = 0;
    /// The answer, once; nothing while there is none.
    [[nodiscard]] virtual std::optional<FileAnswer> answer() = 0;
    /// Takes the dialog away.
    virtual void give_up() = 0;
};

/// The dialogs of the user's desktop: zenity's, or kdialog's on KDE, whichever is installed;
/// nullptr where neither is. The environment variable LSTM_FILE_DIALOG has the last word: zenity,
/// kdialog, or own for none.
[[nodiscard]] std::unique_ptr<FileDialog> system_file_dialog();

}  // namespace lstm
