/// The link to what is open, and opening one that was copied.
#include "app/application.h"

#include "app/sentence.h"
#include "ui/panels.h"

#include <imgui.h>

#include <exception>
#include <string>
#include <utility>

namespace lstm {

LinkedPlace Application::place_now() const {
    LinkedPlace place;
    if (!view_.dialogs.sharing.at_place) return place;
    if (view_.cursor.t > 0) place.t = view_.cursor.t;
    place.phase = name_of(view_.cursor.phase_now());
    place.page = name_of(view_.look.page);
    place.backward = view_.cursor.backward_phase.has_value();
    place.presenter = view_.look.presenter;
    return place;
}

void Application::follow_sharing() {
    if (view_.dialogs.open != Dialog::share) return;
    const LinkedPlace place = place_now();
    const SharedOf now{session_.revision(), place, shared_.page};
    if (std::exchange(shared_of_, now) == now) return;
    shared_.trouble.clear();
    try {
        // An example that nobody has changed is had by its name.
        const bool unchanged = !name_.empty() && !session_.unsaved();
        shared_.link = shared_.page + (unchanged ? link_to_example(name_, place)
                                                 : link_to(session_.document(), place));
    } catch (const std::exception& error) {
        shared_.link.clear();
        shared_.trouble = sentence_of(error, words());
    }
}

void Application::share_from(const std::string& page) {
    shared_.page = page;
    shared_.page_is_here = true;
}

void Application::set_page_address(const std::string& page) {
    // What stands behind a # is this link's own.
    shared_.page = page.substr(0, page.find('#'));
    settings_.page_address = shared_.page;
}

void Application::go_to(const LinkedPlace& place) {
    if (const auto page = page_named(place.page)) view_.look.page = *page;
    if (place.presenter) view_.look.presenter = true;
    if (place.t) lstm::go_to(view_, session_.document(), *place.t);
    if (place.backward && session_.document().has_targets())
        view_.cursor.backward_phase = Phase::read;
    const auto phase = phase_named(place.phase);
    if (phase && session_.document().cell().has(*phase)) view_.cursor.set_phase(*phase);
}

void Application::open_link(const std::string& link) {
    once_typed([this, link] { guard([this, link] { open([&] { return load_link(link); }); }); });
}

void Application::open_copied(ParameterId parameter) {
    const char* const copied = ImGui::GetClipboardText();
    const std::string text = copied == nullptr ? "" : copied;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (is_link(text)) {
        open_link(text);
    } else if (first != std::string::npos && text[first] == '{') {
        guard([this, text] { open([&] { return load_copied(text); }); });
    } else if (parameter != none && first != std::string::npos) {
        paste_matrix(parameter, text);
    } else if (text.find_first_of("0123456789") != std::string::npos &&
               text.find_first_of("[\\") == std::string::npos) {  // no matrix with its brackets
        take_table("", text);
    } else {
        view_.notify(words()("notice.nothing_copied"));
    }
}

}  // namespace lstm
