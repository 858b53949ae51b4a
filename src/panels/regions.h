/// Where things stand on the screen, by stable name: for linking, for tests, for tours.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// A rectangle of the last frame, in pixels.
struct Region {
    ImVec2 min;
    ImVec2 max;
    std::string shown;  ///< the text that stands there, if it is a value

    [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

/// The registry of one frame. Names read like paths: "weights/forget.W[0][1]", "transport/next".
class Regions {
public:
    void clear() {
        regions_.clear();
        stops_.clear();
    }

    void add(std::string name, ImVec2 min, ImVec2 max, std::string shown = {}) {
        regions_.insert_or_assign(std::move(name), Region{min, max, std::move(shown)});
    }

    /// The region of that name, or nullptr where it is not on the screen.
    [[nodiscard]] const Region* find(std::string_view name) const {
        const auto found = regions_.find(name);
        return found == regions_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const std::map<std::string, Region, std::less<>>& all() const { return regions_; }

    /// Says that the control `name` can be reached by Tab, after those that were said before.
    void add_stop(std::string name) { stops_.push_back(std::move(name)); }
    void clear_stops() { stops_.clear(); }
    [[nodiscard]] const std::vector<std::string>& stops() const { return stops_; }

private:
    std::vector<std::string> stops_;
    std::map<std::string, Region, std::less<>> regions_;
};

}  // namespace lstm
