// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/element.h"
#include "base/phrase.h"
#include "propagation/graph.h"

namespace factline::diagram {

/// Lengths in the diagram's own unit: 1 is one pixel at 100 % zoom. x grows to the right, y downward.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    double width = 0;
    double height = 0;
    bool operator==(const Size&) const = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool operator==(const Rect&) const = default;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool intersects(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
};

/// The roles of text in a diagram; sizes and weights belong to the painter's theme.
enum class TextRole { ContextTitle, Team, NodeLabel, EventLabel, EdgeLabel, BadgeLabel, Title, Legend };
inline constexpr std::size_t textRoles = static_cast<std::size_t>(TextRole::Legend) + 1;

/// Measures text as the painter will draw it. Given by the caller, so that the diagram knows no fonts.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    /// Width and height of one line.
    virtual Size measure(std::string_view text, TextRole role) const = 0;
};

/// What a shape's outline, icon and decoration need around its label.
struct Insets {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// The room around a node's label that the painter draws bars, icons, folds and waves in. A node is as large
/// as its label (the widest line, all lines one below the other at their measured height) and its insets, or
/// larger; the label then stands left aligned in the middle of its height.
constexpr Insets labelInsets(ElementKind kind) {
    switch (kind) {
    case ElementKind::Fact:
        return {34, 10, 12, 10};
    case ElementKind::Event:
        return {30, 10, 20, 10};
    case ElementKind::View:
        return {30, 10, 12, 14};
    case ElementKind::Policy:
        return {34, 10, 18, 10};
    case ElementKind::Decision:
        return {38, 10, 22, 10};
    default:
        return {12, 10, 12, 10};
    }
}

/// Height of the strip at a context's top that holds its title and team, and the room left and right of them.
inline constexpr double contextTitleHeight = 40;
inline constexpr double contextPadding = 14;
/// Height of a badge; it straddles its shape's edge by half, so neighbours keep this much distance.
inline constexpr double badgeHeight = 18;
/// Side of a badge in front of a line's label.
inline constexpr double lineBadgeSide = 14;

/// A mark on a shape: how many problems, whether a promise is kept, an open question, what has become of it.
struct Badge {
    enum class Kind {
        Error,
        Warning,
        Hint,
        Kept,
        AtRisk,
        Broken,
        Unknown,
        Hotspot,
        Added,
        Removed,
        Changed,
        Renamed,
        Moved
    };
    Kind kind = Kind::Error;
    Phrase text;        ///< short ("2", "2.4 s"); may be empty
    Phrase explanation; ///< for tooltips and accessibility
    bool operator==(const Badge&) const = default;
};

/// A bounded context: a rounded container.
struct ContextShape {
    ElementKey key;
    ElementId id;
    Rect rect;
    std::string title;
    std::string team;
    bool external = false; ///< dashed
    bool declared = true;  ///< false: named by a reference only
    std::vector<Badge> badges;
    bool operator==(const ContextShape&) const = default;
};

/// A fact, event, view, policy or decision.
struct NodeShape {
    ElementKey key;
    ElementId id;
    Rect rect;
    std::vector<std::string> lines; ///< the label, wrapped at camel case or hyphens to two lines, then elided
    std::string fullName;           ///< the label as it is, for tooltips
    bool declared = true;
    std::vector<Badge> badges;
    bool operator==(const NodeShape&) const = default;
};

/// A routed connection. `path` is a start point followed by cubic Bezier segments, three points each.
struct EdgeShape {
    std::size_t from = 0; ///< index into Diagram::nodes
    std::size_t to = 0;
    propagation::HopKind kind = propagation::HopKind::Announces;
    ElementId subscription;
    bool clash = false;         ///< the two sides understand the event differently
    std::optional<Badge> badge; ///< how the promise fares that rests on it; drawn before the label
    std::vector<Point> path;
    Phrase label;                  ///< empty: none
    std::optional<Rect> labelRect; ///< where it is drawn; never over a node; absent where it found no room
    Phrase explanation;            ///< for tooltips
    bool operator==(const EdgeShape&) const = default;
};

/// What is drawn, as a value: one painter draws it for screen, SVG, PNG and PDF.
struct Diagram {
    std::string title;
    std::string version; ///< of the model's file (its revision or hash), for the export's caption
    std::string date;    ///< of the model's file, ISO 8601; empty where it has none
    std::vector<ContextShape> contexts;
    std::vector<NodeShape> nodes;
    std::vector<EdgeShape> edges;
    Rect bounds; ///< holds everything drawn, legend excluded
    bool operator==(const Diagram&) const = default;
};

} // namespace factline::diagram
