// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>

#include <QRect>

#include "diagram/diagram.h"
#include "jobs/what_if.h"
#include "picture/painter.h"
#include "picture/theme.h"

class QPainter;

namespace factline::canvas {

/// What is tried out, as marks on a picture of the model as it is.
struct Supposition {
    picture::BadgesByNode badges; ///< promises as they would fare where that differs: "3.1 s → 0.9 s"
    std::set<std::size_t> lines;  ///< indexes into its edges: hops that are tried otherwise
};

Supposition supposedOn(const diagram::Diagram& diagram, const jobs::Supposed& supposed);

/// A dashed frame around the view: what is seen is not the model as it is.
void paintSupposedFrame(QPainter& painter, const QRect& view, const picture::Theme& theme);

} // namespace factline::canvas
