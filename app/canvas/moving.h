// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <QPointF>

#include "diagram/diagram.h"
#include "diagram/positions.h"

namespace factline::canvas {

/// Shapes that are moved together, as indexes into a diagram; a context takes its nodes along.
struct Moved {
    std::vector<std::size_t> contexts;
    std::vector<std::size_t> nodes;
    bool empty() const { return contexts.empty() && nodes.empty(); }
};

/// Distance between two places where a shape can be put.
inline constexpr double placeGrid = 8;

/// The shapes of these elements, contexts with everything in them, and that of one that nobody declares.
Moved movedBy(const diagram::Diagram& diagram, const std::vector<ElementId>& ids,
              const std::optional<ElementKey>& undeclared = {});

/// A context's rectangle while some of its nodes stand elsewhere: it grows around them.
diagram::Rect grownHome(const diagram::Diagram& diagram, std::size_t context, const Moved& moved,
                        const QPointF& shift);

/// The shift nearest to `wanted`, on the grid around it, at which no moved node stands on another node and no
/// context on another context. Where there is none, at which at least no node stands on another one.
QPointF freeShift(const diagram::Diagram& diagram, const Moved& moved, const QPointF& wanted);

/// The same for moving on in one direction: `step`, or a multiple of it that clears what is in the way; null
/// where nothing near is free.
QPointF freeStep(const diagram::Diagram& diagram, const Moved& moved, const QPointF& from,
                 const QPointF& step);

/// Positions with the moved shapes shifted.
diagram::Positions shifted(diagram::Positions positions, const diagram::Diagram& diagram, const Moved& moved,
                           const QPointF& shift);

} // namespace factline::canvas
