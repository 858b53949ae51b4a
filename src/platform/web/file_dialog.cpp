/// The page's own ways to open and save a file.
#include "platform/file_dialog.h"

#include "platform/web/page.h"

namespace lstm {
namespace {

class PageDialog : public FileDialog {
public:
    void ask(const FileQuestion& question) override {
        const bool saves = question.purpose == FileQuestion::Purpose::save;
        page::ask_for_file(saves, question.start.filename().string(), question.kind,
                           question.ending);
    }

    std::optional<FileAnswer> answer() override {
        const auto answer = page::file_that_was_chosen();
        if (!answer) return {};
        using enum FileAnswer::Outcome;
        if (!answer->asked) return FileAnswer{failed, {}};
        return FileAnswer{answer->path.empty() ? cancelled : chosen, answer->path};
    }

    void give_up() override { page::forget_question(); }
};

}  // namespace

std::unique_ptr<FileDialog> system_file_dialog() {
    return std::make_unique<PageDialog>();
}

}  // namespace lstm
