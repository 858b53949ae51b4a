/// Frames, requests and files of the application.
#include "app/application.h"

#include "app/next_act.h"
#include "app/sentence.h"
#include "assets/embedded_assets.h"
#include "document/overloaded.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "platform/text.h"
#include "ui/comparison/comparison.h"
#include "ui/panels.h"
#include "ui/widgets/focus.h"
#include "ui/words/numbers.h"
#include "ui/words/refusals.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <span>
#include <utility>

namespace lstm {
namespace {

/// Small type is 12 pixels at scale 1, and 30 for the back row on a screen of 1920 × 1080.
constexpr float presenter_scale = 2.5F;
/// Seconds after which it is asked again whether the user has answered the system's dialog.
constexpr double seconds_between_looks = 0.1;
/// A field or a dialog that has not opened after so many frames will not.
constexpr int most_frames_to_open = 5;

std::span<const std::byte> asset(std::string_view path) {
    const auto files = embedded_files();
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
    if (file == files.end()) return {};
    return std::as_bytes(std::span(file->bytes));
}

std::vector<GalleryEntry> gallery_of_examples() {
    std::vector<GalleryEntry> gallery;
    for (const Example& example : examples()) {
        const Document document = load_example(example).document;
        gallery.push_back({example.name, document.title, document.description, document.sizes(),
                           document.steps()});
    }
    return gallery;
}

std::vector<ExportChoice> export_choices() {
    std::vector<ExportChoice> choices;
    for (const ExportKind& kind : export_kinds())
        choices.push_back({kind.title, kind.ending, kind.medium != Medium::still,
                           kind.medium == Medium::film, kind.backward});
    return choices;
}

bool is_example(const std::string& name) {
    return std::ranges::any_of(examples(), [&](const auto& each) { return each.name == name; });
}

}  // namespace

Application::Application(Loaded scenario, Settings& settings, HeatMapPainter& painter,
                         OpenPictures open_pictures)
    : session_(scenario.document),
      settings_(settings),
      painter_(painter),
      open_pictures_(std::move(open_pictures)),
      gallery_(gallery_of_examples()) {
    view_.look.theme = theme_named(settings.theme).value_or(ThemeName::light);
    view_.look.reduced_motion = settings.reduced_motion;
    view_.look.language = language_named(settings.language).value_or(Language::english);
    view_.look.zoom = std::clamp(settings.zoom, min_zoom, max_zoom);
    shared_.page = settings.page_address;
    start_over_with(scenario);
}

float Application::wanted_scale(float content_scale) const {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    // A larger window gives half of what it gains to larger type, the other half to more space.
    const float growth = std::sqrt(std::min(size.x / 1280, size.y / 720) / content_scale);
    float scale = content_scale * view_.look.zoom * std::clamp(growth, 1.0F, 1.6F);
    if (view_.look.presenter) scale = presenter_scale * std::min(size.x / 1920, size.y / 1080);
    // Steps of 5 %, so that dragging a border does not rasterise fonts without end.
    return std::clamp(std::round(scale * 20) / 20, 0.25F, 6.0F);
}

bool Application::prepare(float content_scale, int texture_limit) {
    content_scale_ = content_scale;
    settings_.theme = name_of(view_.look.theme);
    settings_.reduced_motion = view_.look.reduced_motion;
    settings_.zoom = view_.look.zoom;
    if (view_.look.language_chosen) settings_.language = name_of(view_.look.language);
    const float scale = wanted_scale(content_scale);
    const TypeSizes type = view_.look.presenter ? presenter_type : usual_type;
    const bool rebuild =
        theme_.fonts.text == nullptr || scale != theme_.scale || type != theme_.type;
    if (rebuild) {
        theme_.scale = scale;
        theme_.type = type;
        theme_.fonts = build_fonts({.regular = asset("fonts/DejaVuSans.ttf"),
                                    .bold = asset("fonts/DejaVuSans-Bold.ttf"),
                                    .maths_italic = asset("fonts/KaTeX_Math-Italic.ttf"),
                                    .maths_upright = asset("fonts/KaTeX_Main-Regular.ttf"),
                                    .maths_bold = asset("fonts/KaTeX_Main-Bold.ttf")},
                                   type, scale, texture_limit);
    }
    theme_.touch = view_.look.touch;
    theme_.palette = &palette_of(view_.look.theme);
    apply_style(theme_);
    return rebuild;
}

void Application::frame() {
    const auto seconds = static_cast<double>(ImGui::GetIO().DeltaTime);
    training_job_.advance(view_.training.steps_per_frame, view_.training.target_loss);
    play(view_, session_.document(), seconds);
    pass_time(view_, seconds);
    bool edited = false;
    int waited = 0;
    do {
        // What was edited is seen with all its consequences, and what opens is open, before the
        // next act is taken.
        const bool opening =
            focus_moves(view_) || keyboard_changes_hands() ||
            (view_.dialogs.open != Dialog::closed && regions_.find("dialog") == nullptr);
        waited = opening ? waited + 1 : 0;
        {
            const NextAct act(edited || waiting_ || (opening && waited <= most_frames_to_open));
            ImGui::NewFrame();
        }
        draw();
        ImGui::Render();
        edited = carry_out_proposals() && !edited;
        follow_dialogs();
        finish_typing();
        ImGui::GetIO().DeltaTime = 1e-6F;  // the same moment once more
    } while (edited || waiting_ || acts_wait());
    keep_work();
}

void Application::draw_with(Renderer& renderer, float content_scale) {
    renderer.begin_frame(prepare(content_scale, renderer.texture_limit()));
    frame();
    renderer.end_frame();
}

void Application::draw() {
    view_.clamp_to(session_.document());
    view_.input.hovered = std::exchange(view_.input.hovered_next, {});
    view_.input.hovered_weight = std::exchange(view_.input.hovered_weight_next, {});
    view_.input.pointed.reset();
    regions_.clear();
    proposals_ = {};
    if (std::exchange(scales_revision_, session_.revision()) != session_.revision())
        scales_ = scales_of(session_.trace());
    static const std::vector<ExportChoice> exports = export_choices();
    const std::string proposed = proposed_name();
    const Words words = this->words();
    const NumbersOf numbers(words);
    memo_.next_frame();
    follow_sharing();
    Frame frame{session_,
                view_,
                proposals_,
                regions_,
                theme_,
                scales_,
                painter_,
                memo_,
                gallery_,
                exports,
                settings_.recent_files,
                file_name_,
                proposed,
                training_job_.status(),
                export_job_.status(),
                shared_,
                words};
    frame.comparison =
        comparison_cache_.follow(session_, comparison_kind(view_, session_.document().cell()));
    draw_screen(frame);
    handle_keys(frame);
}

double Application::next_frame_in() const {
    if (export_job_.running() || waiting_ || training_job_.status().running) return 0;
    if (in_motion(view_)) return 1.0 / 60;
    if (view_.dialogs.chooser.elsewhere) return seconds_between_looks;
    const double never = std::numeric_limits<double>::infinity();
    const double played = view_.playback.playing
                              ? std::max(0.0, 1 / view_.playback.speed - view_.playback.elapsed)
                              : never;
    return std::min(played,
                    view_.dialogs.notice.seconds > 0 ? view_.dialogs.notice.seconds : never);
}

bool Application::carry_out_proposals() {
    const Proposals proposals = std::exchange(proposals_, {});
    for (const auto& [edit, gesture] : proposals.edits)
        if (const auto refusal = session_.apply(edit, gesture))
            tell(sentence_about(words(), *refusal));
    if (proposals.gesture_ended) session_.end_gesture();
    if (proposals.select_step != 0) lstm::go_to(view_, session_.document(), proposals.select_step);
    for (const Request& request : proposals.requests) carry_out(request);
    if (view_.dialogs.open == Dialog::closed) guarded_ = nullptr;  // nobody is asked any more
    if (view_.dialogs.open != Dialog::recover) orphans_.clear();   // they wait for the next start
    view_.clamp_to(session_.document());
    return !proposals.edits.empty() || !proposals.requests.empty();
}

void Application::carry_out(const Request& request) {
    std::visit(Overloaded{
                   [&](const UndoRequest&) {
                       if (const auto refusal = session_.undo())
                           tell(sentence_about(words(), *refusal));
                   },
                   [&](const RedoRequest&) {
                       if (const auto refusal = session_.redo())
                           tell(sentence_about(words(), *refusal));
                   },
                   [&](const NewRequest&) {
                       once_typed([this] {
                           guard([this] { start_over_with({new_document(), "", {}}); });
                       });
                   },
                   [&](const OpenFileRequest& open) { open_file(open.path); },
                   [&](const OpenExampleRequest& example) {
                       guard([this, name = example.name] { open_example(name); });
                   },
                   [&](const OpenCopiedRequest& into) { open_copied(into.parameter); },
                   [&](const CopyMatrixRequest& matrix) { copy_matrix(matrix); },
                   [&](const PageAddressRequest& page) { set_page_address(page.address); },
                   [&](const SaveRequest&) { once_typed([this] { save(); }); },
                   [&](const SaveAsRequest& where) { save_as(where); },
                   [&](const ShowRequest& show) {
                       once_typed([this, dialog = show.dialog] { view_.dialogs.open = dialog; });
                   },
                   [&](const ExportRequest& wish) { start_export(wish.replace); },
                   [&](const CancelExportRequest&) {
                       export_job_.stop("Cancelled: nothing was written.", true);
                   },
                   [&](const ForgetExportAnswerRequest&) { export_job_.forget_answer(); },
                   [&](const TrainingRequest& training) { carry_out(training); },
                   [&](const SequenceRequest& sequence) { show_sequence(sequence.index); },
                   [&](const UnsavedAnswer& unsaved) { answer(unsaved.choice); },
                   [&](const ConflictAnswer& conflict) { answer(conflict.choice); },
                   [&](const RecoverRequest& work) { recover(work.index); },
                   [&](const ForgetRecoverableRequest& work) { forget_recoverable(work.index); },
               },
               request);
}

void Application::show_sequence(int index) {
    if (const auto refusal = session_.show_sequence(index))
        tell(sentence_about(words(), *refusal));
    else
        view_.cursor.t = std::min(view_.cursor.t, session_.document().steps());
}

void Application::carry_out(const TrainingRequest& request) {
    using enum TrainingRequest::What;
    switch (request.what) {
        case start: training_job_.start(); break;
        case stop: training_job_.stop(); break;
        case single_step: training_job_.start_single_step(); break;
        case go_to_start: training_job_.go_to_start(); break;
        case forget_start: training_job_.forget_start(); break;
    }
}

void Application::start_export(bool replace) {
    const ExportWish& wish = view_.dialogs.exporting;
    const ExportKind& kind = export_kinds().at(static_cast<std::size_t>(wish.kind));
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
    export_job_.start(kind,
                      {{session_.document(), file_name_, {}},
                       {{wish.first, wish.last}, view_.look.notation, backward},
                       wish.by_phase,
                       wish.path,
                       std::move(look),
                       open_pictures_,
                       session_.results()},
                      replace);
}

bool Application::work() {
    const bool exports = export_job_.running();
    if (exports) {
        if (view_.dialogs.open == Dialog::exporting)
            export_job_.advance();
        else
            export_job_.stop("", false);  // whoever closes the dialog does not want it
    }
    return take_answer() || exports;
}

void Application::focus_on(const std::string& id) {
    view_.input.focus.id = id;
    view_.input.focus.visible = true;
    view_.input.focus.arriving = true;
}

std::string Application::window_title() const {
    const std::string& title = session_.document().title;
    return (session_.unsaved() ? "● " : "") +
           (title.empty() ? "Untitled" : on_one_line(title, 200)) + " – LSTM Notebook";
}

void Application::start_over_with(const Loaded& scenario) {
    session_ = Session(scenario.document);
    file_.reset();
    file_name_.clear();
    name_ = scenario.path.empty() && is_example(scenario.name) ? scenario.name : "";
    stamp_ = scenario.stamp;
    saved_to_.clear();
    if (!scenario.path.empty()) {
        file_ = std::filesystem::absolute(scenario.path);
        file_name_ = file_->string();
        remember_file(settings_, *file_);
    }
    view_.start_over();
    training_job_.start_over();
    lstm::go_to(view_, session_.document(), 1);
    if (!scenario.place) return;
    go_to(*scenario.place);
    view_.notify(words()("notice.link_opened"));
}

}  // namespace lstm
