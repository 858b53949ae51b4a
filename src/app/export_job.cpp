/// An export of the window: written piece by piece between its frames.
#include "app/export_job.h"

#include "app/naming.h"
#include "app/sentence.h"

#include <chrono>
#include <exception>
#include <utility>

namespace lstm {
namespace {

/// Seconds that an export may take between two frames.
constexpr double patience = 0.03;

}  // namespace

void ExportJob::start(const ExportKind& kind, ExportWork what, bool replace) {
    status_ = {};
    std::error_code ignored;
    if (!replace && std::filesystem::exists(what.out, ignored)) {
        status_.in_the_way = what.out.string();
        status_.told = question_before_replacing(std::filesystem::absolute(what.out));
        status_.failed = true;
        return;
    }
    try {
        out_ = what.out;
        task_ = kind.start(what);
        status_.pieces = task_->pieces();
    } catch (const std::exception& error) {
        stop(sentence_of(error), true);
    }
}

void ExportJob::advance() {
    if (!task_) return;
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    try {
        do {
            task_->advance();
            status_.done = task_->done();
        } while (status_.done < status_.pieces &&
                 std::chrono::duration<double>(Clock::now() - start).count() < patience);
        if (status_.done == status_.pieces) stop("Written: " + out_.string(), false);
    } catch (const std::exception& error) {
        stop(sentence_of(error), true);
    }
}

void ExportJob::stop(const std::string& told, bool failed) {
    task_.reset();
    status_.pieces = 0;
    status_.told = told;
    status_.failed = failed;
}

void ExportJob::forget_answer() {
    status_.told.clear();
    status_.in_the_way.clear();
}

}  // namespace lstm
