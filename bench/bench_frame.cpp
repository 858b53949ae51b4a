/// The processor's time for one picture of the whole window at 1280 × 720: everything but the
/// graphics card.
#include "app/application.h"
#include "lesson.h"

#include <benchmark/benchmark.h>

#include <imgui.h>
#include <implot.h>

namespace lstm {
namespace {

/// Stands for the graphics card.
class NoPainter : public HeatMapPainter {
public:
    ImTextureID paint(const HeatMap& /*map*/, int /*width*/, int /*height*/) override {
        return nullptr;
    }
};

/// A window that nobody sees.
struct Window {
    Settings settings;
    NoPainter painter;
    Application application;

    static Loaded opened(Loaded scenario) {
        ImGui::CreateContext();
        ImPlot::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {1280, 720};
        return scenario;
    }
    explicit Window(Loaded scenario) : application(opened(std::move(scenario)), settings, painter) {
        for (int n = 0; n < 5; ++n) frame();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() {
        ImPlot::DestroyContext();
        ImGui::DestroyContext();
    }

    void frame() {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        application.prepare(1);
        application.frame();
    }
};

/// The sizes that are measured: an example, one of a long run, and a large cell.
Loaded scenario_of(const benchmark::State& state) {
    switch (state.range(0)) {
        case 1: return load_scenario("company-a");
        case 2: return load_scenario("hundred-steps");
        default: return {lesson({8, static_cast<int>(state.range(0))}, 512), "a lesson", {}};
    }
}

/// Nothing has changed, but the mouse moves.
void frame(benchmark::State& state) {
    Window window(scenario_of(state));
    float x = 0;
    while (state.KeepRunning()) {
        ImGui::GetIO().AddMousePosEvent(640 + (x = x < 100 ? x + 1 : 0), 500);
        window.frame();
    }
}

/// A weight is dragged: all that follows is computed, and the picture drawn a second time.
void frame_of_a_drag(benchmark::State& state) {
    Window window(scenario_of(state));
    const Region weight = *window.application.regions().find("weights/forget.W[0][0]");
    const ImVec2 at = weight.centre();
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    window.frame();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    window.frame();
    float x = 0;
    while (state.KeepRunning()) {
        ImGui::GetIO().AddMousePosEvent(at.x + (x = x < 100 ? x + 1 : 0), at.y);
        window.frame();
    }
}

BENCHMARK(frame)
    ->ArgName("scenario")
    ->Arg(1)
    ->Arg(2)
    ->Arg(8)
    ->Arg(64)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_of_a_drag)
    ->ArgName("scenario")
    ->Arg(1)
    ->Arg(2)
    ->Arg(8)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lstm
