/// What the page's memory may still grow by.
#include "platform/memory.h"

#include <emscripten/heap.h>

namespace lstm {

double free_memory() {
    constexpr double share = 0.75;
    return share * static_cast<double>(emscripten_get_heap_max() - emscripten_get_heap_size());
}

}  // namespace lstm
