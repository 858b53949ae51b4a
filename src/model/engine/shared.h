/// A value that copies share until one of them changes.
#pragma once

#include <memory>
#include <utility>

namespace lstm {

/// Copy-on-write value. Copying costs a pointer, so ten thousand undo snapshots share what they
/// have in common. Never empty, except after being moved from.
template <class T>
class Shared {
public:
    Shared() : value_(std::make_shared<T>()) {}
    Shared(T value)
        : value_(std::make_shared<T>(std::move(value))) {}  // NOLINT: a T is a Shared<T>

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    /// The value, to be changed; first copied if anybody else holds it.
    T& edit() {
        if (value_.use_count() > 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }

    /// Whether anybody else holds it: then `edit` copies.
    [[nodiscard]] bool is_shared() const { return value_.use_count() > 1; }

    /// Whether both are the same object (then they are equal without looking).
    [[nodiscard]] bool shares_with(const Shared& other) const { return value_ == other.value_; }

    friend bool operator==(const Shared& a, const Shared& b) {
        return a.shares_with(b) || *a == *b;
    }

private:
    std::shared_ptr<T> value_;
};

}  // namespace lstm
