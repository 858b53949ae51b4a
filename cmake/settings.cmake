# Settings that every target shares, our own and third-party alike.
option(LSTM_PRECOMPILE "Precompile the headers of others that most files include" ON)
option(LSTM_SANITIZE "Stop at the first memory error or undefined behaviour" OFF)
option(LSTM_FUZZ "Build what libFuzzer feeds (Clang)" OFF)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# For every target: no a × b + c becomes one operation that rounds once. Whether it did would depend on the
# processor and on the place of a number in a register, and what a reader can check by hand would not be
# what is shown. The program is built for every processor of its kind; the loops that want a wide one are
# compiled for each level and chosen when it runs (src/model/engine/kernels.h).
add_compile_options(-ffp-contract=off)

# Named in full: another python3 may come first in PATH, without the modules of Debian's.
find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(EMSCRIPTEN)  # exceptions as the browser has them, two doubles in a register
    add_compile_options(-fwasm-exceptions -msimd128)
    add_link_options(-fwasm-exceptions)
    # A page should be small, but what computes fast. One of the two is named: after -Oz, emscripten's driver
    # takes no -O3.
    set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
    set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")
    add_compile_options($<IF:$<STREQUAL:$<TARGET_PROPERTY:NAME>,lstm_model>,-O3,-Oz>)
    add_link_options(-Oz)
    # What the standard library of Debian 12's emscripten lacks.
    include_directories(BEFORE SYSTEM ${PROJECT_SOURCE_DIR}/cmake/emscripten)
    set(LSTM_PRECOMPILE OFF)  # emscripten's compiler driver takes none
endif()

if(LSTM_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(LSTM_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE)  # which takes files with precompiled headers only if told that this is meant
    set(CMAKE_C_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()

# Linked by our own targets only. Sign conversions stay silent: Eigen counts in signed numbers, the
# standard library in unsigned ones, and the casts would hide more than they show. GCC 12 finds the
# others inside its own std::string and std::variant, where they are false: the last two only with
# precompiled headers, which let it forget whose code that is. With sanitizers it finds one more in its
# own header for AVX-512.
add_library(lstm_warnings INTERFACE)
target_compile_options(lstm_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    $<$<BOOL:${EMSCRIPTEN}>:-Wno-deprecated-experimental-coroutine>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict
        $<$<BOOL:${LSTM_PRECOMPILE}>:-Wno-stringop-overflow -Wno-array-bounds>
        $<$<BOOL:${LSTM_SANITIZE}>:-Wno-uninitialized>>)
