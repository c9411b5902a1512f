// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "canvas/viewport.h"
#include "diagram/diagram.h"
#include "jobs/what_if.h"
#include "picture/theme.h"

class QPainter;

namespace factline::canvas {

/// A picture with what is tried out on it.
struct Supposition {
    diagram::Diagram diagram;       ///< promises marked as they would fare: "3.1 s → 0.9 s"
    std::vector<std::size_t> lines; ///< indexes into its edges: hops that are tried otherwise
};

Supposition supposedOn(const diagram::Diagram& diagram, const jobs::Supposed& supposed);

/// Those lines dotted, over the picture, in pixels of the screen.
void paintSupposed(QPainter& painter, const diagram::Diagram& diagram, const std::vector<std::size_t>& lines,
                   const picture::Theme& theme, const Viewport& viewport);

/// A dashed frame around the view: what is seen is not the model as it is.
void paintSupposedFrame(QPainter& painter, const QRectF& view, const picture::Theme& theme);

} // namespace factline::canvas
