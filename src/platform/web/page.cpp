/// Calls into the page's JavaScript: `Module.page` is what page/notebook.js hands to the program.
#include "platform/web/page.h"

#include <emscripten.h>

#include <cstdlib>

// It takes JavaScript for C++.
// clang-format off
// Strings that JavaScript hands over are ours to free.
EM_JS(int, page_wishes, (), { return Module.page.wishes(); });
EM_JS(char*, page_address, (), { return Module.page.toC(location.origin + location.pathname); });
EM_JS(char*, page_fragment, (), { return Module.page.toC(location.hash.length > 1 ? location.hash : ""); });
EM_JS(int, page_embedded, (), { return new URLSearchParams(location.search).has("embed") ? 1 : 0; });
EM_JS(void, page_set_title, (const char* title), { Module.page.setTitle(UTF8ToString(title)); });
EM_JS(void, page_set_full_screen, (int on), { Module.page.setFullScreen(!!on); });
EM_JS(void, page_set_cursor, (const char* name), { Module.page.setCursor(UTF8ToString(name)); });
EM_JS(void, page_want_text, (int wanted, float x, float y, float height), {
    Module.page.wantText(!!wanted, x, y, height);
});
EM_JS(void, page_copy, (const char* text), { Module.page.copy(UTF8ToString(text)); });
EM_JS(void, page_keep_files, (), { Module.page.keepFiles(); });
EM_JS(int, page_take_lock, (const char* name), { return Module.page.takeLock(UTF8ToString(name)); });
EM_JS(void, page_give_lock_back, (int lock), { Module.page.giveLockBack(lock); });
EM_JS(void, page_ask_for_file, (int saves, const char* name, const char* kind, const char* ending), {
    Module.page.askForFile(!!saves, UTF8ToString(name), UTF8ToString(kind), UTF8ToString(ending));
});
// What it returns: 0 no answer, "?" no way to ask, else "=" and the path.
EM_JS(char*, page_chosen_file, (), {
    const chosen = Module.page.chosenFile();
    if (chosen === undefined) return 0;
    return Module.page.toC(chosen === null ? "?" : "=" + chosen);
});
EM_JS(char*, page_begin_film, (const char* format, int width, int height, int milliseconds), {
    return Module.page.toC(Module.page.film.begin(UTF8ToString(format), width, height, milliseconds));
});
EM_JS(void, page_give_to_film, (const unsigned char* rgb, int width, int height), {
    Module.page.film.give(HEAPU8.subarray(rgb, rgb + 3 * width * height));
});
EM_JS(int, page_film_is_ready, (), { return Module.page.film.ready() ? 1 : 0; });
EM_JS(int, page_film_is_in, (const char* path), { return Module.page.film.isIn(UTF8ToString(path)); });
EM_JS(void, page_stop_film, (), { Module.page.film.stop(); });
EM_JS(void, page_forget_question, (), { Module.page.forgetQuestion(); });
EM_JS(void, page_deliver, (const char* path), { Module.page.deliver(UTF8ToString(path)); });
// clang-format on

namespace lstm::page {
namespace {

std::string taken(char* text) {
    std::string copy = text;
    std::free(text);
    return copy;
}

}  // namespace

Wishes wishes() {
    const int bits = page_wishes();
    return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
}

Address address() {
    return {taken(page_address()), taken(page_fragment()), page_embedded() != 0};
}

void set_title(const std::string& title) {
    page_set_title(title.c_str());
}

void set_full_screen(bool full_screen) {
    page_set_full_screen(full_screen ? 1 : 0);
}

void set_cursor(const char* name) {
    page_set_cursor(name);
}

void want_text(bool wanted, float x, float y, float line_height) {
    page_want_text(wanted ? 1 : 0, x, y, line_height);
}

void copy(const char* text) {
    page_copy(text);
}

void keep_files() {
    page_keep_files();
}

int take_lock(const std::string& name) {
    return page_take_lock(name.c_str());
}

void give_lock_back(int lock) {
    page_give_lock_back(lock);
}

void ask_for_file(bool saves, const std::string& name, const std::string& kind,
                  const std::string& ending) {
    page_ask_for_file(saves ? 1 : 0, name.c_str(), kind.c_str(), ending.c_str());
}

std::optional<ChosenFile> file_that_was_chosen() {
    char* const answer = page_chosen_file();
    if (answer == nullptr) return {};
    const std::string text = taken(answer);
    return ChosenFile{text.front() == '=', text.substr(1)};
}

void deliver(const std::string& path) {
    page_deliver(path.c_str());
}

std::string begin_film(const std::string& format, int width, int height, int milliseconds) {
    return taken(page_begin_film(format.c_str(), width, height, milliseconds));
}

void give_to_film(const unsigned char* rgb, int width, int height) {
    page_give_to_film(rgb, width, height);
}

bool film_is_ready() {
    return page_film_is_ready() != 0;
}

Filmed film_is_in(const std::string& path) {
    const int answer = page_film_is_in(path.c_str());
    return answer < 0 ? Filmed::nothing : answer > 0 ? Filmed::all : Filmed::not_yet;
}

void stop_film() {
    page_stop_film();
}

void forget_question() {
    page_forget_question();
}

}  // namespace lstm::page
