/// Regions as JSON, with the names by which they are spoken of.
#include "app/web/mirror_json.h"

#include "formats/json/json_writer.h"
#include "ui/words/numbers.h"
#include "ui/words/spoken.h"
#include "ui/words/transcript.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace lstm {
namespace {

using enum JsonWriter::Layout;

void write_place(JsonWriter& json, const Region& region) {
    const auto number = [](float length) { return static_cast<double>(length); };
    json.key("left").value(number(region.min.x)).key("top").value(number(region.min.y));
    json.key("width").value(number(region.max.x - region.min.x));
    json.key("height").value(number(region.max.y - region.min.y));
}

/// In the order in which they were drawn, which is that of reading.
std::vector<std::pair<std::string_view, const Region*>> in_reading_order(const Regions& regions) {
    std::vector<std::pair<std::string_view, const Region*>> all;
    for (const auto& [name, region] : regions.all()) all.emplace_back(name, &region);
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.second->order < b.second->order; });
    return all;
}

std::string sentence_now(const Application& application) {
    const View& view = application.view();
    if (view.dialogs.notice.seconds > 0) return view.dialogs.notice.text;
    const Region* const region = application.regions().find("notebook/sentence");
    return region != nullptr ? region->shown : "";
}

/// The step on show, up to its phase, in sentences.
std::vector<std::string> told_now(const Application& application, const Words& words) {
    const View& view = application.view();
    if (view.cursor.backward_phase) return {};
    const NumbersOf numbers(words);
    return transcript_of(words, application.session().document(), application.session().trace(),
                         view.cursor.t, view.cursor.phase, view.look.decimals);
}

}  // namespace

std::string regions_json(const Regions& regions) {
    std::string text;
    JsonWriter json(text);
    json.list(compact);
    for (const auto& [name, region] : regions.all()) {
        json.object(compact).key("name").value(name);
        write_place(json, region);
        json.key("shown").value(region.shown).end();
    }
    json.end();
    return text;
}

std::string mirror_json(const Application& application) {
    const Words words(application.view().look.language);
    const Cell& cell = application.session().document().cell();
    const Regions& regions = application.regions();
    std::map<std::string_view, bool> stops;  // whether it is a number
    for (const FocusStop& stop : regions.stops()) stops.emplace(stop.id, stop.number);

    std::string text;
    JsonWriter json(text);
    json.object(compact).key("items").list(compact);
    for (const auto& [id, region] : in_reading_order(regions)) {
        const auto stop = stops.find(id);
        // Panels and curves say nothing by themselves.
        if (stop == stops.end() && region->shown.empty()) continue;
        const char* const role = id == "bar/title"     ? "heading"
                                 : stop == stops.end() ? "text"
                                 : stop->second        ? "number"
                                                       : "button";
        json.object(compact).key("id").value(id).key("role").value(role);
        json.key("name").value(spoken_name(words, cell, id, region->shown));
        json.key("shown").value(region->shown);
        write_place(json, *region);
        json.end();
    }
    const Focus& focus = application.view().input.focus;
    json.end().key("focus").value(focus.visible ? focus.id : "");
    json.key("told").list(compact);
    for (const std::string& line : told_now(application, words)) json.value(line);
    json.end();
    json.key("sentence").value(sentence_now(application)).end();
    return text;
}

}  // namespace lstm
