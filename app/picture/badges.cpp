// SPDX-License-Identifier: Apache-2.0
#include "picture/badges.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace factline::picture {

namespace {

using diagram::Badge;

constexpr std::size_t mostBadges = 3;
constexpr double iconSide = 10;
constexpr double badgeIconGap = 4;
constexpr double betweenBadges = 3;

enum class Corner { TopLeft, TopRight, BottomRight };

Corner cornerOf(const PlacedBadge& placed) {
    if (placed.more) return Corner::TopRight;
    switch (placed.badge.kind) {
    case Badge::Kind::Hotspot:
        return Corner::TopLeft;
    case Badge::Kind::Error:
    case Badge::Kind::Warning:
    case Badge::Kind::Hint:
    case Badge::Kind::Added:
    case Badge::Kind::Removed:
    case Badge::Kind::Changed:
    case Badge::Kind::Renamed:
    case Badge::Kind::Moved:
        return Corner::TopRight;
    default:
        return Corner::BottomRight;
    }
}

double widthOf(const PlacedBadge& placed, const diagram::TextMeasure& measure, const Metrics& metrics) {
    const double text =
        placed.badge.text.empty()
            ? 0
            : measure.measure(placed.badge.text.english(), diagram::TextRole::BadgeLabel).width;
    const double icon = placed.more ? 0 : iconSide;
    const double gap = text > 0 && icon > 0 ? badgeIconGap : 0;
    return std::max(metrics.badgeHeight, 2 * metrics.badgePadding + icon + gap + text);
}

/// The badges that are shown: the first three, and one that counts the others.
std::vector<PlacedBadge> shown(const std::vector<Badge>& badges) {
    std::vector<PlacedBadge> result;
    for (const Badge& badge : badges) {
        if (result.size() == mostBadges) break;
        result.push_back({.badge = badge, .rect = {}, .more = false});
    }
    if (badges.size() > mostBadges) {
        std::vector<Phrase> hidden;
        for (std::size_t i = mostBadges; i < badges.size(); ++i)
            hidden.insert(hidden.end(), {i == mostBadges ? "" : "\n", badges[i].explanation});
        Badge more{.kind = Badge::Kind::Unknown,
                   .text = fmt::format("+{}", badges.size() - mostBadges),
                   .explanation = Phrase::row(std::move(hidden))};
        result.push_back({.badge = std::move(more), .rect = {}, .more = true});
    }
    return result;
}

} // namespace

bool hasFigures(const PlacedBadge& placed) {
    constexpr std::size_t longestCount = 2;
    return placed.badge.text.english().size() > longestCount;
}

QRectF grown(const PlacedBadge& placed, double factor) {
    QRectF rect(QPointF(), placed.rect.size() * factor);
    rect.moveBottomRight(placed.rect.bottomRight());
    return rect;
}

std::optional<double> growthToRead(const PlacedBadge& placed, double pixels) {
    constexpr double smallest = 6.5, wanted = 9; // pixels
    if (!hasFigures(placed)) return 1;
    if (pixels * largestFigures < smallest) return std::nullopt;
    return std::clamp(std::ceil(wanted / pixels * 8) / 8, 1.0, largestFigures);
}

QRectF placeToRead(const PlacedBadge& placed, double pixels) {
    if (const auto growth = growthToRead(placed, pixels)) return grown(placed, *growth);
    QRectF sign = placed.rect;
    sign.setLeft(sign.right() - sign.height());
    return sign;
}

std::vector<PlacedBadge> placeBadges(const std::vector<Badge>& badges, ElementKind kind, const QRectF& shape,
                                     const diagram::TextMeasure& measure, const Metrics& metrics) {
    std::vector<PlacedBadge> result = shown(badges);
    const double height = metrics.badgeHeight;
    // Beside the fold of an event, not over it.
    double topRight = shape.right() - (kind == ElementKind::Event ? metrics.eventFold + 2 : 6);
    double bottomRight = shape.right() - 6;
    double topLeft = shape.left() - 5;
    const double top = shape.top() - height / 2;
    const double bottom = shape.bottom() - (kind == ElementKind::View ? metrics.viewWave : 0) - height / 2;
    // From the corner inward, so that the last one stands in the corner: "+n" comes last and rightmost.
    for (auto placed = result.rbegin(); placed != result.rend(); ++placed) {
        const double width = widthOf(*placed, measure, metrics);
        switch (cornerOf(*placed)) {
        case Corner::TopRight:
            placed->rect = {topRight - width, top, width, height};
            topRight -= width + betweenBadges;
            break;
        case Corner::BottomRight:
            placed->rect = {bottomRight - width, bottom, width, height};
            bottomRight -= width + betweenBadges;
            break;
        case Corner::TopLeft:
            placed->rect = {topLeft, top, width, height};
            topLeft += width + betweenBadges;
            break;
        }
    }
    return result;
}

} // namespace factline::picture
