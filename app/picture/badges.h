// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QRectF>

#include "base/element.h"
#include "diagram/diagram.h"
#include "picture/theme.h"

namespace factline::picture {

/// A badge and where it is drawn: an index into the shape's badges, or "+n" for those that found no room.
struct PlacedBadge {
    diagram::Badge badge;
    QRectF rect;
    bool more = false; ///< "+n" instead of a badge
};

/// Where a shape's badges stand, each straddling its edge: problems top right, freshness bottom right,
/// hotspots top left; three at the most, then "+n".
std::vector<PlacedBadge> placeBadges(const std::vector<diagram::Badge>& badges, ElementKind kind,
                                     const QRectF& shape, const diagram::TextMeasure& measure,
                                     const Metrics& metrics);

} // namespace factline::picture
