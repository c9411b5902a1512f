// SPDX-License-Identifier: Apache-2.0
#include "picture/painter.h"

#include <algorithm>

#include <QPainter>

#include "picture/clash_sign.h"
#include "picture/contour_painting.h"
#include "picture/hairlines.h"
#include "picture/prepared.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "picture/tried_lines.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double overviewBelow = 0.25;
constexpr double namesBelow = 0.6;

/// Enlarges what is painted while it lives.
class Enlargement {
public:
    Enlargement(QPainter& painter, const Enlarged& enlarged, bool active) {
        if (!active) return;
        m_painter = &painter;
        m_before = painter.transform();
        painter.translate(enlarged.to);
        painter.scale(enlarged.factor, enlarged.factor);
        painter.translate(-enlarged.from);
    }
    ~Enlargement() {
        if (m_painter) m_painter->setTransform(m_before);
    }
    Enlargement(const Enlargement&) = delete;
    Enlargement& operator=(const Enlargement&) = delete;

private:
    QPainter* m_painter = nullptr; ///< null: nothing to take back
    QTransform m_before;
};

QRectF grown(const QRectF& rect, double factor) {
    const QPointF more(rect.width() * (factor - 1) / 2, rect.height() * (factor - 1) / 2);
    return rect.adjusted(-more.x(), -more.y(), more.x(), more.y());
}

/// One pass over a prepared diagram with one painter.
class Pass {
public:
    Pass(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options)
        : m_painter(painter)
        , m_prepared(prepared)
        , m_theme(prepared.theme)
        , m_options(options)
        , m_full(options.detail.value_or(detailAt(options.scale)) == Detail::Full)
        , m_large(!m_full || options.large) {}

    void run() {
        for (std::size_t i = 0; i < m_prepared.contexts.size(); ++i) {
            const PreparedContext& context = m_prepared.contexts[i];
            if (!sees(context.extent)) continue;
            const ElementKey& key = m_prepared.diagram->contexts[i].key;
            dim(!isLit(key));
            paint(context);
            if (m_options.selected.contains(key)) ring(context.rect, m_theme.metrics.contextRadius);
        }
        if (m_options.contours != nullptr && m_options.lines > 0)
            paintContours(m_painter, m_prepared, m_options);
        for (std::size_t i = 0; i < m_prepared.edges.size() && m_options.lines > 0; ++i) {
            if (!sees(m_prepared.edges[i].extent)) continue;
            if (m_options.litEdges.contains(i) || m_options.tried.contains(i)) continue;
            dim(!isLit(i), m_options.lines);
            paint(m_prepared.edges[i], m_prepared.edges[i].style);
        }
        dim(false, m_options.lines);
        for (const std::size_t i : m_options.litEdges)
            if (i < m_prepared.edges.size() && sees(m_prepared.edges[i].extent) &&
                !m_options.tried.contains(i))
                paint(m_prepared.edges[i], litStyle(i));
        if (m_options.lines > 0) paintTried(m_painter, m_prepared, m_options);
        for (std::size_t i = 0; i < m_prepared.nodes.size(); ++i) {
            const PreparedNode& node = m_prepared.nodes[i];
            if (!sees(node.extent)) continue;
            const ElementKey& key = m_prepared.diagram->nodes[i].key;
            dim(!isLit(key));
            paint(node, i);
            if (m_options.selected.contains(key)) ring(node.rect, m_theme.metrics.nodeRadius);
        }
        if (m_options.lines > 0) clashSigns();
        if ((m_full || m_options.large) && m_options.lines > 0) labels();
        badges();
        if (m_options.contours != nullptr) paintTimes(m_painter, m_prepared, m_options);
        m_painter.setOpacity(1);
    }

private:
    bool sees(const QRectF& extent) const {
        return m_options.visible.isNull() || m_options.visible.intersects(extent);
    }
    bool isLit(const ElementKey& key) const { return m_options.lit.empty() || m_options.lit.contains(key); }
    bool isLit(std::size_t index) const {
        if (m_options.lit.empty()) return true;
        if (!m_options.litEdges.empty()) return m_options.litEdges.contains(index);
        const diagram::EdgeShape& edge = m_prepared.diagram->edges[index];
        return isLit(m_prepared.diagram->nodes[edge.from].key) &&
               isLit(m_prepared.diagram->nodes[edge.to].key);
    }
    void dim(bool dimmed, double strength = 1) {
        m_painter.setOpacity(strength * (dimmed ? m_theme.metrics.dimmed : 1));
    }

