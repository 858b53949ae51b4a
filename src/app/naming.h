/// Names of files: one for a document that has none, and the question before one is written over.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lstm {

/// "StatQuest one step.json" of "StatQuest: one step": `title` without what file names cannot hold,
/// of bearable length; "untitled.json" where nothing is left.
[[nodiscard]] std::string file_name_for(std::string_view title);

/// "/a/run.csv is there already, written on …. Replace it?"
[[nodiscard]] std::string question_before_replacing(const std::filesystem::path& file);

}  // namespace lstm
