// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <QImage>
#include <QSize>

namespace factline::picture {

/// How a PNG is to be.
struct PngFrame {
    QSize size; ///< pixels
    bool transparent = false;
    int dotsPerMetre = 0;
    std::string title;       ///< in the file, not in the picture; UTF-8
    std::string description; ///< the same
};

/// A picture painted and packed in bands of rows, so that neither memory nor time grows with what is mostly
/// empty: while one band is painted, others are packed on other cores. `paintBand` gets an image of the
/// frame's width, filled with nothing, and the row of the frame that is its first; it is called in order on
/// the caller's thread. The same bytes each time, however many cores there are.
std::string writePng(const PngFrame& frame, const std::function<void(QImage& band, int top)>& paintBand);

} // namespace factline::picture
