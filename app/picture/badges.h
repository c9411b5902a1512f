// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

inline constexpr double largestFigures = 1.375; ///< of badges, where what they say could not be read else

/// Whether it says more than a sign or a count, as a time: that grows to be read.
bool hasFigures(const PlacedBadge& placed);

/// Its place where it grows, from the corner of its shape inward.
QRectF grown(const PlacedBadge& placed, double factor);

/// By how much it grows for its figures to be read, of a font of that size on the screen (pixels); none: not
/// even then, so that sign and colour have to say enough.
std::optional<double> growthToRead(const PlacedBadge& placed, double pixels);

/// Its place once it has grown like that, or has become no more than its sign.
QRectF placeToRead(const PlacedBadge& placed, double pixels);

/// Where a shape's badges stand, each straddling its edge: problems top right, freshness bottom right,
/// hotspots top left; three at the most, then "+n".
std::vector<PlacedBadge> placeBadges(const std::vector<diagram::Badge>& badges, ElementKind kind,
                                     const QRectF& shape, const diagram::TextMeasure& measure,
                                     const Metrics& metrics);

} // namespace factline::picture
