/// Kept work: a line of JSON about it, then the scenario.
#include "app/kept_work.h"

#include "formats/json/json_writer.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/atomic_file.h"
#include "platform/files.h"
#include "platform/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <random>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

constexpr const char* format = "lstm-notebook-work";
constexpr int version = 1;

std::string heading_of(const Work& work) {
    std::string text;
    JsonWriter json(text);
    json.object(JsonWriter::Layout::compact).key("format").value(format);
    json.key("version").value(version).key("when").value(work.when);
    json.key("title").value(on_one_line(work.document->title, 200));
    json.key("file").value(work.file).key("example").value(work.example);
    if (work.stamp)
        json.key("stamp")
            .list(JsonWriter::Layout::compact)
            .value(work.stamp->size)
            .value(work.stamp->hash)
            .end();
    json.end();
    return text;
}

/// Nothing where `file` does not begin as work does that this version has kept.
std::optional<OrphanedWork> read_heading(WorkFiles files) {
    std::ifstream in(files.work);
    std::string line;
    std::getline(in, line);
    const Json heading = Json::parse(line, nullptr, false);
    try {
        if (heading.at("format") != format || heading.at("version") != version) return {};
        Work work;
        heading.at("file").get_to(work.file);
        heading.at("example").get_to(work.example);
        heading.at("when").get_to(work.when);
        if (const auto stamp = heading.find("stamp"); stamp != heading.end())
            work.stamp =
                FileStamp{stamp->at(0).get<std::uint64_t>(), stamp->at(1).get<std::uint64_t>()};
        return OrphanedWork{std::move(files), std::move(work),
                            heading.at("title").get<std::string>()};
    } catch (const Json::exception&) {
        return {};
    }
}

fs::path lock_of(fs::path work) {
    return work.replace_extension(".lock");
}

}  // namespace

WorkFiles WorkFiles::in(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError(folder, "cannot be made: " + error.message());
    // Unsaved work is nobody else's business.
    fs::permissions(folder, fs::perms::owner_all, error);
    std::random_device dice;
    for (;;) {
        const fs::path work = folder / fmt::format("{:08x}{:08x}.work", dice(), dice());
        if (auto lock = FileLock::take(lock_of(work))) return {work, std::move(*lock)};
    }
}

fs::path WorkFiles::lock_file() const {
    return lock_of(work);
}

void WorkFiles::remove() const {
    std::error_code ignored;
    fs::remove(work, ignored);
    fs::remove(lock_file(), ignored);
}

void write_work(const fs::path& file, const Work& work) {
    AtomicFile kept(file);
    kept.out() << heading_of(work) << '\n' << write_scenario(*work.document);
    kept.keep();
}

Document OrphanedWork::document() const {
    const std::string text = load_file(files.work);
    return read_scenario(text.substr(text.find('\n') + 1), files.work.string());
}

std::vector<OrphanedWork> orphans_in(const fs::path& folder) {
    std::vector<OrphanedWork> orphans;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const fs::path& file = it->path();
        if (file.extension() != ".work") continue;
        try {
            auto lock = FileLock::take(lock_of(file));
            std::error_code ignored;
            // Whoever had the lock may have been about to remove it.
            if (!lock || !fs::exists(file, ignored)) continue;
            if (auto orphan = read_heading({file, std::move(*lock)}))
                orphans.push_back(std::move(*orphan));
        } catch (const FileError&) {
            continue;
        }
    }
    std::ranges::sort(orphans, std::greater(),
                      [](const OrphanedWork& orphan) { return orphan.work.when; });
    return orphans;
}

}  // namespace lstm
