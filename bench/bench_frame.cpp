/// The processor's time for one picture of the whole window at 1280 × 720: everything but the
/// graphics card.
#include "app/application.h"
#include "lesson.h"

#include <benchmark/benchmark.h>

#include <imgui.h>
#include <implot.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// Stands for the graphics card.
class NoPainter : public HeatMapPainter {
public:
    std::uintptr_t paint(const HeatMap& /*map*/, int /*width*/, int /*height*/) override {
        return 0;
    }
};

/// A window that nobody sees.
struct Window {
    Settings settings;
    NoPainter painter;
    Application application;
    ImGuiContext* gui = ImGui::GetCurrentContext();
    ImPlotContext* plots = ImPlot::GetCurrentContext();

    static Loaded opened(Loaded scenario) {
        ImGui::SetCurrentContext(ImGui::CreateContext());
        ImPlot::SetCurrentContext(ImPlot::CreateContext());
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {1280, 720};
        return scenario;
    }
    explicit Window(Loaded scenario, const std::function<void(View&)>& look = {})
        : application(opened(std::move(scenario)), settings, painter) {
        if (look) look(application.view());
        for (int n = 0; n < 5; ++n) frame();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() {
        use();
        ImPlot::DestroyContext();
        ImGui::DestroyContext();
    }

    /// Makes it the one that the mouse is over.
    void use() {
        ImGui::SetCurrentContext(gui);
        ImPlot::SetCurrentContext(plots);
    }
    void frame() {
        use();
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
        default: return {sequence({8, static_cast<int>(state.range(0))}, 512), "a lesson", {}};
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
    float x = 20;  // far enough for a drag
    while (state.KeepRunning()) {
        ImGui::GetIO().AddMousePosEvent(at.x + (x = x < 100 ? x + 1 : 20), at.y);
        window.frame();
    }
}

/// A long run of `hidden` units, which ends in a target, where something is published.
Loaded long_run(int hidden, int steps) {
    Document document = sequence({1, hidden}, steps);
    document.sequence.edit().back().edit().target = Vector::Constant(hidden, 0.5);
    Expectation expectation;
    expectation.quantity = document.cell().at("h");
    expectation.tolerance = 1;
    for (expectation.t = 1; expectation.t <= std::min(steps, 10'000); ++expectation.t)
        document.expectations.edit().push_back(expectation);
    return {std::move(document), "a long run", {}};
}

using Look = std::function<void(View&)>;

/// Moves the mouse over the time axis and draws a picture; microseconds of the processor.
double mouse_move(Window& window, int n) {
    window.use();
    const std::clock_t begin = std::clock();
    ImGui::GetIO().AddMousePosEvent(300 + static_cast<float>(n % 100), 660);
    window.frame();
    return 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

/// The mouse moves over the time axis of a long run, and of one that is a hundred times as long, in
/// turns: `ratio` is that of the medians of both, 1 where nothing grows with T.
void hover(benchmark::State& state, const Look& look) {
    Window short_run(long_run(4, 1'000), look), long_one(long_run(4, 100'000), look);
    std::vector<double> short_times, long_times;
    for (int n = 0; n < 201; ++n) {
        short_times.push_back(mouse_move(short_run, n));
        long_times.push_back(mouse_move(long_one, n));
    }
    int n = 0;
    while (state.KeepRunning()) mouse_move(long_one, n++);
    state.counters["us_T_1000"] = median(short_times);
    state.counters["us_T_100000"] = median(long_times);
    state.counters["ratio"] = median(long_times) / median(short_times);
}

/// The wheel is turned there.
void zoom(benchmark::State& state) {
    Window window(long_run(static_cast<int>(state.range(0)), static_cast<int>(state.range(1))));
    ImGui::GetIO().AddMousePosEvent(300, 660);
    int n = 0;
    while (state.KeepRunning()) {
        ImGui::GetIO().AddMouseWheelEvent(0, n++ / 8 % 2 == 0 ? 1.0F : -1.0F);
        window.frame();
    }
}

/// A weight of a long run is dragged: the edit, all that follows, and the picture twice.
void edit(benchmark::State& state, const Look& look) {
    Window window(long_run(static_cast<int>(state.range(0)), static_cast<int>(state.range(1))),
                  [&](View& view) {
                      view.look.page = Page::weights;
                      look(view);
                  });
    const Region weight = *window.application.regions().find("weights/forget.W[0][0]");
    const ImVec2 at = weight.centre();
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    window.frame();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    window.frame();
    float x = 20;  // far enough for a drag
    while (state.KeepRunning()) {
        ImGui::GetIO().AddMousePosEvent(at.x + (x = x < 100 ? x + 1 : 20), at.y);
        window.frame();
    }
}

void long_runs(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgNames({"H", "T"})->Unit(benchmark::kMillisecond);
    for (const int steps : {100'000, 1'000'000})
        for (const int hidden : {1, 4}) benchmark->Args({hidden, steps});
    benchmark->Args({16, 100'000});
}
void one_long_run(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgNames({"H", "T"})->Unit(benchmark::kMillisecond);
    benchmark->Args({4, 100'000})->Args({4, 1'000'000});
}

/// What can be on the screen beside the time axis.
std::vector<std::pair<std::string, Look>> looks() {
    std::vector<std::pair<std::string, Look>> all;
    for (const Page page : pages)
        all.emplace_back(name_of(page), [page](View& view) { view.look.page = page; });
    all.emplace_back("derivation_of_a_weight", [](View& view) {
        view.look.page = Page::derivation;
        view.selection.subject = ParameterGradientPlace{{0, 0, 0}};
    });
    all.emplace_back("comparison", [](View& view) {
        view.comparison.on = true;
        view.cursor.t = 900;
    });
    all.emplace_back("presenter", [](View& view) { view.look.presenter = true; });
    all.emplace_back("backward", [](View& view) { view.cursor.backward_phase = Phase::read; });
    return all;
}

const bool hovers_are_registered = [] {
    for (const auto& [name, look] : looks())
        benchmark::RegisterBenchmark(("hover/" + name).c_str(), hover, look)
            ->Unit(benchmark::kMillisecond);
    return true;
}();

BENCHMARK_CAPTURE(edit, plain, [](View&) {})->Apply(long_runs);
BENCHMARK_CAPTURE(edit, beside, [](View& view) { view.comparison.on = true; })->Apply(one_long_run);
BENCHMARK_CAPTURE(edit, backward, [](View& view) {
    view.cursor.backward_phase = Phase::read;
})->Apply(one_long_run);
BENCHMARK(zoom)->Apply(long_runs);

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
    ->Arg(64)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lstm
