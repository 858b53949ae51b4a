/// What goes on between frames: training, an export, and making a link. The application does the
/// work; panels see how far it is, and ask for more of it (proposals.h).
#pragma once

#include <string>
#include <vector>

namespace lstm {

/// How training goes.
struct TrainingStatus {
    bool running = false;
    std::vector<double> losses;  ///< of the steps since the start
    std::string told;            ///< why it stopped; empty: nobody has to be told
    bool has_start = false;      ///< there are weights with which it began, to go back to
};

/// How an export goes, or how the last one ended.
struct ExportStatus {
    int done = 0;    ///< pieces, of
    int pieces = 0;  ///< 0: nothing is being written
    std::string told;
    bool failed = false;
    std::string in_the_way;  ///< the file that the user was asked about
};

/// The link to what is open, while it is asked for.
struct SharedLink {
    std::string page;           ///< the address in front of its #; empty: not known
    bool page_is_here = false;  ///< this is that page
    std::string link;
    std::string trouble;  ///< why there is none; empty: there is one
};

}  // namespace lstm
