/// Turning what a user does into Dear ImGui's events, and frames.
#include "driver.h"

#include "ui/words/edit_names.h"

#include <gtest/gtest.h>

#include <imgui_internal.h>
#include <implot.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cfloat>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace lstm {
namespace {

/// Dear ImGui settles what one frame set off in the next ones.
constexpr int frames_to_settle = 3;

Loaded unsaved(Document document) {
    return {std::move(document), "a test's document", {}};
}

/// Whether both hold the same bits; a NaN is the same as itself here.
bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
        return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
    });
}

}  // namespace

std::uintptr_t BlindPainter::paint(const HeatMap& map, int width, int height) {
    EXPECT_GT(width, 0);
    EXPECT_GT(height, 0);
    EXPECT_GT(map.limit, 0);
    EXPECT_TRUE(std::isfinite(map.limit));
    const auto count = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    Painted now{map.revision, map.rows, map.columns, {map.values, map.values + count}};
    Painted& before = painted_[map.key];
    const bool promised_same =
        before.revision == now.revision && before.rows == now.rows && before.columns == now.columns;
    EXPECT_TRUE(!promised_same || same_bits(before.values, now.values))
        << "a painter would show an old picture: other values have the same revision";
    before = std::move(now);
    return 0;
}

Driver::Driver(const std::string& scenario, ImVec2 size) : Driver(load_scenario(scenario), size) {}

Driver::Driver(Document document, ImVec2 size) : Driver(unsaved(std::move(document)), size) {}

Driver::Driver(Loaded scenario, ImVec2 size)
    : application_(std::move(scenario), settings_, painter_, open_blank_pictures) {
    resize(size);
}

std::unique_ptr<Pictures> open_blank_pictures(const Loaded&, const PictureLook& look) {
    class Blank : public Pictures {
    public:
        explicit Blank(const PictureLook& look) : look_(look) {}
        Picture draw(int t, Phase phase) override {
            const auto shade = static_cast<std::uint8_t>(40 * t + 5 * static_cast<int>(phase));
            const auto bytes = 3 * static_cast<std::size_t>(look_.width) * look_.height;
            return {look_.width, look_.height, std::vector<std::uint8_t>(bytes, shade)};
        }

    private:
        PictureLook look_;
    };
    return std::make_unique<Blank>(look);
}

void Driver::frames(int count) {
    ImGuiIO& io = ImGui::GetIO();
    for (int k = 0; k < count; ++k) {
        io.DeltaTime = seconds_a_frame;
        application_.prepare(1);
        application_.frame();
        application_.work();
    }
}

void Driver::set_modifiers(ImGuiKeyChord modifiers, bool down) {
    // As the window's backend does: the key, and what it stands for.
    constexpr std::array keys{std::pair{ImGuiMod_Ctrl, ImGuiKey_LeftCtrl},
                              std::pair{ImGuiMod_Shift, ImGuiKey_LeftShift},
                              std::pair{ImGuiMod_Alt, ImGuiKey_LeftAlt}};
    for (const auto& [modifier, key] : keys) {
        if ((modifiers & modifier) == 0) continue;
        ImGui::GetIO().AddKeyEvent(modifier, down);
        ImGui::GetIO().AddKeyEvent(key, down);
    }
}

void Driver::press(ImGuiKey key, ImGuiKeyChord modifiers) {
    set_modifiers(modifiers, true);
    ImGui::GetIO().AddKeyEvent(key, true);
    frames();
    ImGui::GetIO().AddKeyEvent(key, false);
    set_modifiers(modifiers, false);
    frames(frames_to_settle);
}

void Driver::type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    frames(frames_to_settle);
}

void Driver::move_to(ImVec2 place) {
    mouse_ = place;
    ImGui::GetIO().AddMousePosEvent(mouse_.x, mouse_.y);
    frames(2);  // what the mouse is over lights up in the frame after
}

void Driver::move_to(const std::string& id) {
    const ImVec2 place = region(id).centre();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    if (place.x < 0 || place.y < 0 || place.x >= size.x || place.y >= size.y)
        throw std::out_of_range(id + " lies outside the window");
    move_to(place);
}

void Driver::move_away() {
    move_to(ImVec2(-FLT_MAX, -FLT_MAX));
}

void Driver::button(ImGuiMouseButton which, bool down) {
    ImGui::GetIO().AddMouseButtonEvent(which, down);
    frames();
}

void Driver::click(const std::string& id) {
    move_to(id);
    button(ImGuiMouseButton_Left, true);
    let_go();
}

