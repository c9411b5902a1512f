// SPDX-License-Identifier: Apache-2.0
#include "canvas/near.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "picture/badges.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "picture/text_run.h"

namespace factline::canvas {

namespace {

constexpr double capHeight = 4.6; ///< units: what the margins above and below a name hold
constexpr double clear = 3;       ///< units between words and badges or the edge

void add(QString& list, const QString& word, const QString& between) {
    if (word.isEmpty()) return;
    if (!list.isEmpty()) list += between;
    list += word;
}

QString ownerOf(const Located& located) {
    QString owner;
    if (located.context)
        owner =
            picture::toQString(located.context->team.empty() ? located.context->name : located.context->team);
    if (const auto* event = std::get_if<const Event*>(&located.element))
        add(owner, QStringLiteral("v%1").arg((*event)->version), QStringLiteral(" \u00b7 "));
    return owner;
}

/// What it carries, shows or leads to.
QString fieldsOf(const Located& located) {
    QString fields;
    const auto all = [&](const auto& list, auto name) {
        for (const auto& each : list)
            add(fields, picture::toQString(name(each)), QStringLiteral(", "));
    };
    const auto itself = [](const std::string& name) { return name; };
    if (const auto* event = std::get_if<const Event*>(&located.element))
        all((*event)->payload, [](const PayloadField& field) { return field.name; });
    else if (const auto* fact = std::get_if<const Fact*>(&located.element))
        all((*fact)->key, itself);
    else if (const auto* view = std::get_if<const View*>(&located.element))
        all((*view)->shows, [](const Ref& ref) { return ref.name; });
    else if (const auto* policy = std::get_if<const Policy*>(&located.element))
        all((*policy)->then, [](const Ref& ref) { return ref.name; });
    return fields;
}

/// Paints the words of one node.
class Words {
public:
    Words(QPainter& painter, const diagram::NodeShape& shape, const picture::Theme& theme)
        : m_painter(painter)
        , m_shape(shape)
        , m_theme(theme)
        , m_rect(picture::toQt(shape.rect))
        , m_badges(picture::placeBadges(shape.badges, shape.key.kind, m_rect,
                                        picture::QtTextMeasure(theme.typography), theme.metrics)) {}

    void line(const QString& words, double centre) const {
        const diagram::Insets insets = diagram::labelInsets(m_shape.key.kind);
        double left = m_rect.left() + insets.left;
        double right = m_rect.right() - insets.right;
        for (const picture::PlacedBadge& badge : m_badges) {
            if (badge.rect.bottom() < centre - capHeight || badge.rect.top() > centre + capHeight) continue;
            if (badge.rect.center().x() < m_rect.center().x())
                left = std::max(left, badge.rect.right() + clear);
            else
                right = std::min(right, badge.rect.left() - clear);
        }
        const QFont font = picture::fontFor(m_theme.typography, diagram::TextRole::Team);
        const QFontMetricsF metrics(font);
        const double factor = capHeight / metrics.capHeight();
        const QString text = metrics.elidedText(words, Qt::ElideRight, (right - left) / factor);
        if (text.size() < 2) return;
        m_painter.save();
        m_painter.translate(left, centre + capHeight / 2);
        m_painter.scale(factor, factor);
        picture::drawRun(m_painter, font, {text, QPointF(), metrics.horizontalAdvance(text)},
                         m_theme.quietText, false);
        m_painter.restore();
    }

private:
    QPainter& m_painter;
    const diagram::NodeShape& m_shape;
    const picture::Theme& m_theme;
    QRectF m_rect;
    std::vector<picture::PlacedBadge> m_badges;
};

} // namespace

void paintNear(QPainter& painter, const diagram::Diagram& diagram, const Lookup& lookup,
               const picture::Theme& theme, const picture::PaintOptions& options) {
    painter.save();
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (const diagram::NodeShape& node : diagram.nodes) {
        const QRectF rect = picture::toQt(node.rect);
        if (!node.id || (!options.visible.isNull() && !options.visible.intersects(rect))) continue;
        const Located* located = lookup.find(node.id);
        if (!located) continue;
        const bool dimmed = !options.lit.empty() && !options.lit.contains(node.key);
        painter.setOpacity(dimmed ? theme.metrics.dimmed : 1);
        const Words words(painter, node, theme);
        words.line(ownerOf(*located), rect.top() + capHeight / 2 + clear);
        // The time at which a change is there stands in that margin.
        if (options.contours) continue;
        const double wave = node.key.kind == ElementKind::View ? theme.metrics.viewWave : 0;
        words.line(fieldsOf(*located), rect.bottom() - wave - capHeight / 2 - clear);
    }
    painter.restore();
}

} // namespace factline::canvas
