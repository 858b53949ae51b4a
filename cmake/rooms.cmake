# Rooms: one library for each folder of src/, walled off from the rooms that it does not depend on.

# raise_wall(NAME FOLDER VARIABLE)
#
# Sets VARIABLE to the include path from which "NAME/header.h" names FOLDER/header.h, and nothing
# else can be named: a folder of the build that holds one link. The path src/ would open every door.
# There is still a gap under the wall, "../"; tests/walls looks out for that.
function(raise_wall name folder variable)
    set(wall ${PROJECT_BINARY_DIR}/include/${name}-wall)
    file(MAKE_DIRECTORY ${wall})
    file(CREATE_LINK ${folder} ${wall}/${name} RESULT error SYMBOLIC)
    if(error)  # Windows, without the right to make links: it builds all the same, with no walls.
        cmake_path(GET folder PARENT_PATH wall)
    endif()
    set(${variable} ${wall} PARENT_SCOPE)
endfunction()

# precompile(TARGET header... | TARGET LIKE other-target)
#
# Has others' headers read once for all files of TARGET, which halves the time of a build. A file still
# includes all that it uses: the preset dev and tools/lint compile each without this. Headers of ours
# stay out, so that a change to one is a change for those who include it, and so do those that
# the room may not include (tests/walls looks at the list).
function(precompile target)
    if(NOT LSTM_PRECOMPILE)
        return()
    endif()
    if(ARGV1 STREQUAL LIKE)
        target_precompile_headers(${target} REUSE_FROM ${ARGV2})
    else()
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# add_room(NAME [EXCEPT folder...] [DEPENDS target...] [PRECOMPILE header... | PRECOMPILE LIKE target])
#
# Makes the library lstm_NAME from src/NAME/**.cpp, less those in its own EXCEPT folders, which are
# built apart, or for another system. It can include its own headers ("NAME/header.h"), those of the targets that it
# depends on, and no others.
function(add_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "EXCEPT;DEPENDS;PRECOMPILE")
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${name})
    raise_wall(${name} ${folder} wall)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    list(REMOVE_ITEM sources ${folder}/main.cpp)
    foreach(part IN LISTS room_EXCEPT)
        list(FILTER sources EXCLUDE REGEX "^${folder}/${part}/")
    endforeach()

    if(sources)
        add_library(lstm_${name} STATIC ${sources})
        target_include_directories(lstm_${name} PUBLIC ${wall})
        target_link_libraries(lstm_${name} PUBLIC ${room_DEPENDS} PRIVATE lstm_warnings)
        if(room_PRECOMPILE)
            precompile(lstm_${name} ${room_PRECOMPILE})
        endif()
    else()  # headers only, as yet
        add_library(lstm_${name} INTERFACE)
        target_include_directories(lstm_${name} INTERFACE ${wall})
        target_link_libraries(lstm_${name} INTERFACE ${room_DEPENDS})
    endif()
endfunction()

# add_room_tests(NAME)
#
# Makes the program test_NAME from tests/NAME/**.cpp and registers each of its tests with CTest.
# Helpers that rooms share are included as "support/header.h".
function(add_room_tests name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
    if(NOT sources)
        return()
    endif()
    add_executable(test_${name} ${sources})
    target_compile_definitions(test_${name} PRIVATE
        LSTM_SOURCE_DIR="${PROJECT_SOURCE_DIR}"           # for examples and fixtures
        LSTM_PROGRAM="${PROJECT_BINARY_DIR}/lstm-notebook")  # for tests that start the program
    target_link_libraries(test_${name} PRIVATE
        lstm_${name} test_support lstm_warnings rapidcheck GTest::gmock GTest::gtest_main)
    precompile(test_${name} LIKE test_headers)
    # PRE_TEST asks the program for its tests when CTest runs, not at each build.
    gtest_discover_tests(test_${name}
        DISCOVERY_MODE PRE_TEST
        DISCOVERY_TIMEOUT 60
        TEST_PREFIX ${name}/
        PROPERTIES TIMEOUT 300)
    add_dependencies(lstm-tests test_${name})
endfunction()
