// SPDX-License-Identifier: Apache-2.0
#include "diagram/build.h"

#include <algorithm>
#include <utility>

#include "diagram/rects.h"
#include "diagram/routing/rect_index.h"
#include "diagram/routing/route.h"

namespace factline::diagram {

namespace {

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

/// Widths and heights of contexts on the rhythm, unless another one stands so close.
void round(std::vector<ContextShape>& contexts) {
    RectIndex index;
    const auto isTaken = [&](const Rect& rect, std::size_t self) {
        return index.any(
            rect, [&](std::size_t other) { return other != self && contexts[other].rect.intersects(rect); });
    };
    for (std::size_t i = 0; i < contexts.size(); ++i)
        index.add(i, grown(contexts[i].rect, rhythm));
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        Rect rounded = contexts[i].rect;
        rounded.width = onRhythm(rounded.width);
        rounded.height = onRhythm(rounded.height);
        if (!isTaken(rounded, i) || isTaken(contexts[i].rect, i)) contexts[i].rect = rounded;
    }
}

} // namespace

Diagram build(Sketch sketch, const Positions& positions, const Caption& caption) {
    Diagram diagram;
    diagram.title = caption.title;
    diagram.version = caption.version;
    diagram.date = caption.date;
    diagram.contexts = std::move(sketch.contexts);
    diagram.nodes = std::move(sketch.nodes);
    const auto find = [&](const std::string& key) -> const Point* {
        const auto found = positions.nodes.find(key);
        return found == positions.nodes.end() ? nullptr : &found->second;
    };
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i) {
        Rect& rect = diagram.contexts[i].rect;
        const Point* at = find(sketch.contextKeys[i]);
        rect = {at ? at->x : 0, at ? at->y : 0, sketch.leastSize[i].width, sketch.leastSize[i].height};
    }
    std::vector<bool> begun(diagram.contexts.size());
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        begun[i] = !sketch.contextKeys[i].empty(); // a further box has no place of its own
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        const std::size_t context = sketch.contextOf[i];
        Rect& rect = diagram.nodes[i].rect;
        const Point* at = find(sketch.nodeKeys[i]);
        const Point* home = find(sketch.contextKeys[context]);
        rect.x = at ? at->x : rect.x + (home ? home->x : 0);
        rect.y = at ? at->y : rect.y + (home ? home->y : 0);
        Rect& box = diagram.contexts[context].rect;
        const Rect room = roomOf(rect, sketch.rightPadding[context]);
        box = begun[context] ? united(box, room) : room;
        begun[context] = true;
    }
    round(diagram.contexts);
    std::vector<Size> labels;
    diagram.edges.reserve(sketch.edges.size());
    labels.reserve(sketch.edges.size());
    for (SketchEdge& edge : sketch.edges) {
        diagram.edges.push_back(std::move(edge.shape));
        labels.push_back(edge.label);
    }
    routeEdges(diagram, sketch.contextOf, labels);
    diagram.bounds = boundsOf(diagram);
    return diagram;
}

} // namespace factline::diagram
