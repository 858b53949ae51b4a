/// A folder that goes with the test that made it.
#pragma once

#include <filesystem>
#include <random>
#include <string>

namespace lstm {

/// An empty folder of its own name.
class TemporaryFolder {
public:
    TemporaryFolder() {
        const std::string name = "lstm-test-" + std::to_string(std::random_device()());
        path_ = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directory(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace lstm
