/// Nayuki's generator, and a rectangle for each run of dark squares.
#include "ui/widgets/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

#include <cmath>
#include <functional>
#include <optional>

namespace lstm {
namespace {

using Code = qrcodegen::QrCode;

constexpr int quiet_zone = 4;      ///< white squares that the standard wants on each side
constexpr float least_square = 2;  ///< pixels: a camera needs them

std::optional<Code> code_of(const std::string& text) {
    try {
        return Code::encodeText(text.c_str(), Code::Ecc::LOW);
    } catch (const qrcodegen::data_too_long&) {
        return {};
    }
}

}  // namespace

bool draw_qr_code(Frame& frame, const std::string& id, const std::string& text, float side) {
    const auto& code = frame.memo.at("qr/" + id, {std::hash<std::string>{}(text), text.size(), 1},
                                     [&] { return code_of(text); });
    if (!code) return false;
    const int size = code->getSize();
    // Whole pixels, so that all squares are alike.
    const float square = std::floor(side / static_cast<float>(size + 2 * quiet_zone));
    if (square < least_square) return false;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = std::round(at.x + (side - square * static_cast<float>(size)) / 2);
    const float top = std::round(at.y + (side - square * static_cast<float>(size)) / 2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + side, at.y + side}, IM_COL32_WHITE, frame.px(4));
    for (int row = 0; row < size; ++row)
        for (int begin = 0; begin < size; ++begin) {
            int end = begin;
            while (end < size && code->getModule(end, row)) ++end;
            if (end == begin) continue;
            const float y = top + square * static_cast<float>(row);
            list.AddRectFilled({left + square * static_cast<float>(begin), y},
                               {left + square * static_cast<float>(end), y + square},
                               IM_COL32_BLACK);
            begin = end;
        }
    frame.regions.add(id, at, {at.x + side, at.y + side});
    ImGui::Dummy({side, side});
    return true;
}

}  // namespace lstm