    /// On the path that is followed; a clash keeps its colour, because it is what matters on it.
    LineStyle litStyle(std::size_t index) const {
        LineStyle style = m_prepared.edges[index].style;
        style.pen.setWidthF(m_theme.metrics.selectedLine);
        if (!m_prepared.diagram->edges[index].clash) style.pen.setColor(m_theme.accent);
        return style;
    }

    /// A pixel of the screen, in units; never more, because lines of up to one are drawn much faster.
    double pixel() const { return (1 - 1e-6) / m_options.scale; }

    /// Lines never get thinner than a pixel of the screen.
    QPen pen(const QColor& colour, double width) const {
        return {QBrush(colour), std::max(width, pixel()), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
    }

    void text(const TextRun& run, TextRole role, const QColor& colour) {
        if (!run.text.isEmpty()) drawRun(m_painter, m_prepared.font(role), run, colour, m_options.outlines);
    }

    /// The name cut so that it can be read where the scale is too small for the whole of it, or no name where
    /// it could not be read even then; false: the whole of it is to be drawn.
    bool cutName(const Enlarged& names, const QString& name, TextRole role, const QColor& colour) {
        const QFont& font = m_prepared.font(role);
        const double needed = std::max(1.0, growthToRead(font, m_options.scale));
        if (!m_large || needed <= names.factor) return false;
        if (needed > names.highest) return true;
        TextRun run = m_prepared.smallNames->cut(name, font, role, names.room, needed);
        run.baseline = names.from + QPointF(0, QFontMetricsF(font).capHeight() / 2);
        Enlarged grown = names;
        grown.factor = needed;
        const Enlargement enlargement(m_painter, grown, true);
        text(run, role, colour);
        return true;
    }

    void paint(const PreparedContext& context) {
        QPen outline = pen(m_theme.context.outline, m_theme.metrics.outline);
        if (context.dashed) outline.setDashPattern({5, 4});
        m_painter.setPen(outline);
        m_painter.setBrush(m_theme.context.fill);
        m_painter.drawPath(context.outline);
        if (cutName(context.names, context.title.text, TextRole::ContextTitle, m_theme.text)) return;
        {
            const Enlargement enlargement(m_painter, context.names, m_large);
            text(context.title, TextRole::ContextTitle, m_theme.text);
        }
        if (m_full && (!m_large || context.hasBoth)) text(context.team, TextRole::Team, m_theme.quietText);
    }

    void paint(const PreparedEdge& edge, const LineStyle& style) {
        QPen line = style.pen;
        line.setWidthF(std::max(line.widthF(), pixel()));
        if (isHairline(m_painter, line)) {
            strokeHairline(m_painter, edge.paths.line, line, m_options.visible);
        } else {
            m_painter.setPen(line);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawPath(edge.paths.line);
        }
        if (!sees(edge.headExtent)) return;
        if (style.filledHead) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(line.color());
        } else {
            m_painter.setPen(pen(line.color(), style.pen.widthF()));
        }
        m_painter.drawPath(edge.paths.head);
    }

    void paint(const PreparedNode& node, std::size_t index) {
        QPen outline = pen(node.colours.outline, m_theme.metrics.outline);
        if (node.ghost) outline.setDashPattern({4, 3});
        m_painter.setPen(outline);
        m_painter.setBrush(node.ghost ? m_theme.canvas : node.colours.fill);
        m_painter.drawPath(node.outline);
        if (!node.accent.isEmpty()) {
            m_painter.setPen(node.event ? pen(node.colours.outline, 1) : QPen(Qt::NoPen));
            m_painter.setBrush(node.event ? m_theme.canvas : node.colours.outline);
            if (!node.ghost || node.event) m_painter.drawPath(node.accent);
        }
        if (!m_large) {
            QPen icon = pen(node.colours.outline, 1.3);
            icon.setCapStyle(Qt::RoundCap);
            m_painter.setPen(icon);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawPath(node.icon);
        }
        const TextRole role = node.event ? TextRole::EventLabel : TextRole::NodeLabel;
        const QColor& colour = node.ghost ? m_theme.quietText : m_theme.text;
        if (cutName(node.names, toQString(m_prepared.diagram->nodes[index].fullName), role, colour)) return;
        const Enlargement enlargement(m_painter, node.names, m_large);
        for (const TextRun& line : m_large ? node.large().lines : node.lines)
            text(line, role, colour);
    }

