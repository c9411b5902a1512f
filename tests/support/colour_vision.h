// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QColor>

namespace factline::colour_vision {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

/// How somebody sees: what becomes of a colour in linear sRGB.
struct Vision {
    const char* name;
    Matrix matrix;
};

/// Everybody's, and the three dichromacies as simulated by Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
/// severity 1.0.
inline constexpr std::array<Vision, 4> visions{{
    {"full", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

/// CIE L*a*b* (white D65) of what is seen of an opaque colour.
Vector seen(const QColor& colour, const Vision& vision);

/// The difference of two colours in L*a*b*, CIEDE2000: 1 is just noticeable side by side, 10 plain at a
/// glance. Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30(1),
/// 2005.
double difference(const Vector& one, const Vector& other);

} // namespace factline::colour_vision
