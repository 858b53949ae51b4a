/// Tasks that are done between two frames, when the page's clock says so.
#include "platform/background.h"

#include "platform/web/page.h"

#include <emscripten/eventloop.h>

#include <utility>

namespace lstm {
namespace {

class BackgroundTimer : public Background {
public:
    explicit BackgroundTimer(std::chrono::milliseconds pace) : pace_(pace) {}
    BackgroundTimer(const BackgroundTimer&) = delete;
    BackgroundTimer& operator=(const BackgroundTimer&) = delete;
    ~BackgroundTimer() override { finish(); }

    void give(Task task, bool at_once) override {
        used_ = true;
        wanted_ = std::move(task);
        if (at_once) return finish();
        if (timer_ == 0)
            timer_ = emscripten_set_timeout(
                [](void* self) { static_cast<BackgroundTimer*>(self)->finish(); },
                static_cast<double>(pace_.count()), this);
    }
    [[nodiscard]] bool used() const override { return used_; }
    void flush() override { finish(); }
    [[nodiscard]] std::string failure() override { return failure_; }

private:
    void finish() {
        if (timer_ != 0) emscripten_clear_timeout(std::exchange(timer_, 0));
        if (!wanted_) return;
        done_ = std::exchange(wanted_, nullptr);
        failure_ = done_();
        page::keep_files();
    }

    std::chrono::milliseconds pace_;
    bool used_ = false;
    int timer_ = 0;  ///< 0: none
    Task wanted_, done_;
    std::string failure_;
};

}  // namespace

std::unique_ptr<Background> open_background(std::chrono::milliseconds pace) {
    return std::make_unique<BackgroundTimer>(pace);
}

}  // namespace lstm