    void ring(const QRectF& rect, double corner) {
        const double gap = 4;
        const double radius = corner + gap;
        m_painter.setPen(pen(m_theme.accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect.adjusted(-gap, -gap, gap, gap), radius, radius);
    }

    /// By how much the label of a line is enlarged; none where it could not be read from afar.
    std::optional<double> labelGrowth(std::size_t line) const {
        if (!m_options.large) return 1;
        constexpr double smallest = 9; // pixels
        const double growth = m_prepared.largeLabels->growth(m_prepared, line);
        const double pixels = m_prepared.font(TextRole::EdgeLabel).pixelSize() * growth * m_options.scale;
        return m_full || pixels >= smallest ? std::optional(growth) : std::nullopt;
    }

    /// Where no words tell of the clash.
    void clashSigns() {
        const double side = std::max(clashSignSide, clashSignSide / m_options.scale);
        const QPointF half(side, side);
        for (const ClashSign& sign : m_prepared.clashes) {
            if (!sees({sign.middle - half, sign.middle + half})) continue;
            const bool isTold = !m_prepared.edges[sign.line].halo.isNull() &&
                                (m_full || (m_options.large && labelGrowth(sign.line)));
            if (isTold) continue;
            dim(!isLit(sign.line), m_options.lines);
            paintClashSign(m_painter, m_theme, sign.middle, side);
        }
    }

    void labels() {
        for (std::size_t i = 0; i < m_prepared.edges.size(); ++i) {
            const PreparedEdge& edge = m_prepared.edges[i];
            if (edge.halo.isNull() || !sees(grown(edge.halo, m_options.large ? largestGrowth : 1))) continue;
            const auto growth = labelGrowth(i);
            if (!growth) continue;
            dim(!isLit(i), m_options.lines);
            const QPointF middle = edge.halo.center();
            const Enlargement enlargement(m_painter, {middle, middle, *growth}, *growth > 1);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(edge.haloColour);
            m_painter.drawRoundedRect(edge.halo, 4, 4);
            text(edge.label, TextRole::EdgeLabel, edge.style.labelColour);
            for (const PlacedBadge& badge : edge.badges)
                paint(badge);
        }
    }

    void badges() {
        for (std::size_t i = 0; i < m_prepared.contexts.size(); ++i) {
            dim(!isLit(m_prepared.diagram->contexts[i].key));
            for (const PlacedBadge& badge : m_prepared.contexts[i].badges)
                paint(badge);
        }
        for (std::size_t i = 0; i < m_prepared.nodes.size(); ++i) {
            dim(!isLit(m_prepared.diagram->nodes[i].key));
            for (const PlacedBadge& badge : m_prepared.nodes[i].badges)
                paint(badge);
        }
    }

    void paint(const PlacedBadge& whole) {
        const double pixels = m_prepared.font(TextRole::BadgeLabel).pixelSize() * m_options.scale;
        const auto growth = m_large ? growthToRead(whole, pixels) : 1;
        if (!sees(grown(whole, growth.value_or(1)))) return;
        PlacedBadge placed = whole;
        if (!growth) {
            placed.badge.text = {};
            placed.rect = placeToRead(whole, pixels);
        }
        const QPointF corner = placed.rect.bottomRight();
        const Enlargement enlargement(m_painter, {corner, corner, growth.value_or(1)},
                                      growth.value_or(1) > 1);
        const StateColours colours = m_theme.badge(placed.badge.kind);
        const double radius = placed.rect.height() / 2;
        m_painter.setPen(pen(colours.text, 1));
        m_painter.setBrush(colours.fill);
        m_painter.drawRoundedRect(placed.rect, radius, radius);
        double left = placed.rect.left() + m_theme.metrics.badgePadding;
        const double middle = placed.rect.center().y();
        if (!placed.more) {
            const double side = 10;
            if (placed.badge.text.empty()) left = placed.rect.center().x() - side / 2;
            QPen icon = pen(colours.text, 1.4);
            icon.setCapStyle(Qt::RoundCap);
            m_painter.setPen(icon);
            m_painter.setBrush(Qt::NoBrush);
            const double shrink = 0.8; // the drawing keeps a little air inside the pill
            QTransform place;
            place.translate(left + side / 2, middle).scale(shrink, shrink).translate(-side / 2, -side / 2);
            m_painter.drawPath(place.map(iconPath(placed.badge.kind)));
            left += side + 4;
        }
        if (placed.badge.text.empty()) return;
        const QFont& font = m_prepared.font(TextRole::BadgeLabel);
        const TextRun run{toQString(placed.badge.text),
                          QPointF(left, middle + QFontMetricsF(font).capHeight() / 2)};
        drawRun(m_painter, font, run, colours.text, m_options.outlines);
    }

    QPainter& m_painter;
    const PreparedDiagram& m_prepared;
    const Theme& m_theme;
    const PaintOptions& m_options;
    bool m_full;  ///< everything is told
    bool m_large; ///< names as large as they have room
};

} // namespace

