/// Memory for columns of numbers that the simd_width registers read at once.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace lstm {

/// Numbers in a line of the processor's cache; no register of today's holds more.
inline constexpr int cache_line = 8;

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
