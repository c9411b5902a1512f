// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/shortcut.h"

#include <algorithm>
#include <cmath>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

bool meets(const Rect& way, const Rect& from, const Rect& to, const std::vector<Rect>& neighbours) {
    return std::any_of(neighbours.begin(), neighbours.end(),
                       [&](const Rect& node) { return node != from && node != to && node.intersects(way); });
}

} // namespace

std::vector<Point> shortcut(const Rect& from, const Rect& to, const std::vector<Rect>& neighbours) {
    const double drop = to.y - from.bottom();
    if (drop < rhythm) return {};
    const double left = std::max(from.x, to.x);
    const double right = std::min(from.right(), to.right());
    if (std::abs(from.x - to.x) < 1 && right - left > 48 && drop <= 2 * arrowGap) {
        const double x = std::round((left + right) / 2);
        if (!meets({x - 4, from.bottom(), 8, drop}, from, to, neighbours))
            return {{x, from.bottom()}, {x, to.y}};
    }
    const double indent = to.x - from.x;
    if (indent >= 16 && indent <= 2 * indentStep) {
        const double x = from.x + indentStep / 3;
        const double y = to.y + to.height / 2;
        if (!meets({x - 2, from.bottom(), 4, y - from.bottom()}, from, to, neighbours) &&
            !meets({x, y - 2, to.x - x, 4}, from, to, neighbours))
            return {{x, from.bottom()}, {x, y}, {to.x, y}};
    }
    return {};
}

} // namespace factline::diagram
