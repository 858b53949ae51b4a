/// What follows from the document and is kept between frames: computed once for each state of it.
#pragma once

#include <any>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace lstm {

/// Values by name. What nobody asks for is forgotten after a while.
class Memo {
public:
    /// What a value was computed from: a session's revision, and what else there is.
    using Version = std::array<std::uint64_t, 3>;

    /// The value called `name`, made by `make()` unless there is one of this version.
    template <class Make>
    const auto& at(std::string_view name, const Version& version, const Make& make) {
        using T = decltype(make());
        Slot& slot = slot_of(name);
        if (slot.version != version || !slot.value.has_value()) {
            slot.value = T(make());
            slot.version = version;
            ++computed_;
        }
        return *std::any_cast<T>(&slot.value);
    }

    /// The value called `name`, a T that is kept up to date by whoever asks for it: where its
    /// version is another than `version`, by `update(value, old revision)`, 0 to begin with.
    template <class T, class Update>
    T& updated(std::string_view name, const Version& version, const Update& update) {
        Slot& slot = slot_of(name);
        if (!slot.value.has_value()) slot.value = T();
        T& value = *std::any_cast<T>(&slot.value);
        if (slot.version != version) {
            update(value, slot.version[0]);
            slot.version = version;
            ++computed_;
        }
        return value;
    }

    /// A picture begins.
    void next_frame();
    /// How often anything has been computed.
    [[nodiscard]] std::int64_t computed() const { return computed_; }

private:
    struct Slot {
        Version version{};
        std::any value;
        std::int64_t last_frame = 0;
    };

    Slot& slot_of(std::string_view name);

    std::map<std::string, Slot, std::less<>> slots_;
    std::int64_t frame_ = 0;
    std::int64_t computed_ = 0;
};

}  // namespace lstm
