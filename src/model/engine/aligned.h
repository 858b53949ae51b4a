/// Memory for columns of numbers that wide registers read at once, and how they are padded.
#pragma once

#include "model/engine/instructions.h"

#include <cstddef>
#include <new>
#include <vector>

namespace lstm {

/// `count` rounded up to a multiple of `size`.
[[nodiscard]] constexpr int round_up(int count, int size) {
    return (count + size - 1) / size * size;
}

/// `count` rounded up to what is worked on together: one group of 1, 2, 4 or 8, or several of 8.
/// (To compute four numbers is quicker than to pick out three.) The same for all kernels.
[[nodiscard]] constexpr int pad(int count) {
    int group = 1;
    while (group < count && group < cache_line) group *= 2;
    return round_up(count, group);
}

/// Allocates what begins where a line of the cache does. Throws std::bad_alloc.
template <class T>
struct CacheLineAllocator {
    using value_type = T;

    CacheLineAllocator() = default;
    template <class Other>
    CacheLineAllocator(const CacheLineAllocator<Other>&) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new(count * sizeof(T), alignment));
    }
    void deallocate(T* memory, std::size_t) noexcept { ::operator delete(memory, alignment); }

    friend bool operator==(const CacheLineAllocator&, const CacheLineAllocator&) { return true; }

private:
    static constexpr std::align_val_t alignment{cache_line * sizeof(double)};
};

/// Numbers that begin at a line of the cache.
using AlignedNumbers = std::vector<double, CacheLineAllocator<double>>;

}  // namespace lstm
