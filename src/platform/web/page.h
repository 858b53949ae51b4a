/// What the program asks of the page that it runs in; page/notebook.js answers.
#pragma once

#include <optional>
#include <string>

namespace lstm::page {

/// The page's settings that are not ours to choose.
struct Wishes {
    bool dark = false;
    bool reduced_motion = false;
    bool more_contrast = false;
    bool touch = false;  ///< a finger points rather than a mouse
};
[[nodiscard]] Wishes wishes();

/// Where the page was opened.
struct Address {
    std::string page;       ///< without what asks for something, and without the fragment
    std::string fragment;   ///< from its # on; empty: there is none
    bool embedded = false;  ///< it is part of another page, which wants less of it
};
[[nodiscard]] Address address();

void set_title(const std::string& title);
void set_full_screen(bool full_screen);
/// A cursor's name in CSS.
void set_cursor(const char* name);
/// Text is wanted, or no longer; where the composition of an input method is shown, in pixels.
void want_text(bool wanted, float x, float y, float line_height);
/// What was copied, for the page's own event to hand over.
void copy(const char* text);

/// Files that changed are kept from one visit to the next.
void keep_files();
/// The lock's number; −1 where another tab holds it.
[[nodiscard]] int take_lock(const std::string& name);
void give_lock_back(int lock);

void ask_for_file(bool saves, const std::string& name, const std::string& kind,
                  const std::string& ending);
/// Nothing while the user has not answered; empty: he chose none.
struct ChosenFile {
    bool asked = true;  ///< else the page has no way to ask
    std::string path;   ///< empty: the user chose none
};
/// Nothing while the user has not answered.
[[nodiscard]] std::optional<ChosenFile> file_that_was_chosen();
void forget_question();
/// Films a canvas of that size, on which a picture stays for `milliseconds`. Returns why the
/// browser cannot make such a film; empty: it does.
[[nodiscard]] std::string begin_film(const std::string& format, int width, int height,
                                     int milliseconds);
/// The next picture: rows of red, green and blue, a byte each.
void give_to_film(const unsigned char* rgb, int width, int height);
/// Whether the last picture has been shown for long enough.
[[nodiscard]] bool film_is_ready();
/// Ends the film, and puts it into the file at `path` once it is there. What has become of it:
/// `nothing` where the browser has no encoder after all.
enum class Filmed { not_yet, all, nothing };
[[nodiscard]] Filmed film_is_in(const std::string& path);
void stop_film();
/// Hands a file to the user: to where it came from on his disk, else as a download.
void deliver(const std::string& path);

}  // namespace lstm::page
