// SPDX-License-Identifier: Apache-2.0
#include "picture/tried_lines.h"

#include <algorithm>

#include <QPainter>

#include "picture/prepared.h"

namespace factline::picture {

void paintTried(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options) {
    const Theme& theme = prepared.theme;
    const double width = std::max(theme.metrics.selectedLine, 2 / options.scale);
    // Square dots: round ones, as small as this, look the same and take several times as long.
    QPen dots(theme.accent, width, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1, 1.2});
    for (const std::size_t line : options.tried) {
        if (line >= prepared.edges.size()) continue;
        const PreparedEdge& edge = prepared.edges[line];
        if (!options.visible.isNull() && !options.visible.intersects(edge.extent)) continue;
        painter.setPen(dots);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(edge.paths.line);
        painter.setPen(edge.style.filledHead ? QPen(Qt::NoPen) : QPen(theme.accent, width / 2));
        painter.setBrush(edge.style.filledHead ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
        painter.drawPath(edge.paths.head);
    }
}

} // namespace factline::picture
