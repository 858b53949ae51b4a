/// Where things stand on the screen, by stable name: for linking, for tests, for tours.
#pragma once

#include <imgui.h>

#include <algorithm>
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
    int order = 0;      ///< in which it was drawn, which is that of reading

    [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

/// A control that Tab reaches.
struct FocusStop {
    std::string id;       ///< its region
    bool number = false;  ///< it can be typed into as a table's cell can
};

/// The registry of one frame. Names read like paths: "weights/forget.W[0][1]", "transport/next".
class Regions {
public:
    void clear() {
        regions_.clear();
        stops_.clear();
        drawn_ = 0;
    }

    void add(std::string name, ImVec2 min, ImVec2 max, std::string shown = {}) {
        regions_.insert_or_assign(std::move(name), Region{min, max, std::move(shown), drawn_++});
    }

    /// The region of that name, or nullptr where it is not on the screen.
    [[nodiscard]] const Region* find(std::string_view name) const {
        const auto found = regions_.find(name);
        return found == regions_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const std::map<std::string, Region, std::less<>>& all() const { return regions_; }

    /// Says that the control `name` can be reached by Tab, after those that were said before.
    void add_stop(std::string name, bool number = false) {
        stops_.push_back({std::move(name), number});
    }
    void clear_stops() { stops_.clear(); }
    /// Of the stops from the one at `first` on, puts numbers before all others.
    void put_numbers_first(std::size_t first) {
        std::stable_partition(stops_.begin() + static_cast<std::ptrdiff_t>(first), stops_.end(),
                              [](const FocusStop& stop) { return stop.number; });
    }
    [[nodiscard]] const std::vector<FocusStop>& stops() const { return stops_; }

private:
    int drawn_ = 0;
    std::vector<FocusStop> stops_;
    std::map<std::string, Region, std::less<>> regions_;
};

}  // namespace lstm
