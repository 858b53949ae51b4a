# The program for a page: WebAssembly and the JavaScript that loads it, in program/; then the folder to
# serve, every file of it named by its contents' hash, in the source's build/web/.
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/app/web/*.cpp)
add_executable(lstm-notebook ${sources})
target_link_libraries(lstm-notebook PRIVATE lstm_app lstm_warnings)
set_target_properties(lstm-notebook PROPERTIES
    SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/program)
target_link_options(lstm-notebook PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createNotebook -sENVIRONMENT=web -sINVOKE_RUN=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sDYNAMIC_EXECUTION=0
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sMAXIMUM_MEMORY=2147483648
    -sFORCE_FILESYSTEM=1 -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=callMain,UTF8ToString,stringToUTF8,lengthBytesUTF8,FS)

set(site ${PROJECT_SOURCE_DIR}/build/web)
set(page ${CMAKE_CURRENT_SOURCE_DIR}/platform/web/page)
file(GLOB page_files CONFIGURE_DEPENDS ${page}/*)
add_custom_command(
    OUTPUT ${site}/index.html
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/cmake/assemble_page.py
        ${site} ${page} ${PROJECT_BINARY_DIR}/program
    DEPENDS lstm-notebook ${page_files} ${PROJECT_SOURCE_DIR}/cmake/assemble_page.py
    COMMENT "Assembling the page")
add_custom_target(lstm-page ALL DEPENDS ${site}/index.html)

# The model alone, whose numbers tests hold against the program's.
add_executable(lstm-numbers ${PROJECT_SOURCE_DIR}/tests/web/numbers/numbers.cpp)
target_link_libraries(lstm-numbers PRIVATE lstm_formats lstm_document lstm_model lstm_warnings)
set_target_properties(lstm-numbers PROPERTIES
    SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/numbers)
target_link_options(lstm-numbers PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web,node -sALLOW_MEMORY_GROWTH=1
    -sEXPORTED_RUNTIME_METHODS=ccall)
