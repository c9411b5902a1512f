// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <QRectF>

#include "diagram/diagram.h"

namespace factline::canvas {

/// How much of a picture something hides that lies over `place` (both in the diagram's units), as an area:
/// nodes, titles of contexts, lines and their labels, the ground of a context less, and what is `lit` more
/// than all else.
double hiddenBy(const QRectF& place, const diagram::Diagram& diagram, const std::set<ElementKey>& lit = {});

} // namespace factline::canvas
