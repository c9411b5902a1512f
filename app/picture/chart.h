// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include <QSizeF>
#include <QString>

#include "base/result.h"
#include "picture/theme.h"

class QPainter;
class QRectF;

namespace factline::picture {

/// A picture of numbers that a panel shows and that is exported as it is seen.
struct Chart {
    QString title;       ///< in the file
    QString description; ///< the same, and for those who do not see it
    QSizeF size;         ///< pixels
    /// Paints it into the rectangle; the same for the same theme, whatever it is painted on.
    std::function<void(QPainter& painter, const QRectF& into, const Theme& theme)> paint;
};

/// Writes a chart as SVG or, at twice its size, as PNG, by the file's extension: light and opaque. Errors:
/// another extension, and whatever stands in the way of writing.
Result<void> exportChart(const Chart& chart, const std::filesystem::path& file);

} // namespace factline::picture
