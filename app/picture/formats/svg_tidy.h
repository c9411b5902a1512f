// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

namespace factline::picture {

/// Makes Qt's SVG fit for other programs: the size in pixels, families with fallbacks, every line of text
/// pinned to its measured length (so that a fallback font neither clips nor overlaps), no groups without
/// content, no attributes that repeat what stands around them.
QByteArray tidySvg(const QByteArray& svg, const QSizeF& size, const QString& families);

} // namespace factline::picture
