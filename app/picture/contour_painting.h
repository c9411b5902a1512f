// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QColor>

#include "picture/contours.h"
#include "picture/painter.h"

class QPainter;

namespace factline::picture {

struct PreparedDiagram;

/// The line around a band, where it meets what is reached later or never.
QColor contourLine(const Theme& theme, std::size_t band, std::size_t bands);

/// Paints the bands of equal delay, the soonest on top: around each node that is reached, and along each line
/// from the band of its beginning to that of its end. Goes under lines and nodes.
void paintContours(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options);

/// Writes at each node that is reached how long it takes to there, large enough to be read at this scale.
/// `isFree`: whether a place may be taken; a time that would stand elsewhere is left out.
void paintTimes(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options,
                const std::function<bool(const QRectF&)>& isFree = {});

} // namespace factline::picture
