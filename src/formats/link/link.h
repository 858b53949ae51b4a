/// Links: an address behind whose # stands a scenario, or an example's name, and what of it to
/// show.
///
///     #s=q1YqLUgs…            a scenario (`packed_text` of its JSON without blanks)
///     #example=gomez          an example
///     …&t=2&phase=write&page=working&presenter    a place in its run
#pragma once

#include "document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace lstm {

/// What errors call a link: its letters tell nobody anything.
inline constexpr const char* link_name = "link";

/// A place in a run, as a link names it; what is absent is as a scenario opens.
struct LinkedPlace {
    std::optional<int> t;  ///< timestep, from 1
    std::string phase{};   ///< "write", …; empty: absent
    std::string page{};    ///< of the inspector: "working", …; empty: absent
    bool backward = false;
    bool presenter = false;

    friend bool operator==(const LinkedPlace&, const LinkedPlace&) = default;
};

/// A link, taken apart.
struct ScenarioLink {
    std::string example;   ///< the example's name; empty: it holds a scenario
    std::string scenario;  ///< the scenario's JSON
    LinkedPlace place;
};

/// Whether `text` is a link, whole or broken, rather than the name of a file.
[[nodiscard]] bool is_link(std::string_view text);

/// Takes a link apart; what is around it, and before its #, does not matter, nor do parts of it
/// that are not known here. Throws FormatError where it is broken.
[[nodiscard]] ScenarioLink read_link(std::string_view text);

/// The link to `document`, from its # on. Throws FormatError where it is too large for one.
[[nodiscard]] std::string link_to(const Document& document, const LinkedPlace& place = {});

/// The link to an example.
[[nodiscard]] std::string link_to_example(std::string_view name, const LinkedPlace& place = {});

}  // namespace lstm
