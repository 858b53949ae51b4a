/// Finding slots, and clearing those that nobody asks for.
#include "ui/state/memo.h"

namespace lstm {
namespace {

constexpr std::int64_t frames_kept = 300;

}  // namespace

void Memo::next_frame() {
    ++frame_;
    std::erase_if(slots_,
                  [&](const auto& slot) { return frame_ - slot.second.last_frame > frames_kept; });
}

Memo::Slot& Memo::slot_of(std::string_view name) {
    auto found = slots_.find(name);
    if (found == slots_.end()) found = slots_.emplace(std::string(name), Slot{}).first;
    found->second.last_frame = frame_;
    return found->second;
}

}  // namespace lstm
