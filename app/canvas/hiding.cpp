// SPDX-License-Identifier: Apache-2.0
#include "canvas/hiding.h"

#include <algorithm>

#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr double titleHeight = 36; ///< of a context, in the diagram
constexpr double litWeight = 100;
constexpr double groundWeight = 0.1;

double areaOf(const QRectF& rect) {
    return rect.width() * rect.height();
}

} // namespace

double hiddenBy(const QRectF& place, const diagram::Diagram& diagram, const std::set<ElementKey>& lit) {
    double area = 0;
    for (const auto& node : diagram.nodes)
        if (const double shared = areaOf(picture::toQt(node.rect) & place); shared > 0)
            area += shared * (lit.contains(node.key) ? litWeight : 1);
    for (const auto& context : diagram.contexts) {
        const QRectF whole = picture::toQt(context.rect);
        QRectF title = whole;
        title.setHeight(std::min(title.height(), titleHeight));
        area += areaOf(title & place) + groundWeight * areaOf(whole & place);
    }
    return area;
}

} // namespace factline::canvas
