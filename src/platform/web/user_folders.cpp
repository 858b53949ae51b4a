/// Folders that the page keeps from one visit to the next: page/storage.js knows their names.
#include "platform/user_folders.h"

namespace lstm {

std::filesystem::path settings_folder() {
    return "/notebook/settings";
}

std::filesystem::path state_folder() {
    return "/notebook/state";
}

}  // namespace lstm
