/// The real window on a virtual display, for tests that press its keys or end it.
#pragma once

#include "support/process.h"
#include "support/temporary_folder.h"
#include "virtual_display.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lstm {

/// A window on the example statquest-one-step, with a home of its own.
class RealWindow : public testing::Test {
protected:
    void SetUp() override;

    /// Opens a window on the display; returns when it has the keyboard.
    void start(const std::string& scenario = "statquest-one-step");

    [[nodiscard]] std::string title() const {
        return display_->xdotool({"getwindowname", window_});
    }
    void press(const std::string& key) const { display_->xdotool({"key", key}); }
    /// The screen once it has come to rest.
    [[nodiscard]] std::vector<std::uint8_t> picture() const;

    TemporaryFolder home_;
    std::unique_ptr<VirtualDisplay> display_;
    std::unique_ptr<Process> program_;
    std::string window_;
};

}  // namespace lstm