void Driver::click(ImVec2 place) {
    move_to(place);
    button(ImGuiMouseButton_Left, true);
    let_go();
}

void Driver::double_click(const std::string& id) {
    move_to(id);
    for (const bool down : {true, false, true, false}) button(ImGuiMouseButton_Left, down);
    frames(frames_to_settle);
}

void Driver::right_click(const std::string& id) {
    move_to(id);
    for (const bool down : {true, false}) button(ImGuiMouseButton_Right, down);
    frames(frames_to_settle);
}

void Driver::drag(const std::string& id, float across, ImGuiKeyChord modifiers) {
    hold(id);
    set_modifiers(modifiers, true);
    constexpr int moves = 4;
    for (int k = 0; k < moves; ++k) move_by(across / moves);
    let_go();
    set_modifiers(modifiers, false);
    frames(frames_to_settle);
}

void Driver::hold() {
    button(ImGuiMouseButton_Left, true);
}

void Driver::hold(const std::string& id) {
    move_to(id);
    hold();
}

void Driver::move_by(float across, float down) {
    mouse_ = {mouse_.x + across, mouse_.y + down};
    ImGui::GetIO().AddMousePosEvent(mouse_.x, mouse_.y);
    frames();
}

void Driver::let_go() {
    button(ImGuiMouseButton_Left, false);
    frames(frames_to_settle);
}

void Driver::wheel(float notches) {
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
    frames(frames_to_settle);
}

void Driver::wheel(const std::string& id, float notches) {
    move_to(id);
    wheel(notches);
}

void Driver::choose_cell(const std::string& kind) {
    click("weights/kind");
    const std::string id = "weights/kind/" + kind;
    move_to("weights/kind/" + document().cell().kind);  // the list opens there
    const auto place_of = [](std::string_view name) {
        return std::ranges::find(cells(), name, [](const Cell* cell) { return cell->kind; });
    };
    const float towards = place_of(kind) < place_of(document().cell().kind) ? 1 : -1;
    const auto in_sight = [&] {
        const ImRect& list = ImGui::GetCurrentContext()->HoveredWindow->InnerClipRect;
        return sees(id) && list.Contains(region(id).centre());
    };
    for (int n = 0; n < 30 && !in_sight(); ++n) wheel(towards);
    click(id);
}

void Driver::enter(const std::string& id, std::string_view text) {
    double_click(id);
    type(text);
    press(ImGuiKey_Enter);
}

void Driver::resize(ImVec2 size) {
    ImGui::GetIO().DisplaySize = size;
    frames(frames_to_settle);
}

bool Driver::sees(const std::string& id) const {
    return application_.regions().find(id) != nullptr;
}

const Region& Driver::region(const std::string& id) const {
    const Region* const found = application_.regions().find(id);
    if (found == nullptr) throw std::out_of_range("nothing on the screen is called " + id);
    return *found;
}

namespace {

std::string name_or_nothing(const EditSummary* edit) {
    return edit == nullptr ? "" : name_of(Words(Language::english), *edit);
}

}  // namespace

std::string Driver::undo_name() const {
    return name_or_nothing(history().undo_summary());
}

std::string Driver::redo_name() const {
    return name_or_nothing(history().redo_summary());
}

const std::string& Driver::shown(const std::string& id) const {
    return region(id).shown;
}

bool Driver::inside(const std::string& inner, const std::string& outer) const {
    const Region& in = region(inner);
    const Region& out = region(outer);
    return in.min.x >= out.min.x && in.min.y >= out.min.y && in.max.x <= out.max.x &&
           in.max.y <= out.max.y;
}

bool Driver::draws(const ImVec4& colour, const std::string& id, float around) const {
    const Region& place = region(id);
    const auto inside = [&](ImVec2 at) {
        return at.x >= place.min.x - around && at.x <= place.max.x + around &&
               at.y >= place.min.y - around && at.y <= place.max.y + around;
    };
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        for (const ImDrawVert& vertex : list->VtxBuffer)
            if (vertex.col == packed(colour) && inside(vertex.pos)) return true;
    return false;
}

double Driver::weight(std::string_view parameter, int row, int column) const {
    const std::size_t dot = parameter.find('.');
    const ParameterId id =
        document().cell().find_parameter(parameter.substr(0, dot), parameter.substr(dot + 1));
    return (*document().network.parameters.at(static_cast<std::size_t>(id)))(row, column);
}

double Driver::value(std::string_view quantity, int element, int t) const {
    return session().trace().value(document().cell().at(quantity), element, t);
}

}  // namespace lstm
