# Files that travel inside the program, so that it needs none beside it.

# embed_assets(TARGET folder/ file... [folder/ file...]...)
#
# Embeds each file as "folder/its-name" and adds to TARGET the definition of embedded_files(), which
# assets/embedded_assets.h declares. The assembler copies the bytes in (.incbin), which takes no
# time however large they are; it does so again when a file changes.
function(embed_assets target)
    set(paths "")
    foreach(argument IN LISTS ARGN)
        if(argument MATCHES "^[^/]+/$")
            set(folder ${argument})
        else()
            cmake_path(GET argument FILENAME name)
            list(APPEND paths ${folder}${name})
            set(file_of_${folder}${name} ${argument})
        endif()
    endforeach()
    list(SORT paths)

    set(assembly "")
    set(symbols "")
    set(entries "")
    set(files "")
    set(index 0)
    foreach(path IN LISTS paths)
        set(symbol embedded_${index})
        string(APPEND assembly "EMBED(${symbol}, ${symbol}_end, \"${file_of_${path}}\")\n")
        string(APPEND symbols "extern const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND entries "        {\"${path}\", bytes(${symbol}, ${symbol}_end)},\n")
        list(APPEND files ${file_of_${path}})
        math(EXPR index "${index} + 1")
    endforeach()

    set(generated ${CMAKE_CURRENT_BINARY_DIR}/${target})
    configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded_assets.S.in ${generated}/embedded_assets.S @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded_assets.cpp.in ${generated}/embedded_assets.cpp @ONLY)
    set_source_files_properties(${generated}/embedded_assets.S PROPERTIES OBJECT_DEPENDS "${files}")
    target_sources(${target} PRIVATE ${generated}/embedded_assets.S ${generated}/embedded_assets.cpp)
endfunction()
