/// Counts the allocations of a test program, and lets one fail. To be included by one file of it:
/// the C library's functions are replaced, where operator new and Eigen both end. The sanitizers
/// replace them too, and nobody else may then: LSTM_COUNTS_ALLOCATIONS says whether this does.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__) || !defined(__linux__)
#define LSTM_COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#define LSTM_COUNTS_ALLOCATIONS !__has_feature(address_sanitizer)
#else
#define LSTM_COUNTS_ALLOCATIONS 1
#endif

#if LSTM_COUNTS_ALLOCATIONS

namespace lstm {

inline long allocations = 0;
/// The number of the allocation that fails; 0: none.
inline long failing_allocation = 0;

inline bool next_allocation_fails() {
    return ++allocations == failing_allocation;
}

}  // namespace lstm

// The names are glibc's.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-*,misc-definitions-in-headers)
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
    return lstm::next_allocation_fails() ? nullptr : __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    return lstm::next_allocation_fails() ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) {
    return lstm::next_allocation_fails() ? nullptr : __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return lstm::next_allocation_fails() ? nullptr : __libc_memalign(alignment, size);
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-*,misc-definitions-in-headers)

#endif
