// SPDX-License-Identifier: Apache-2.0
#include "picture/large_labels.h"

#include <algorithm>
#include <cmath>

#include "picture/prepared.h"

namespace factline::picture {

namespace {

/// By how much a box may grow around its middle before it meets another one, which grows as well or stays.
double untilMet(const QRectF& box, const QRectF& other, bool growsToo) {
    const QPointF way = other.center() - box.center();
    const auto along = [growsToo](double distance, double own, double its) {
        return growsToo ? 2 * std::abs(distance) / (own + its) : (2 * std::abs(distance) - its) / own;
    };
    return std::max(along(way.x(), box.width(), other.width()), along(way.y(), box.height(), other.height()));
}

double growthOf(const PreparedDiagram& prepared, std::size_t line) {
    const QRectF& box = prepared.edges[line].halo;
    double most = largestGrowth;
    const auto meets = [&](const QRectF& other, bool growsToo = false) {
        most = std::min(most, untilMet(box, other, growsToo));
    };
    for (const PreparedNode& node : prepared.nodes) {
        meets(node.rect);
        for (const PlacedBadge& badge : node.badges)
            meets(badge.rect);
    }
    for (const PreparedContext& context : prepared.contexts) {
        meets({context.rect.topLeft(), QSizeF(context.names.from.x() - context.rect.left() +
                                                  context.title.width * context.names.factor,
                                              diagram::contextTitleHeight)});
        for (const PlacedBadge& badge : context.badges)
            meets(badge.rect);
    }
    for (std::size_t i = 0; i < prepared.edges.size(); ++i) {
        const PreparedEdge& other = prepared.edges[i];
        meets(other.paths.head.controlPointRect());
        if (i != line && !other.halo.isNull()) meets(other.halo, true);
    }
    return inSteps(most);
}

} // namespace

double LargeLabels::growth(const PreparedDiagram& prepared, std::size_t line) {
    m_known.resize(prepared.edges.size());
    double& known = m_known.at(line);
    if (known == 0) known = growthOf(prepared, line);
    return known;
}

} // namespace factline::picture
