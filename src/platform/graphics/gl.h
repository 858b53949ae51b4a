/// OpenGL: 3.3 core on a desktop, ES 3.0 in a browser. What is used here is in both.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <glad/gl.h>
#endif
