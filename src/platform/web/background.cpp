/// Tasks that are done between two frames, when the page's clock says so.
#include "platform/background.h"

#include "platform/web/page.h"

#include <emscripten/eventloop.h>

#include <utility>

namespace lstm {

class Background::Worker {
public:
    explicit Worker(std::chrono::milliseconds pace) : pace_(pace) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() { flush(); }

    void give(Task task, bool at_once) {
        used_ = true;
        wanted_ = std::move(task);
        if (at_once) return flush();
        if (timer_ == 0)
            timer_ = emscripten_set_timeout([](void* self) { static_cast<Worker*>(self)->flush(); },
                                            static_cast<double>(pace_.count()), this);
    }
    [[nodiscard]] bool used() const { return used_; }
    void flush() {
        if (timer_ != 0) emscripten_clear_timeout(std::exchange(timer_, 0));
        if (!wanted_) return;
        done_ = std::exchange(wanted_, nullptr);
        failure_ = done_();
        page::keep_files();
    }
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    std::chrono::milliseconds pace_;
    bool used_ = false;
    int timer_ = 0;  ///< 0: none
    Task wanted_, done_;
    std::string failure_;
};

Background::Background(std::chrono::milliseconds pace) : worker_(std::make_unique<Worker>(pace)) {}

Background::~Background() = default;

void Background::give(Task task, bool at_once) {
    worker_->give(std::move(task), at_once);
}

bool Background::used() const {
    return worker_->used();
}

void Background::flush() {
    worker_->flush();
}

std::string Background::failure() {
    return worker_->failure();
}

}  // namespace lstm
