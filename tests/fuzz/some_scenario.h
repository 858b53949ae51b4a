/// Random bytes as a scenario, where they are one.
#pragma once

#include "document/document.h"
#include "formats/scenario/scenario_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lstm {

/// The document, or nothing where the reader refuses it, as it should most of the time, or where it
/// is so large that it only takes long.
[[nodiscard]] inline std::optional<Document> some_scenario(const std::uint8_t* bytes,
                                                           std::size_t size) {
    constexpr int most_units = 16, most_steps = 16;
    try {
        Document document =
            read_scenario({reinterpret_cast<const char*>(bytes), size}, "fuzz.json");
        const auto [inputs, units, outputs] = document.sizes();
        if (inputs > most_units || units > most_units || outputs > most_units ||
            document.steps() > most_steps)
            return {};
        return document;
    } catch (const FormatError&) {
        return {};
    }
}

}  // namespace lstm
