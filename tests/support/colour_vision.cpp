// SPDX-License-Identifier: Apache-2.0
#include "support/colour_vision.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace factline::colour_vision {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Vector product(const Matrix& matrix, const Vector& vector) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            result.at(row) += matrix.at(row).at(column) * vector.at(column);
    return result;
}

/// CIE 1976: the compressed share of the white's stimulus.
double compressed(double share) {
    return share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
}

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}
double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// 0 to 360; 0 for greys, which have none.
double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double angle = degrees(std::atan2(b, a));
    return angle < 0 ? angle + 360 : angle;
}

double seventh(double chroma) {
    return std::sqrt(std::pow(chroma, 7) / (std::pow(chroma, 7) + std::pow(25.0, 7)));
}

} // namespace

Vector seen(const QColor& colour, const Vision& vision) {
    static constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                                   {0.2126729, 0.7151522, 0.0721750},
                                   {0.0193339, 0.1191920, 0.9503041}}};
    Vector light =
        product(vision.matrix, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double& channel : light)
        channel = std::clamp(channel, 0.0, 1.0);
    const Vector xyz = product(toXyz, light);
    const double x = compressed(xyz[0] / 0.95047);
    const double y = compressed(xyz[1]);
    const double z = compressed(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Vector& one, const Vector& other) {
    const double stretch =
        1 + 0.5 * (1 - seventh((std::hypot(one[1], one[2]) + std::hypot(other[1], other[2])) / 2));
    const double chroma1 = std::hypot(stretch * one[1], one[2]);
    const double chroma2 = std::hypot(stretch * other[1], other[2]);
    const double hue1 = hue(stretch * one[1], one[2]);
    const double hue2 = hue(stretch * other[1], other[2]);

    double turn = chroma1 * chroma2 == 0 ? 0 : hue2 - hue1;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    double middle = hue1 + hue2;
    if (chroma1 * chroma2 != 0) {
        if (std::abs(hue1 - hue2) > 180) middle += middle < 360 ? 360 : -360;
        middle /= 2;
    }
    const double light = (one[0] + other[0]) / 2 - 50;
    const double chroma = (chroma1 + chroma2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(middle - 30)) + 0.24 * std::cos(radians(2 * middle)) +
                     0.32 * std::cos(radians(3 * middle + 6)) - 0.20 * std::cos(radians(4 * middle - 63));
    const double byLight = (other[0] - one[0]) / (1 + 0.015 * light * light / std::sqrt(20 + light * light));
    const double byChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    const double byHue =
        2 * std::sqrt(chroma1 * chroma2) * std::sin(radians(turn / 2)) / (1 + 0.015 * chroma * t);
    const double around = (middle - 275) / 25;
    const double rotation = -2 * seventh(chroma) * std::sin(radians(60 * std::exp(-around * around)));
    return std::sqrt(byLight * byLight + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue);
}

} // namespace factline::colour_vision
