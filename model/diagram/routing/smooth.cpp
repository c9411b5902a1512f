// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/smooth.h"

#include <algorithm>
#include <cmath>

namespace factline::diagram {

namespace {

constexpr double mostAcross = 40;    ///< of a level piece that a corner may take
constexpr double mostAlong = 28;     ///< of an upright piece
constexpr double mostOval = 1.8;     ///< how much longer a corner's one side may be than its other
constexpr double straightEnd = 12;   ///< before an arrow's head
constexpr double roundness = 0.5523; ///< a quarter of an ellipse as a cubic Bezier curve (kappa)

double length(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point towards(Point from, Point to, double distance) {
    const double whole = length(from, to);
    if (whole < 1e-9) return from;
    return {from.x + (to.x - from.x) * distance / whole, from.y + (to.y - from.y) * distance / whole};
}

void lineTo(std::vector<Point>& path, Point to) {
    const Point from = path.back();
    if (length(from, to) < 1e-6) return;
    path.push_back({from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3});
    path.push_back({from.x + (to.x - from.x) * 2 / 3, from.y + (to.y - from.y) * 2 / 3});
    path.push_back(to);
}

std::vector<Point> withoutIdle(const std::vector<Point>& corners) {
    std::vector<Point> result;
    for (const Point& point : corners) {
        if (!result.empty() && length(result.back(), point) < 0.5) continue;
        if (result.size() >= 2) {
            const Point& a = result[result.size() - 2];
            const Point& b = result.back();
            const bool level = std::abs(a.y - b.y) < 0.5 && std::abs(b.y - point.y) < 0.5;
            const bool upright = std::abs(a.x - b.x) < 0.5 && std::abs(b.x - point.x) < 0.5;
            if (level || upright) result.pop_back();
        }
        result.push_back(point);
    }
    return result;
}

using Taken = std::function<bool(const Rect&)>;

/// True where the rounded corner comes too near to something: it is a quarter of an ellipse around the point
/// opposite to the corner.
bool cuts(const Taken& taken, Point in, Point corner, Point out) {
    constexpr double clearance = 2;
    const Point middle{in.x + out.x - corner.x, in.y + out.y - corner.y};
    for (const double angle : {0.3, 0.55, 0.8, 1.05, 1.3}) {
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const Point at{middle.x + (in.x - middle.x) * c + (out.x - middle.x) * s,
                       middle.y + (in.y - middle.y) * c + (out.y - middle.y) * s};
        if (taken({at.x - clearance, at.y - clearance, 2 * clearance, 2 * clearance})) return true;
    }
    return false;
}

} // namespace

std::vector<Point> smoothPath(const std::vector<Point>& given, const Taken& taken) {
    if (given.size() < 2) return {};
    std::vector<Point> corners = withoutIdle(given);
    if (corners.size() < 2) corners = {given.front(), given.back()};
    corners.back() = given.back();
    std::vector<Point> path{corners.front()};
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point& corner = corners[i];
        const auto room = [&](const Point& other, bool outer, bool end) {
            const double piece = length(corner, other);
            const double most = std::abs(corner.y - other.y) < 0.5 ? mostAcross : mostAlong;
            const double free = outer ? std::max(piece / 2, piece - (end ? straightEnd : 4)) : piece / 2;
            return std::min(most, free);
        };
        const double before = room(corners[i - 1], i == 1, false);
        const double after = room(corners[i + 1], i + 2 == corners.size(), true);
        Point in = towards(corner, corners[i - 1], std::min(before, after * mostOval));
        Point out = towards(corner, corners[i + 1], std::min(after, before * mostOval));
        for (int sharper = 0; sharper < 4 && cuts(taken, in, corner, out); ++sharper) {
            in = {(in.x + corner.x) / 2, (in.y + corner.y) / 2};
            out = {(out.x + corner.x) / 2, (out.y + corner.y) / 2};
        }
        lineTo(path, in);
        path.push_back(towards(in, corner, length(in, corner) * roundness));
        path.push_back(towards(out, corner, length(out, corner) * roundness));
        path.push_back(out);
    }
    lineTo(path, corners.back());
    if (path.size() == 1) path.insert(path.end(), 3, corners.back());
    return path;
}

} // namespace factline::diagram
