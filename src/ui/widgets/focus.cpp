/// Stops of Tab, in the order in which they are drawn.
///
/// Dear ImGui has such a way of its own, but it takes the arrow keys and Space along, which step
/// the run; its Tab alone knows only text fields.
#include "ui/widgets/focus.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <utility>

namespace lstm {
namespace {

/// More than the header between two tables, in pixels: beyond it nothing comes next.
constexpr float reach = 56;

bool typing(const Frame& frame) {
    return ImGui::GetIO().WantTextInput || !frame.view.input.number_entry.id.empty();
}

bool plain_key(ImGuiKey key) {
    const ImGuiIO& io = ImGui::GetIO();
    return !io.KeyCtrl && !io.KeyAlt && !io.KeyShift && ImGui::IsKeyPressed(key, false);
}

/// "transport" of "transport/next": what F6 goes round.
std::string_view panel_of(std::string_view id) {
    return id.substr(0, id.find('/'));
}

void take(Focus& focus, const std::string& id, bool visible) {
    focus.id = id;
    focus.visible = visible;
    focus.arriving = visible;
}

/// The stop `direction` (±1) from the focus; from the stop that took its place where it has gone.
const std::string& neighbour(const std::vector<FocusStop>& stops, const Focus& focus,
                             int direction) {
    const auto count = static_cast<int>(stops.size());
    const auto found = std::ranges::find(stops, focus.id, &FocusStop::id);
    if (found == stops.end()) {
        const int before = focus.id.empty() ? (direction > 0 ? 0 : count - 1)
                                            : focus.place - (direction < 0 ? 1 : 0);
        return stops[static_cast<std::size_t>(std::clamp(before, 0, count - 1))].id;
    }
    const auto at = static_cast<int>(found - stops.begin());
    return stops[static_cast<std::size_t>((at + direction + count) % count)].id;
}

/// The number of the same panel that stands below the one of the focus; that one itself where
/// there is none.
const std::string& number_below(const Regions& regions, const Focus& focus) {
    const Region* const here = regions.find(focus.id);
    const std::string* best = &focus.id;
    if (here == nullptr) return *best;
    // The nearest row comes first, and in it what covers the most of the column.
    float least_top = FLT_MAX, most_shared = 0;
    for (const auto& [id, number] : regions.stops()) {
        const Region* const there = regions.find(id);
        if (!number || there == nullptr || panel_of(id) != panel_of(focus.id)) continue;
        const float shared =
            std::min(here->max.x, there->max.x) - std::max(here->min.x, there->min.x);
        const float top = there->min.y;
        if (shared <= 0 || top < here->max.y - 1 || top > least_top) continue;
        if (top == least_top && shared <= most_shared) continue;
        best = &id, least_top = top, most_shared = shared;
    }
    return *best;
}

/// The first stop of the panel that comes after, or before, the one that the focus is in.
const std::string& next_panel(const std::vector<FocusStop>& stops, const Focus& focus,
                              int direction) {
    std::vector<std::size_t> firsts;
    std::size_t here = stops.size();
    for (std::size_t n = 0; n < stops.size(); ++n)
        if (n == 0 || panel_of(stops[n].id) != panel_of(stops[n - 1].id)) firsts.push_back(n);
    for (std::size_t k = 0; k < firsts.size(); ++k)
        if (panel_of(stops[firsts[k]].id) == panel_of(focus.id)) here = k;
    if (here == stops.size()) return stops[firsts[direction > 0 ? 0 : firsts.size() - 1]].id;
    return stops[firsts[(here + firsts.size() + static_cast<std::size_t>(direction)) %
                        firsts.size()]]
        .id;
}

/// Scrolls to the last item and a little beyond: what comes next exists only where a bit of it can
/// be seen.
void bring_into_sight(Frame& frame) {
    constexpr ImGuiScrollFlags flags =
        ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY;
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (!window->SkipItems) {
        const float margin = frame.px(reach);
        ImRect item{ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
        item.Min.y -= margin;
        item.Max.y += margin;
        if (window->ScrollMax.x > 0) item.Max.x += margin;  // beneath what stays at that edge
        ImGui::ScrollToRectEx(window, item, flags);
        return;
    }
    // A whole panel is out of sight, and what is in it has no place yet: first the panel.
    while (window->ParentWindow->SkipItems) window = window->ParentWindow;
    ImGui::ScrollToRect(window->ParentWindow, window->Rect(), flags);
    frame.view.input.focus.arriving = true;
}

void draw_ring(const Frame& frame) {
    const Focus& focus = frame.view.input.focus;
    if (!focus.visible || !focus.drawn) return;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float gap = frame.px(2);
    list.PushClipRect({focus.clip_min.x - gap, focus.clip_min.y - gap},
                      {focus.clip_max.x + gap, focus.clip_max.y + gap});
    list.AddRect({focus.min.x - gap, focus.min.y - gap}, {focus.max.x + gap, focus.max.y + gap},
                 packed(frame.theme->accent), frame.px(6), 0, frame.px(2));
    list.PopClipRect();
}

}  // namespace

bool focus_stop(Frame& frame, const std::string& id, bool number) {
    if ((ImGui::GetItemFlags() & ImGuiItemFlags_Disabled) != 0) return false;
    Focus& focus = frame.view.input.focus;
    frame.regions.add_stop(id, number);
    if (ImGui::IsItemClicked() ||
        (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left))) {
        take(focus, id, false);
        focus.clicked = true;
    }
    if (focus.id != id) return false;
    if (focus.arrived) bring_into_sight(frame);
    const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
    focus.window = window.ID;
    focus.min = ImGui::GetItemRectMin();
    focus.max = ImGui::GetItemRectMax();
    focus.clip_min = window.ClipRect.Min;
    focus.clip_max = window.ClipRect.Max;
    focus.drawn = true;
    if (typing(frame)) return false;
    return plain_key(ImGuiKey_Enter) || plain_key(ImGuiKey_KeypadEnter) ||
           (focus.visible && plain_key(ImGuiKey_Space));
}

void open_text() {
    ImGui::SetWindowFocus();  // else Dear ImGui looks for the field in the window that had the
                              // focus
    ImGui::SetKeyboardFocusHere();
}

void open_text_at_focus(const Frame& frame, const std::string& id) {
    if (frame.view.input.focus.arrived && frame.view.input.focus.id == id) open_text();
}

void focus_text(Frame& frame, const std::string& id) {
    if (focus_stop(frame, id)) frame.view.input.focus.arriving = true;
}

int focus_steps(Frame& frame, const std::string& id) {
    Focus& focus = frame.view.input.focus;
    if (!focus_takes(frame, id)) return 0;
    focus.adjusts = true;
    return static_cast<int>(ImGui::IsKeyPressed(ImGuiKey_UpArrow)) -
           static_cast<int>(ImGui::IsKeyPressed(ImGuiKey_DownArrow));
}

bool within_reach(const Frame& frame, ImVec2 size) {
    if (ImGui::IsRectVisible(size)) return true;
    const Focus& focus = frame.view.input.focus;
    if (focus.id.empty() || focus.window != ImGui::GetCurrentWindowRead()->ID) return false;
    // All of its row and of the rows next to it: Tab goes from the end of one to the beginning of
    // another.
    const float top = ImGui::GetCursorScreenPos().y;
    const float room = focus.max.y - focus.min.y + frame.px(reach);
    return top < focus.max.y + room && top + size.y > focus.min.y - room;
}

void include_focused_rows(const Frame& frame, ImGuiListClipper& clipper) {
    const Focus& focus = frame.view.input.focus;
    if (focus.id.empty() || clipper.ItemsCount == 0 ||
        focus.window != ImGui::GetCurrentWindowRead()->ID)
        return;
    const float height =
        clipper.ItemsHeight > 0 ? clipper.ItemsHeight : ImGui::GetTextLineHeightWithSpacing();
    const int row = static_cast<int>((focus.min.y - ImGui::GetCursorScreenPos().y) / height);
    const int rows = 2 + static_cast<int>(frame.px(reach) / height);
    const int first = std::max(row - rows, 0);
    const int behind_last = std::min(row + rows + 1, clipper.ItemsCount);
    if (first < behind_last) clipper.IncludeItemsByIndex(first, behind_last);
}

void focus_dialog(Frame& frame) {
    frame.regions.clear_stops();
    if (!ImGui::IsWindowAppearing()) return;
    Focus& focus = frame.view.input.focus;
    focus.behind = std::exchange(focus.id, {});
}

void leave_dialog(Frame& frame) {
    frame.view.input.focus.id = std::exchange(frame.view.input.focus.behind, {});
}

void leave_behind(Frame& frame) {
    // Only now: what is left between two frames never hears of it, and a text field would keep what
    // was typed to itself.
    if (std::exchange(frame.view.input.focus.leaving, false) && ImGui::GetActiveID() != 0)
        ImGui::ClearActiveID();
}

void move_focus(Frame& frame) {
    Focus& focus = frame.view.input.focus;
    // Dear ImGui's Tab goes elsewhere: it is given no chance in the next frame.
    ImGui::SetKeyOwner(ImGuiKey_Tab, ImHashStr("focus"));
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !focus.clicked) focus = {};
    draw_ring(frame);
    focus.clicked = focus.drawn = false;

