/// What the dialogs that open and save files show.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace lstm {

/// What the dialogs can choose from in a folder, as it was when it was listed.
struct FolderListing {
    std::filesystem::path folder;  ///< empty: none has been listed
    std::filesystem::file_time_type changed;
    std::vector<std::string> folders;
    std::vector<std::string> files;
    std::string trouble;  ///< why nothing could be listed
};

struct FileChooser {
    std::string folder;
    std::array<char, 1024> name{};
    std::string told;        ///< why the file was not saved, or what it would be written over
    std::string in_the_way;  ///< the file that stands where the user wanted to save, and that he
                             ///< was asked about
    FolderListing listing;
    bool elsewhere = false;  ///< the system's own dialog asks meanwhile
};

}  // namespace lstm
