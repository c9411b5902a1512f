// SPDX-License-Identifier: Apache-2.0
#include "canvas/hit.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLineF>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QStringList>

#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::canvas {

namespace {

using picture::toQString;
using picture::toQt;

constexpr double lineReach = 6; ///< how near to a line the pointer must be

const diagram::NodeShape* nodeAt(const diagram::Diagram& diagram, const QPointF& point) {
    for (auto node = diagram.nodes.rbegin(); node != diagram.nodes.rend(); ++node)
        if (toQt(node->rect).contains(point)) return &*node;
    return nullptr;
}

const diagram::ContextShape* contextAt(const diagram::Diagram& diagram, const QPointF& point) {
    for (auto context = diagram.contexts.rbegin(); context != diagram.contexts.rend(); ++context)
        if (toQt(context->rect).contains(point)) return &*context;
    return nullptr;
}

bool isNear(const diagram::EdgeShape& edge, const QPointF& point) {
    if (edge.labelRect && toQt(*edge.labelRect).contains(point)) return true;
    if (edge.path.size() < 4) return false;
    QPainterPath path(toQt(edge.path.front()));
    for (std::size_t i = 1; i + 2 < edge.path.size(); i += 3)
        path.cubicTo(toQt(edge.path[i]), toQt(edge.path[i + 1]), toQt(edge.path[i + 2]));
    if (!path.controlPointRect().adjusted(-lineReach, -lineReach, lineReach, lineReach).contains(point))
        return false;
    QPainterPathStroker stroker;
    stroker.setWidth(2 * lineReach);
    return stroker.createStroke(path).contains(point);
}

QString undeclaredTip() {
    return QCoreApplication::translate("Canvas",
                                       "Nobody declares it. Select it and press Ins to declare it.");
}

void addBadges(QStringList& lines, const std::vector<diagram::Badge>& badges) {
    for (const diagram::Badge& badge : badges)
        if (!badge.explanation.empty()) lines += toQString(badge.explanation);
}

} // namespace

std::optional<ElementKey> elementAt(const diagram::Diagram& diagram, const QPointF& point) {
    if (const auto* node = nodeAt(diagram, point)) return node->key;
    if (const auto* context = contextAt(diagram, point)) return context->key;
    return std::nullopt;
}

ElementId idAt(const diagram::Diagram& diagram, const QPointF& point) {
    if (const auto* node = nodeAt(diagram, point)) return node->id;
    const auto* context = contextAt(diagram, point);
    return context ? context->id : ElementId{};
}

std::optional<ElementKey> undeclaredAt(const diagram::Diagram& diagram, const QPointF& point) {
    return idAt(diagram, point) ? std::nullopt : elementAt(diagram, point);
}

ElementId namedAt(const diagram::Diagram& diagram, const QPointF& point) {
    if (const auto* node = nodeAt(diagram, point)) return node->id;
    const auto* context = contextAt(diagram, point);
    return context && point.y() < context->rect.y + diagram::contextTitleHeight ? context->id : ElementId{};
}

std::optional<std::size_t> nodeOf(const diagram::Diagram& diagram, ElementId id) {
    const auto found = std::ranges::find(diagram.nodes, id, &diagram::NodeShape::id);
    if (!id || found == diagram.nodes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - diagram.nodes.begin());
}

std::optional<std::size_t> nodeOf(const diagram::Diagram& diagram, const ElementKey& key) {
    const auto found = std::ranges::find(diagram.nodes, key, &diagram::NodeShape::key);
    if (found == diagram.nodes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - diagram.nodes.begin());
}

std::optional<ElementKey> keyOf(const diagram::Diagram& diagram, ElementId id) {
    if (!id) return std::nullopt;
    for (const auto& node : diagram.nodes)
        if (node.id == id) return node.key;
    for (const auto& context : diagram.contexts)
        if (context.id == id) return context.key;
    return std::nullopt;
}

QString tipAt(const diagram::Diagram& diagram, const QPointF& point) {
    QStringList lines;
    if (const auto* node = nodeAt(diagram, point)) {
        lines += toQString(toString(node->key));
        if (!node->declared) lines += undeclaredTip();
        addBadges(lines, node->badges);
        return lines.join(QLatin1Char('\n'));
    }
    for (const auto& edge : diagram.edges)
        if (isNear(edge, point)) {
            if (!edge.explanation.empty()) lines += toQString(edge.explanation);
            if (edge.badge) lines += toQString(edge.badge->explanation);
            return lines.join(QLatin1Char('\n'));
        }
    if (const auto* context = contextAt(diagram, point)) {
        lines += toQString(toString(context->key));
        if (!context->declared) lines += undeclaredTip();
        addBadges(lines, context->badges);
    }
    return lines.join(QLatin1Char('\n'));
}

std::optional<QRectF> rectOf(const diagram::Diagram& diagram, const ElementKey& key) {
    for (const auto& node : diagram.nodes)
        if (node.key == key) return toQt(node.rect);
    for (const auto& context : diagram.contexts)
        if (context.key == key) return toQt(context.rect);
    return std::nullopt;
}

} // namespace factline::canvas
