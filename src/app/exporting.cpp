/// What the window takes away as files.
#include "app/application.h"

#include "app/naming.h"
#include "app/sentence.h"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace lstm {
namespace {

/// Seconds that an export may take between two frames.
constexpr double patience = 0.03;

/// What of the view belongs into a picture: no dialog, nothing under the mouse or in hand.
View undisturbed(const View& view) {
    View still = view;
    still.dialog = still.on_screen = Dialog::closed;
    still.notice = {};
    still.take_away = {};
    still.hovered = still.hovered_next = {};
    still.hovered_weight = still.hovered_weight_next = {};
    still.focus = {};
    still.entry = {};
    still.text_entry = {};
    still.drag = {};
    still.playing = false;
    still.blank = false;
    return still;
}

}  // namespace

void Application::start_export(bool replace) {
    TakeAway& wish = view_.take_away;
    std::error_code ignored;
    if (!replace && std::filesystem::exists(wish.path, ignored)) {
        wish.in_the_way = wish.path;
        wish.told = question_before_replacing(std::filesystem::absolute(wish.path));
        wish.failed = true;
        return;
    }
    wish.in_the_way.clear();
    const ExportKind& kind = export_kinds().at(static_cast<std::size_t>(wish.kind));
    try {
        View view = undisturbed(view_);
        const bool backward = wish.backward && kind.backward && session_.document().has_targets();
        if (backward != view.back.has_value())
            view.back = backward ? std::optional(Phase::read) : std::nullopt;
        if (kind.alone != Alone::no) view.zoom = std::max(view.zoom, 1.5F);
        PictureLook look = usual_look(kind, session_.document(), std::move(view));
        if (kind.alone == Alone::no) {
            const ImVec2 window = ImGui::GetIO().DisplaySize;
            look.width = std::max(static_cast<int>(window.x), 1);
            look.height = std::max(static_cast<int>(window.y), 1);
            look.content_scale = content_scale_;
        }
        export_ = kind.start({{session_.document(), file_name_, {}},
                              {wish.first, wish.last, view_.notation, backward},
                              wish.by_phase,
                              wish.path,
                              std::move(look),
                              open_pictures_,
                              session_.results()});
        wish.told.clear();
        wish.done = 0;
        wish.pieces = export_->pieces();
    } catch (const std::exception& error) {
        end_export(sentence_of(error), true);
    }
}

void Application::work() {
    if (!export_) return;
    TakeAway& wish = view_.take_away;
    if (view_.dialog != Dialog::take_away) {  // whoever closes it does not want it
        end_export("", false);
        return;
    }
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    try {
        do {
            export_->advance();
            wish.done = export_->done();
        } while (wish.done < wish.pieces &&
                 std::chrono::duration<double>(Clock::now() - start).count() < patience);
        if (wish.done == wish.pieces) end_export("Written: " + wish.path, false);
    } catch (const std::exception& error) {
        end_export(sentence_of(error), true);
    }
}

void Application::end_export(const std::string& told, bool failed) {
    export_.reset();
    view_.take_away.pieces = 0;
    view_.take_away.told = told;
    view_.take_away.failed = failed;
}

}  // namespace lstm
