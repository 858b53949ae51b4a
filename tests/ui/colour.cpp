/// Colour arithmetic, written after its sources and apart from the program's own.
#include "colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lstm {
namespace {

using Three = std::array<double, 3>;
using Matrix3 = std::array<Three, 3>;

Three times(const Matrix3& m, const Three& v) {
    Three result{};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
    return result;
}

/// sRGB (IEC 61966-2-1) to linear light and back.
double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double encoded(double v) {
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

Three linear(const ImVec4& c) {
    return {linear(c.x), linear(c.y), linear(c.z)};
}

// Viénot, Brettel & Mollon 1999: linear RGB to the responses of the cones (eq. 4), and its inverse.
constexpr Matrix3 cones_of_rgb{
    {{17.8824, 43.5161, 4.11935}, {3.45565, 27.1554, 3.86714}, {0.0299566, 0.184309, 1.46709}}};
constexpr Matrix3 rgb_of_cones{{{0.0809444479, -0.130504409, 0.116721066},
                                {-0.0102485335, 0.0540193266, -0.113614708},
                                {-0.000365296938, -0.00412161469, 0.693511405}}};
// The missing cone's response is what the other two make of it (eqs. 5 and 6).
constexpr Matrix3 protanope{{{0, 2.02344, -2.52581}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix3 deuteranope{{{1, 0, 0}, {0.494207, 0, 1.24827}, {0, 0, 1}}};

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// The hue of a′ and b in degrees, 0 to 360.
double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

}  // namespace

const char* name_of(Eye eye) {
    switch (eye) {
        case Eye::usual: return "usual";
        case Eye::protanope: return "protanope's";
        case Eye::deuteranope: return "deuteranope's";
    }
    return "";
}

ImVec4 seen_by(Eye eye, const ImVec4& colour) {
    if (eye == Eye::usual) return colour;
    const Matrix3& lacking = eye == Eye::protanope ? protanope : deuteranope;
    const Three rgb = times(rgb_of_cones, times(lacking, times(cones_of_rgb, linear(colour))));
    return {static_cast<float>(encoded(rgb[0])), static_cast<float>(encoded(rgb[1])),
            static_cast<float>(encoded(rgb[2])), colour.w};
}

Lab lab_of(const ImVec4& colour) {
    constexpr Matrix3 xyz_of_rgb{
        {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    const auto root = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const Three xyz = times(xyz_of_rgb, linear(colour));
    const double x = root(xyz[0] / 0.95047), y = root(xyz[1]), z = root(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double ciede2000(const Lab& first, const Lab& second) {
    const auto seventh = [](double c) {
        return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    };
    const double mean_c = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double g = 0.5 * (1 - seventh(mean_c));
    const double a1 = (1 + g) * first.a, a2 = (1 + g) * second.a;
    const double c1 = std::hypot(a1, first.b), c2 = std::hypot(a2, second.b);
    const double h1 = hue(a1, first.b), h2 = hue(a2, second.b);
    const bool grey = c1 * c2 == 0;

    double turn = grey ? 0 : h2 - h1;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    const double dl = second.L - first.L;
    const double dc = c2 - c1;
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2));

    const double l = (first.L + second.L) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (!grey) h = std::abs(h1 - h2) <= 180 ? h / 2 : (h < 360 ? h + 360 : h - 360) / 2;
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                     0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rt =
        -2 * seventh(c) * std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dh / sh, 2) +
                     rt * (dc / sc) * (dh / sh));
}

double difference(const ImVec4& a, const ImVec4& b, Eye eye) {
    return ciede2000(lab_of(seen_by(eye, a)), lab_of(seen_by(eye, b)));
}

}  // namespace lstm
