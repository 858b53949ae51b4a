/// Asking the processor and the environment.
#include "model/engine/kernel_choice.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lstm {

#if defined(__x86_64__)
namespace v2 {
extern const Kernels kernels;
}
namespace v3 {
extern const Kernels kernels;
}
namespace v4 {
extern const Kernels kernels;
}
#else
namespace portable {
extern const Kernels kernels;
}
#endif

namespace {

struct Available {
    std::array<const Kernels*, 3> kernels{};
    std::size_t count = 0;

    void add(const Kernels& one) { kernels[count++] = &one; }
};

Available find_available() {
    Available available;
#if defined(__x86_64__)
    // What of each level a compiler makes use of; whoever has that has the rest of the level. The
    // question covers the operating system too, which must save the wide registers.
    __builtin_cpu_init();
    const bool has_v2 = __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    const bool has_v3 = has_v2 && __builtin_cpu_supports("avx2") &&
                        __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
    const bool has_v4 = has_v3 && __builtin_cpu_supports("avx512f") &&
                        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (has_v4) available.add(v4::kernels);
    if (has_v3) available.add(v3::kernels);
    if (has_v2) available.add(v2::kernels);
#else
    available.add(portable::kernels);
#endif
    return available;
}

/// "v4, v3 or v2"
std::string names_of(std::span<const Kernels* const> all) {
    std::string names;
    for (std::size_t k = 0; k < all.size(); ++k)
        names += (k == 0 ? "" : k + 1 == all.size() ? " or " : ", ") + std::string(all[k]->name);
    return names;
}

const Kernels*& chosen() {
    static const Kernels* kernels = &kernels_called(std::getenv("LSTM_KERNELS"));
    return kernels;
}

}  // namespace

std::span<const Kernels* const> available_kernels() {
    static const Available available = find_available();
    return {available.kernels.data(), available.count};
}

const Kernels& kernels_called(const char* name) {
    const auto all = available_kernels();
    if (all.empty()) throw std::runtime_error("this processor has no SSE4.2, which is needed");
    if (name == nullptr) return *all.front();
    for (const Kernels* each : all)
        if (std::string_view(each->name) == name) return *each;
    throw std::runtime_error("LSTM_KERNELS: there is no \"" + std::string(name) +
                             "\" on this processor; it can be " + names_of(all));
}

const Kernels& kernels() {
    return *chosen();
}

void use_kernels(const Kernels& kernels) {
    chosen() = &kernels;
}

}  // namespace lstm
