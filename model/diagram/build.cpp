// SPDX-License-Identifier: Apache-2.0
#include "diagram/build.h"

#include <algorithm>

#include "diagram/routing/route.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

/// The smallest rect around both.
Rect united(const Rect& a, const Rect& b) {
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect boundsOf(const Diagram& diagram) {
    Rect bounds;
    bool first = true;
    const auto include = [&](const Rect& rect) {
        bounds = first ? rect : united(bounds, rect);
        first = false;
    };
    for (const auto& context : diagram.contexts)
        include({context.rect.x, context.rect.y - badgeHeight / 2, context.rect.width + badgeHeight / 2,
                 context.rect.height + badgeHeight});
    for (const auto& edge : diagram.edges) {
        for (const Point& point : edge.path)
            include({point.x - 2, point.y - 2, 4, 4});
        if (edge.labelRect) include(*edge.labelRect);
    }
    return bounds;
}

} // namespace

Diagram build(const Sketch& sketch, const Positions& positions, const Caption& caption) {
    Diagram diagram;
    diagram.title = caption.title;
    diagram.version = caption.version;
    diagram.date = caption.date;
    diagram.contexts = sketch.contexts;
    diagram.nodes = sketch.nodes;
    const auto find = [&](const std::string& key) -> const Point* {
        const auto found = positions.nodes.find(key);
        return found == positions.nodes.end() ? nullptr : &found->second;
    };
    for (std::size_t i = 0; i < sketch.contexts.size(); ++i) {
        Rect& rect = diagram.contexts[i].rect;
        const Point* at = find(sketch.contextKeys[i]);
        rect = {at ? at->x : 0, at ? at->y : 0, sketch.leastSize[i].width, sketch.leastSize[i].height};
    }
    for (std::size_t i = 0; i < sketch.nodes.size(); ++i) {
        const std::size_t context = sketch.contextOf[i];
        Rect& rect = diagram.nodes[i].rect;
        const Point* at = find(sketch.nodeKeys[i]);
        const Point* home = find(sketch.contextKeys[context]);
        rect.x = at ? at->x : rect.x + (home ? home->x : 0);
        rect.y = at ? at->y : rect.y + (home ? home->y : 0);
        Rect& box = diagram.contexts[context].rect;
        box = united(box, {rect.x - innerPadding, rect.y - contextTitleHeight,
                           rect.width + innerPadding + sketch.rightPadding[context],
                           rect.height + contextTitleHeight + innerPadding});
    }
    for (auto& context : diagram.contexts) {
        context.rect.width = onRhythm(context.rect.width);
        context.rect.height = onRhythm(context.rect.height);
    }
    std::vector<Size> labels;
    for (const auto& edge : sketch.edges) {
        diagram.edges.push_back(edge.shape);
        labels.push_back(edge.label);
    }
    routeEdges(diagram, sketch.contextOf, labels);
    diagram.bounds = boundsOf(diagram);
    return diagram;
}

} // namespace factline::diagram
