/// A user at the window, for tests: presses keys and moves the mouse through Dear ImGui's own
/// events, finds things by their names in Application::regions(), and reads what stands there.
/// Needs no display.
#pragma once

#include "app/application.h"
#include "app/gui_contexts.h"
#include "platform/heat_map.h"

#include <imgui.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// Draws no heat map, but holds those who ask for one to what they promise: every value can be
/// read, and where key, revision and size are as they were, the values are too.
class BlindPainter : public HeatMapPainter {
public:
    std::uintptr_t paint(const HeatMap& map, int width, int height) override;

    /// The values that the map at `key` would show, row by row.
    struct Painted {
        std::uint64_t revision = 0;
        int rows = 0;
        int columns = 0;
        std::vector<float> values;
    };
    /// All maps that were ever asked for, by key.
    [[nodiscard]] const std::map<std::uint64_t, Painted>& painted() const { return painted_; }

private:
    std::map<std::uint64_t, Painted> painted_;
};

/// Pictures of one shade, a different one for each moment: they need no OpenGL.
[[nodiscard]] std::unique_ptr<Pictures> open_blank_pictures(const Loaded& scenario,
                                                            const PictureLook& look);

/// An application with a user who sits at it. There is one at a time.
class Driver {
public:
    static constexpr ImVec2 usual_size{1280, 720};
    static constexpr float seconds_a_frame = 1.0F / 60;

    /// Opens a file or an example by its name.
    explicit Driver(const std::string& scenario, ImVec2 size = usual_size);
    /// Opens a document that has no file.
    explicit Driver(Document document, ImVec2 size = usual_size);

    // What the user does. Each act lasts until its consequences are drawn.

    /// Waits.
    void frames(int count = 1);
    void press(ImGuiKey key, ImGuiKeyChord modifiers = ImGuiMod_None);
    void type(std::string_view text);
    void move_to(ImVec2 place);
    void move_to(const std::string& id);
    /// Takes the mouse off the window.
    void move_away();
    void click(const std::string& id);
    void click(ImVec2 place);
    void double_click(const std::string& id);
    void right_click(const std::string& id);
    /// From the middle of `id`, `across` pixels to the right, while `modifiers` are held.
    void drag(const std::string& id, float across, ImGuiKeyChord modifiers = ImGuiMod_None);
    /// The parts of a drag, for those who look in between.
    void hold();
    void hold(const std::string& id);
    void move_by(float across, float down = 0);
    void let_go();
    /// Turns the wheel where the mouse is; positive: away from the user.
    void wheel(float notches);
    void wheel(const std::string& id, float notches);
    /// Opens the list of kinds of cell, turns the wheel until `kind` is in sight, and clicks it.
    void choose_cell(const std::string& kind);
    /// Double-clicks a number, types another, and presses Enter.
    void enter(const std::string& id, std::string_view text);
    void resize(ImVec2 size);

    // What he sees.

    /// Whether something called `id` was drawn in the last frame.
    [[nodiscard]] bool sees(const std::string& id) const;
    /// Where it is; throws std::out_of_range where it is not on the screen.
    [[nodiscard]] const Region& region(const std::string& id) const;
    /// The text that stands there.
    [[nodiscard]] const std::string& shown(const std::string& id) const;
    /// Whether all of `inner` lies inside `outer`.
    [[nodiscard]] bool inside(const std::string& inner, const std::string& outer) const;
    /// Whether anything of exactly `colour` was drawn in the rectangle of `id`, or `around` pixels
    /// beside it.
    [[nodiscard]] bool draws(const ImVec4& colour, const std::string& id, float around = 0) const;

    // What is behind it.

    [[nodiscard]] Application& application() { return application_; }
    [[nodiscard]] const Application& application() const { return application_; }
    [[nodiscard]] const Session& session() const { return application_.session(); }
    [[nodiscard]] const Document& document() const { return session().document(); }
    [[nodiscard]] const History& history() const { return session().history(); }
    /// What undo would take back, in words, and redo do again; empty where there is nothing.
    [[nodiscard]] std::string undo_name() const;
    [[nodiscard]] std::string redo_name() const;
    [[nodiscard]] const View& view() const { return application_.view(); }
    [[nodiscard]] Settings& settings() { return settings_; }
    [[nodiscard]] const BlindPainter& painter() const { return painter_; }
    /// A weight of the document: weight("forget.W", 0, 1).
    [[nodiscard]] double weight(std::string_view parameter, int row = 0, int column = 0) const;
    /// A computed value: value("c", 0, 3) is c[0] at step 3.
    [[nodiscard]] double value(std::string_view quantity, int element, int t) const;

private:
    Driver(Loaded scenario, ImVec2 size);
    void set_modifiers(ImGuiKeyChord modifiers, bool down);
    void button(ImGuiMouseButton which, bool down);

    GuiContexts contexts_;
    Settings settings_;
    BlindPainter painter_;
    Application application_;
    ImVec2 mouse_{};
};

}  // namespace lstm
