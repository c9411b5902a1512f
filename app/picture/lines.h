// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QColor>
#include <QPainterPath>
#include <QPen>

#include "diagram/diagram.h"
#include "picture/theme.h"

namespace factline::picture {

/// Kinds of line that can be told apart by their look.
enum class LineLook { Tells, Subscribes, Derives, Compensates, Asks };
LineLook lookOf(propagation::HopKind kind);

/// How an edge is drawn: what it means decides colour, dashes and head.
struct LineStyle {
    QPen pen;
    bool filledHead = true; ///< otherwise open
    QColor labelColour;
};

/// Fact to event solid with a filled head, subscriptions solid with an open head, derived dashed, asked
/// synchronously dotted in the decision's blue, a clash of meaning in the broken colour.
LineStyle lineStyle(propagation::HopKind kind, bool clash, const Theme& theme);

/// What the line says, for legends and accessibility ("announces", "feeds", ...).
std::string_view lineName(propagation::HopKind kind, bool clash);

/// An edge ready to be stroked: the line, cut back so that it ends inside its head, and the head.
struct LinePaths {
    QPainterPath line;
    QPainterPath head;
};
LinePaths linePaths(const std::vector<diagram::Point>& path, const LineStyle& style, const Metrics& metrics);

} // namespace factline::picture
