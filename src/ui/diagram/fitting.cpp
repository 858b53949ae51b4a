/// Trying one text after the other.
#include "ui/diagram/fitting.h"

#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <cmath>

namespace lstm {
namespace {

/// Only a sign of its size.
std::string size_of(double value) {
    return std::abs(value) < 1 ? "≈0" : value < 0 ? "≪0" : "≫0";
}

}  // namespace

std::string fitting_value(ImFont* font, double value, int decimals, float room) {
    for (int digits = decimals; digits >= 0; --digits) {
        std::string text = format_value(value, digits);
        if (text_size(font, text).x <= room) return text;
    }
    return size_of(value);
}

std::string fitting_gradient(ImFont* font, double value, int decimals, float room) {
    if (value == 0) return "0";
    const float sign = value < 0 ? 0 : text_size(font, "−").x;
    const auto fits = [&](const std::string& text) {
        return text_size(font, text).x + sign <= room;
    };
    for (int digits = decimals; digits >= 1; --digits) {
        if (std::abs(value) < 0.5 * std::pow(10, -digits)) break;
        std::string text = format_value(value, digits);
        if (fits(text)) return text;
        const std::size_t zero = text.find("0.");
        const bool leads = zero == 0 || (value < 0 && zero == std::string("−").size());
        if (leads) text.erase(zero, 1);
        if (fits(text)) return text;
    }
    const std::string power = format_power(value);
    return fits(power) ? power : size_of(value);
}

}  // namespace lstm
