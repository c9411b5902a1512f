// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QByteArray>
#include <QSizeF>
#include <QString>

class QPainter;

namespace factline::picture {

/// What an SVG says about itself.
struct SvgFrame {
    QString title;
    QString description;
    QSizeF size;      ///< pixels
    QString families; ///< for font-family
};

/// Makes Qt's SVG fit for other programs: the size in pixels, families with fallbacks, every line of text
/// pinned to its measured length (so that a fallback font neither clips nor overlaps), no groups without
/// content, no attributes that repeat what stands around them. Empty where the input is no well-formed XML.
QByteArray tidySvg(const QByteArray& svg, const SvgFrame& frame);

/// What `paint` paints, as an SVG that has been made fit so. Empty where Qt wrote none that can be read.
QByteArray writeSvg(const SvgFrame& frame, const std::function<void(QPainter&)>& paint);

} // namespace factline::picture
