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

}  // namespace

void Application::start_export(bool replace) {
    ExportState& wish = view_.dialogs.exporting;
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
        View view = view_.for_picture();
        const bool backward = wish.backward && kind.backward && session_.document().has_targets();
        if (backward != view.cursor.backward_phase.has_value())
            view.cursor.backward_phase = backward ? std::optional(Phase::read) : std::nullopt;
        if (kind.alone != Alone::no) view.look.zoom = std::max(view.look.zoom, 1.5F);
        PictureLook look = usual_look(kind, session_.document(), std::move(view));
        if (kind.alone == Alone::no) {
            const ImVec2 window = ImGui::GetIO().DisplaySize;
            look.width = std::max(static_cast<int>(window.x), 1);
            look.height = std::max(static_cast<int>(window.y), 1);
            look.content_scale = content_scale_;
        }
        export_ = kind.start({{session_.document(), file_name_, {}},
                              {wish.first, wish.last, view_.look.notation, backward},
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

bool Application::work() {
    const bool exports = export_ != nullptr;
    if (exports) advance_export();
    return take_answer() || exports;
}

void Application::advance_export() {
    ExportState& wish = view_.dialogs.exporting;
    if (view_.dialogs.open != Dialog::exporting) {  // whoever closes it does not want it
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
    view_.dialogs.exporting.pieces = 0;
    view_.dialogs.exporting.told = told;
    view_.dialogs.exporting.failed = failed;
}

}  // namespace lstm
