// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "canvas/moving.h"
#include "canvas/viewport.h"
#include "picture/painter.h"

namespace factline::canvas {

/// The picture while shapes are being moved: the rest as it was, they themselves where they are held, the
/// lines to them straight. Costs the same however large the diagram is, once the rest is painted.
class Ghost {
public:
    Ghost(const diagram::Diagram& diagram, const picture::Theme& theme, Moved moved);

    const Moved& moved() const { return m_moved; }
    const QPointF& shift() const { return m_shift; }
    void shiftTo(const QPointF& shift) { m_shift = shift; }
    /// The context that the shapes would move into; nothing: they stay in theirs.
    void setTarget(std::optional<std::size_t> context) { m_target = context; }
    const std::optional<std::size_t>& target() const { return m_target; }

    /// What does not move, in the diagram's coordinates.
    void paintRest(QPainter& painter, const picture::PaintOptions& options) const;
    /// What moves, in pixels of the screen.
    void paintMoved(QPainter& painter, const Viewport& viewport, const picture::PaintOptions& options) const;

private:
    void paintLines(QPainter& painter, double scale) const;
    void paintHomes(QPainter& painter, double scale) const;
    QRectF placeOf(std::size_t node) const;

    diagram::Diagram m_diagram;
    Moved m_moved;
    picture::DiagramPainter m_rest;
    picture::DiagramPainter m_shapes;
    std::vector<std::size_t> m_lines; ///< edges with one end that moves
    std::vector<std::size_t> m_homes; ///< contexts that stay while nodes in them move
    QPointF m_shift;
    std::optional<std::size_t> m_target;
};

} // namespace factline::canvas
