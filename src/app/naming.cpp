/// Names of files, made from titles.
#include "app/naming.h"

#include "platform/file_stamp.h"
#include "platform/text.h"

#include <algorithm>
#include <cctype>

namespace lstm {

std::string file_name_for(std::string_view title) {
    constexpr std::size_t longest = 60;
    constexpr std::string_view allowed = " -_,+()'=";
    std::string name;
    for (std::size_t at = 0; at < title.size() && name.size() < longest;) {
        const std::size_t length = character_length(title, at);
        const auto first = static_cast<unsigned char>(title[at]);
        const bool kept = length > 1 || std::isalnum(first) != 0 ||
                          allowed.find(title[at]) != std::string_view::npos;
        const bool second_blank = first == ' ' && (name.empty() || name.back() == ' ');
        if (length > 0 && kept && !second_blank) name.append(title.substr(at, length));
        at += std::max<std::size_t>(length, 1);
    }
    while (name.ends_with(' ')) name.pop_back();
    return (name.empty() ? "untitled" : name) + ".json";
}

std::string question_before_replacing(const std::filesystem::path& file) {
    const std::string found = date_and_size(file);
    return file.string() + " is there already" + (found.empty() ? "" : ", " + found) +
           ". Replace it?";
}

}  // namespace lstm
