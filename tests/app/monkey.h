/// A user who does one random thing after another.
#pragma once

#include "driver.h"

#include <cstdint>
#include <random>
#include <string>

namespace lstm {

/// The same seed does the same to the same window.
class Monkey {
public:
    Monkey(Driver& user, std::uint32_t seed) : user_(user), dice_(seed) {}

    /// One thing, which is some events: a click, a drag, a key, a text, another size of the window.
    void act();
    /// Lets go of everything.
    void stop();

private:
    int below(int count) { return std::uniform_int_distribution(0, count - 1)(dice_); }
    bool one_in(int count) { return below(count) == 0; }
    std::string a_place();
    void handle(const std::string& place);
    void meddle();
    void press_some_key();
    const char* some_text();
    ImVec2 some_size();

    Driver& user_;
    std::mt19937 dice_;
    bool held_ = false;  ///< a button of the mouse
};

}  // namespace lstm