    const std::vector<FocusStop>& stops = frame.regions.stops();
    const auto here = std::ranges::find(stops, focus.id, &FocusStop::id);
    if (here != stops.end()) focus.place = static_cast<int>(here - stops.begin());
    const ImGuiIO& io = ImGui::GetIO();
    if (std::exchange(focus.entered, false)) {
        focus.id = number_below(frame.regions, focus);
        focus.arriving = true;
    }
    if (!stops.empty() && !io.KeyCtrl && !io.KeyAlt) {
        const int direction = io.KeyShift ? -1 : 1;
        const bool tab = ImGui::IsKeyPressed(ImGuiKey_Tab);
        if (tab || ImGui::IsKeyPressed(ImGuiKey_F6)) {
            const std::string next =
                tab ? neighbour(stops, focus, direction) : next_panel(stops, focus, direction);
            take(focus, next, true);
            focus.leaving = true;
        }
    }
    focus.arrived = std::exchange(focus.arriving, false);
    focus.adjusts = false;
}

bool focus_hears(const Frame& frame, const std::string& id) {
    return frame.view.input.focus.id == id && !typing(frame);
}

bool focus_takes(const Frame& frame, const std::string& id) {
    return frame.view.input.focus.visible && focus_hears(frame, id);
}

bool focus_takes(const Frame& frame, ImGuiKey key) {
    const Focus& focus = frame.view.input.focus;
    if (!focus.visible) return false;
    if (key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow) return focus.adjusts;
    return key == ImGuiKey_Space;
}

bool focus_moves(const View& view) {
    const Focus& focus = view.input.focus;
    return focus.arriving || focus.arrived || focus.leaving ||
           (!view.input.number_entry.id.empty() && !view.input.number_entry.active);
}

}  // namespace lstm
