/// A value that is computed when it is first asked for.
#pragma once

#include <optional>

namespace lstm {

/// Follows from what its owner holds and from nothing else, so that asking for it changes nothing
/// that can be seen: the one place where const hides a change. Not for several threads at once.
template <class T>
class Lazy {
public:
    /// What `make()` gave the first time.
    template <class Make>
    const T& get(const Make& make) const {
        if (!value_) value_.emplace(make());
        return *value_;
    }

private:
    mutable std::optional<T> value_;
};

}  // namespace lstm
