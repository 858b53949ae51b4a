// Dear ImGui's settings: every translation unit that includes imgui.h must see the same ones.
#pragma once

// ImPlot draws more than 65,536 vertices in one window where a trace is long.
#define ImDrawIdx unsigned int

// Any sign of Unicode: mathematical letters lie beyond the first 65,536.
#define IMGUI_USE_WCHAR32

// Names that Dear ImGui has retired are errors, so that its next version stays within reach;
// but ImPlot 0.17 still uses this one.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IM_OFFSETOF(type, member) offsetof(type, member)

// Our window is no demonstration of Dear ImGui: its demo takes the longest to compile.
#define IMGUI_DISABLE_DEMO_WINDOWS
