# The same three targets as CMakeLists.txt makes, from vcpkg's ports (see ../vcpkg.json).
find_package(imgui CONFIG REQUIRED)
find_package(implot CONFIG REQUIRED)
find_package(glad CONFIG REQUIRED)

add_library(imgui ALIAS imgui::imgui)
add_library(imgui_backends ALIAS imgui::imgui)  # the port's features bring the backends
add_library(implot ALIAS implot::implot)
add_library(glad ALIAS glad::glad)
