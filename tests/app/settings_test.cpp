/// What the program remembers of its user.
#include "app/settings.h"

#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace lstm {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Every test has a home of its own.
class SettingsFile : public testing::Test {
protected:
    SettingsFile() {
        setenv("XDG_CONFIG_HOME", home_.path().c_str(), 1);
        setenv("HOME", home_.path().c_str(), 1);
    }

    static void write(const std::string& text) {
        std::filesystem::create_directories(settings_file().parent_path());
        save_file(settings_file(), text);
    }

    /// Where settings are kept that this version does not understand.
    static std::filesystem::path kept() { return settings_file().string() + "~"; }

    /// Loads the settings; what is said on stderr is kept in `said_`.
    Settings load() {
        testing::internal::CaptureStderr();
        Settings settings = load_settings();
        said_ = testing::internal::GetCapturedStderr();
        return settings;
    }

    TemporaryFolder home_;
    std::string said_;
};

TEST_F(SettingsFile, StandsInTheUsersConfigurationFolder) {
    EXPECT_EQ(settings_file(), home_.path() / "lstm-notebook/settings.json");
    unsetenv("XDG_CONFIG_HOME");
    EXPECT_EQ(settings_file(), home_.path() / ".config/lstm-notebook/settings.json");
    setenv("XDG_CONFIG_HOME", "not/absolute", 1);
    EXPECT_EQ(settings_file(), home_.path() / ".config/lstm-notebook/settings.json");
}

TEST_F(SettingsFile, IsNotMissedWhereNobodyHasAHome) {
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    unsetenv("APPDATA");
    EXPECT_TRUE(settings_file().empty());
    EXPECT_EQ(load(), Settings{});
    save_settings(Settings{});
    EXPECT_THAT(said_, IsEmpty());
}

TEST_F(SettingsFile, ReadsBackWhatWasSaved) {
    Settings settings;
    settings.theme = "dark";
    settings.zoom = 1.75f;
    settings.reduced_motion = true;
    settings.recent_files = {"/a/b.json", "/c \"d\"/é.json"};
    save_settings(settings);
    EXPECT_EQ(load(), settings);
    EXPECT_THAT(said_, IsEmpty());
}

TEST_F(SettingsFile, IsNotNeeded) {
    EXPECT_EQ(load(), Settings{});
    EXPECT_THAT(said_, IsEmpty());
}

TEST_F(SettingsFile, IsPassedOverInOneLineWhereItIsBroken) {
    for (const char* text : {"", "{", "[]", "3", "{\"zoom\": \"large\"}", "{\"recent_files\": [1]}",
                             "{\"theme\": null}", "{\"zoom\": 1e999}", "\xff\xfe"}) {
        write(text);
        EXPECT_EQ(load(), Settings{}) << text;
        EXPECT_THAT(said_, AllOf(HasSubstr("settings.json"), testing::EndsWith("\n"))) << text;
        EXPECT_EQ(std::ranges::count(said_, '\n'), 1) << said_;
    }
}

TEST_F(SettingsFile, KeepsWhatItKnowsOfALaterVersion) {
    write(R"({"theme": "dark", "wallpaper": "stars"})");
    EXPECT_EQ(load().theme, "dark");
    EXPECT_THAT(said_, IsEmpty());
}

TEST_F(SettingsFile, RemembersWhereTheWindowWas) {
    Settings settings;
    settings.window = WindowPlace{{-20, 30, 1024, 700}, true};
    save_settings(settings);
    EXPECT_EQ(load(), settings);
    write(R"({"window": {"x": 1, "y": 2, "width": "all"}})");
    EXPECT_EQ(load(), Settings{});
}

TEST_F(SettingsFile, KeepsWhatItDoesNotKnow) {
    write(R"({"theme": "dark", "wallpaper": {"of": ["stars", 3]}})");
    save_settings(load());
    EXPECT_THAT(load_file(settings_file()), HasSubstr("stars"));
    EXPECT_EQ(load().theme, "dark");
    EXPECT_FALSE(std::filesystem::exists(kept()));
}

TEST_F(SettingsFile, IsKeptBesideTheNewOneWhereItCannotBeRead) {
    for (const char* text :
         {"", "{", "[]", "{\"zoom\": \"large\"}", "\xff\xfe", "{\"version\": \"first\"}"}) {
        write(text);
        save_settings(load());
        EXPECT_EQ(load_file(kept()), text);
        EXPECT_EQ(load(), Settings{}) << text;
        EXPECT_THAT(said_, IsEmpty()) << text;
        std::filesystem::remove(kept());
    }
}

TEST_F(SettingsFile, OfALaterVersionIsKeptBesideTheNewOneOnce) {
    const std::string text = R"({"version": 2, "theme": "dark", "wallpaper": "stars"})";
    write(text);
    Settings settings = load();
    EXPECT_EQ(settings.theme, "dark");
    save_settings(settings);
    EXPECT_EQ(load_file(kept()), text);
    settings.theme = "print";
    save_settings(settings);
    EXPECT_EQ(load_file(kept()), text);
    EXPECT_THAT(load_file(settings_file()), HasSubstr("stars"));
}

TEST_F(SettingsFile, IsNotWrittenOverWhereItCannotBeKept) {
    write("{");
    std::filesystem::create_directory(kept());
    testing::internal::CaptureStderr();
    save_settings(Settings{});
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("settings were not saved"));
    EXPECT_EQ(load_file(settings_file()), "{");
}

TEST_F(SettingsFile, TakesNoValueThatTheProgramHasNot) {
    write(R"({"theme": "neon", "zoom": 1000})");
    EXPECT_EQ(load().theme, "light");
    EXPECT_EQ(load().zoom, 3.0f);
}

TEST_F(SettingsFile, IsSavedAlthoughANameIsNoText) {
    Settings settings;
    settings.recent_files = {"/a/\xff.json", "/b.json"};
    save_settings(settings);
    EXPECT_THAT(load().recent_files, ElementsAre("/a/\xef\xbf\xbd.json", "/b.json"));
}

TEST_F(SettingsFile, ThatCannotBeWrittenIsTold) {
    save_file(home_.path() / "lstm-notebook", "a file where the folder should be");
    testing::internal::CaptureStderr();
    save_settings(Settings{});
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("settings were not saved"));
}

TEST(RecentFiles, HaveTheNewestFirstAndEachOnce) {
    Settings settings;
    for (const char* file : {"/a.json", "/b.json", "/a.json", "/x/../b.json"}) {
        remember_file(settings, file);
    }
    EXPECT_THAT(settings.recent_files, ElementsAre("/b.json", "/a.json"));
}

TEST(RecentFiles, AreAbsolute) {
    Settings settings;
    remember_file(settings, "here.json");
    EXPECT_THAT(settings.recent_files,
                ElementsAre((std::filesystem::current_path() / "here.json").string()));
}

TEST(RecentFiles, ForgetTheOldest) {
    Settings settings;
    for (int k = 0; k < 15; ++k) remember_file(settings, "/" + std::to_string(k));
    EXPECT_THAT(settings.recent_files, SizeIs(max_recent_files));
    EXPECT_EQ(settings.recent_files.front(), "/14");
    EXPECT_EQ(settings.recent_files.back(), "/5");
}

}  // namespace
}  // namespace lstm