Detail detailAt(double scale) {
    if (scale < overviewBelow) return Detail::Overview;
    return scale < namesBelow ? Detail::Names : Detail::Full;
}

bool isSameOverview(const PaintOptions& one, const PaintOptions& other) {
    return one.litEdges == other.litEdges && one.lit == other.lit && one.tried == other.tried &&
           one.lines == other.lines && one.contours == nullptr && other.contours == nullptr;
}

DiagramPainter::DiagramPainter(std::shared_ptr<const diagram::Diagram> diagram, Theme theme)
    : m_prepared(std::make_unique<PreparedDiagram>(prepare(std::move(diagram), std::move(theme)))) {}
DiagramPainter::DiagramPainter(diagram::Diagram diagram, Theme theme)
    : DiagramPainter(std::make_shared<const diagram::Diagram>(std::move(diagram)), std::move(theme)) {}
DiagramPainter::~DiagramPainter() = default;
DiagramPainter::DiagramPainter(DiagramPainter&&) noexcept = default;
DiagramPainter& DiagramPainter::operator=(DiagramPainter&&) noexcept = default;

void DiagramPainter::show(std::shared_ptr<const diagram::Diagram> diagram) {
    const Succession known = succession(*m_prepared->diagram, *diagram);
    *m_prepared = prepareAfter(std::move(*m_prepared), std::move(diagram), known);
}

void DiagramPainter::setBadges(const BadgesByNode& badges) {
    picture::setBadges(*m_prepared, badges);
}

const diagram::Diagram& DiagramPainter::diagram() const {
    return *m_prepared->diagram;
}
std::shared_ptr<const diagram::Diagram> DiagramPainter::sharedDiagram() const {
    return m_prepared->diagram;
}
const Theme& DiagramPainter::theme() const {
    return m_prepared->theme;
}

void DiagramPainter::paint(QPainter& painter, const PaintOptions& options) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    if (options.detail.value_or(detailAt(options.scale)) == Detail::Overview)
        paintOverview(painter, *m_prepared, options);
    else
        Pass(painter, *m_prepared, options).run();
    painter.restore();
}

void DiagramPainter::paintRings(QPainter& painter, const PaintOptions& options) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    picture::paintRings(painter, *m_prepared, options);
    painter.restore();
}

QRectF DiagramPainter::extent() const {
    QRectF result = toQt(m_prepared->diagram->bounds);
    const auto addBadges = [&](const std::vector<PlacedBadge>& badges) {
        for (const PlacedBadge& badge : badges)
            result |= badge.rect;
    };
    for (const auto& context : m_prepared->contexts) {
        result |= context.rect;
        addBadges(context.badges);
    }
    for (const auto& node : m_prepared->nodes) {
        result |= node.rect;
        addBadges(node.badges);
    }
    for (const auto& edge : m_prepared->edges)
        result |= edge.paths.line.boundingRect() | edge.halo;
    return result;
}

QRectF DiagramPainter::extentOf(std::size_t node) const {
    return m_prepared->nodes.at(node).extent;
}

void paintDiagram(QPainter& painter, const diagram::Diagram& diagram, const Theme& theme,
                  const PaintOptions& options) {
    DiagramPainter(diagram, theme).paint(painter, options);
}

} // namespace factline::picture
