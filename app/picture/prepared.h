// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QFont>
#include <QPainterPath>

#include "diagram/diagram.h"
#include "picture/badges.h"
#include "picture/large_labels.h"
#include "picture/lines.h"
#include "picture/painter.h"
#include "picture/small_names.h"
#include "picture/succession.h"
#include "picture/text_run.h"
#include "picture/theme.h"

namespace factline::picture {

inline constexpr double largestGrowth = 1.75; ///< of names and labels that are to be read from afar

/// The factor that a text may grow by, at least 1; in steps, because fonts keep a cache of glyphs for each
/// size they are drawn in.
double inSteps(double most);

/// How text grows to stay readable on a small scale: around a point that moves to another one.
struct Enlarged {
    QPointF from, to;
    double factor = 1;  ///< as far as the whole of it has room
    double room = 0;    ///< units beside all badges for what is cut, once it has grown
    double highest = 1; ///< as far as one line of it has room in height
};

struct PreparedContext {
    QRectF rect;
    QRectF extent;
    QPainterPath outline;
    TextRun title;
    TextRun team;
    Enlarged names;
    bool hasBoth = false; ///< there is room for the team beside the enlarged name
    bool dashed = false;
    std::vector<PlacedBadge> badges;
    std::optional<diagram::Badge> problems; ///< of it and all that is in it, for the overview
};

/// A name as it may be drawn where it is to be read from afar.
struct LargeName {
    std::vector<TextRun> lines;
    QPointF to;       ///< where its left side and its middle stand
    double grows = 0; ///< as far as it has room beside the badges; 0: it has to be cut
};

struct PreparedNode {
    QRectF rect;
    QRectF extent;
    QPainterPath outline, accent, icon;
    KindColours colours;
    bool ghost = false; ///< nobody declares it
    bool event = false; ///< its label is set in the event's weight
    std::vector<TextRun> lines;
    /// The label where there is no icon: on as many lines, and on two where it could be larger on two.
    LargeName whole, halved;
    bool isHalved = false; ///< the latter is drawn
    Enlarged names;        ///< how
    double cutAt = 0;      ///< the right end of what has no room
    std::vector<PlacedBadge> badges;

    const LargeName& large() const { return isHalved ? halved : whole; }
};

struct PreparedEdge {
    LineStyle style;
    LinePaths paths;
    QRectF extent, headExtent;
    TextRun label;
    QRectF halo;                     ///< null where there is no label
    std::vector<PlacedBadge> badges; ///< in front of it, at most one
    QColor haloColour;
};

/// The sign on a line whose ends understand it differently.
struct ClashSign {
    std::size_t line = 0; ///< index into edges
    QPointF middle;
};

/// A diagram with everything worked out that painting needs and that does not change from frame to frame.
struct PreparedDiagram {
    std::shared_ptr<const diagram::Diagram> diagram;
    std::shared_ptr<diagram::Diagram> marked; ///< the same where it has badges of its own; else null
    Theme theme;
    std::array<QFont, diagram::textRoles> fonts; ///< by TextRole
    std::vector<PreparedContext> contexts;
    std::vector<PreparedNode> nodes;
    std::vector<PreparedEdge> edges;
    std::vector<ClashSign> clashes;
    std::vector<Bundle> bundles;
    std::vector<std::size_t> homes; ///< see homesOf
    double commonGrowth = 1;        ///< of the names of most nodes
    ShapedRuns runs;                ///< for the next picture
    std::unique_ptr<SmallNames> smallNames = std::make_unique<SmallNames>();
    std::unique_ptr<LargeLabels> largeLabels = std::make_unique<LargeLabels>();

    const QFont& font(diagram::TextRole role) const { return fonts.at(static_cast<std::size_t>(role)); }
};

/// `diagram` must not be null.
PreparedDiagram prepare(std::shared_ptr<const diagram::Diagram> diagram, Theme theme);

/// The next picture in the theme of an earlier one: what looks the same in both is taken from it. `known`:
/// from that one to this.
PreparedDiagram prepareAfter(PreparedDiagram before, std::shared_ptr<const diagram::Diagram> diagram,
                             const Succession& known);

/// Other badges on these nodes of a diagram that is prepared; nothing else changes.
void setBadges(PreparedDiagram& prepared, const BadgesByNode& badges);

/// Paints the contexts and bundles of the overview.
void paintOverview(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options);

/// The rings around what is selected in the overview; they are the last that it paints.
void paintRings(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options);

} // namespace factline::picture
