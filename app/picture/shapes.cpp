// SPDX-License-Identifier: Apache-2.0
#include "picture/shapes.h"

#include <algorithm>

namespace factline::picture {

namespace {

QPainterPath rounded(const QRectF& rect, double radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

/// A note whose top right corner is folded over.
QPainterPath sticky(const QRectF& r, const Metrics& metrics) {
    const double radius = metrics.nodeRadius;
    const double fold = metrics.eventFold;
    QPainterPath path(QPointF(r.left() + radius, r.top()));
    path.lineTo(r.right() - fold, r.top());
    path.lineTo(r.right(), r.top() + fold);
    path.lineTo(r.right(), r.bottom() - radius);
    path.quadTo(r.bottomRight(), QPointF(r.right() - radius, r.bottom()));
    path.lineTo(r.left() + radius, r.bottom());
    path.quadTo(r.bottomLeft(), QPointF(r.left(), r.bottom() - radius));
    path.lineTo(r.left(), r.top() + radius);
    path.quadTo(r.topLeft(), QPointF(r.left() + radius, r.top()));
    path.closeSubpath();
    return path;
}

/// A sheet of paper whose lower edge is one long wave.
QPainterPath document(const QRectF& r, const Metrics& metrics) {
    const double radius = metrics.nodeRadius;
    const double wave = metrics.viewWave;
    const double base = r.bottom() - wave;
    QPainterPath path(QPointF(r.left() + radius, r.top()));
    path.lineTo(r.right() - radius, r.top());
    path.quadTo(r.topRight(), QPointF(r.right(), r.top() + radius));
    path.lineTo(r.right(), base);
    path.cubicTo(QPointF(r.right() - r.width() * 0.28, base - 2.2 * wave),
                 QPointF(r.left() + r.width() * 0.32, base + 2.6 * wave), QPointF(r.left(), base));
    path.lineTo(r.left(), r.top() + radius);
    path.quadTo(r.topLeft(), QPointF(r.left() + radius, r.top()));
    path.closeSubpath();
    return path;
}

QPainterPath hexagon(const QRectF& r, const Metrics& metrics) {
    const double point = std::min(metrics.decisionPoint, r.width() / 3);
    const double middle = r.center().y();
    QPainterPath path(QPointF(r.left(), middle));
    path.lineTo(r.left() + point, r.top());
    path.lineTo(r.right() - point, r.top());
    path.lineTo(r.right(), middle);
    path.lineTo(r.right() - point, r.bottom());
    path.lineTo(r.left() + point, r.bottom());
    path.closeSubpath();
    return path;
}

/// A cylinder: data of record.
QPainterPath factIcon() {
    QPainterPath path;
    path.addEllipse(QRectF(2, 1, 10, 4));
    path.moveTo(2, 3);
    path.lineTo(2, 11);
    path.cubicTo(2, 13.6, 12, 13.6, 12, 11);
    path.lineTo(12, 3);
    path.moveTo(2, 7);
    path.cubicTo(2, 9.6, 12, 9.6, 12, 7);
    return path;
}

/// A bolt: something has happened.
QPainterPath eventIcon() {
    QPainterPath path(QPointF(8, 1));
    path.lineTo(3, 8);
    path.lineTo(6.6, 8);
    path.lineTo(6, 13);
    path.lineTo(11, 6);
    path.lineTo(7.4, 6);
    path.closeSubpath();
    return path;
}

/// An eye: what somebody sees.
QPainterPath viewIcon() {
    QPainterPath path(QPointF(0.8, 7));
    path.cubicTo(3.4, 1.6, 10.6, 1.6, 13.2, 7);
    path.cubicTo(10.6, 12.4, 3.4, 12.4, 0.8, 7);
    path.closeSubpath();
    path.addEllipse(QPointF(7, 7), 2, 2);
    return path;
}

/// An arrow that turns into another way: whenever this, then that.
QPainterPath policyIcon() {
    QPainterPath path(QPointF(2, 2));
    path.lineTo(2, 6);
    path.quadTo(QPointF(2, 9.5), QPointF(5.5, 9.5));
    path.lineTo(12, 9.5);
    path.moveTo(8.8, 6.2);
    path.lineTo(12.2, 9.5);
    path.lineTo(8.8, 12.8);
    return path;
}

/// A way that forks.
QPainterPath decisionIcon() {
    QPainterPath path(QPointF(7, 13));
    path.lineTo(7, 9);
    path.lineTo(2.5, 4.5);
    path.lineTo(2.5, 1.5);
    path.moveTo(7, 9);
    path.lineTo(11.5, 4.5);
    path.lineTo(11.5, 1.5);
    path.moveTo(0.6, 3.4);
    path.lineTo(2.5, 1.5);
    path.lineTo(4.4, 3.4);
    path.moveTo(9.6, 3.4);
    path.lineTo(11.5, 1.5);
    path.lineTo(13.4, 3.4);
    return path;
}

QPainterPath cross() {
    QPainterPath path(QPointF(2, 2));
    path.lineTo(8, 8);
    path.moveTo(8, 2);
    path.lineTo(2, 8);
    return path;
}

/// A circle struck through: not kept.
QPainterPath noEntry() {
    QPainterPath path;
    path.addEllipse(QPointF(5, 5), 4.3, 4.3);
    path.moveTo(2.1, 7.9);
    path.lineTo(7.9, 2.1);
    return path;
}

QPainterPath tick() {
    QPainterPath path(QPointF(1.2, 5.4));
    path.lineTo(4, 8.2);
    path.lineTo(9, 2);
    return path;
}

QPainterPath warningTriangle() {
    QPainterPath path(QPointF(5, 0.8));
    path.lineTo(9.7, 9.2);
    path.lineTo(0.3, 9.2);
    path.closeSubpath();
    path.moveTo(5, 3.8);
    path.lineTo(5, 6);
    path.moveTo(5, 7.5);
    path.lineTo(5, 7.7);
    return path;
}

QPainterPath clock() {
    QPainterPath path;
    path.addEllipse(QPointF(5, 5), 4.3, 4.3);
    path.moveTo(5, 2.4);
    path.lineTo(5, 5);
    path.lineTo(6.9, 6.2);
    return path;
}

QPainterPath hintIcon() {
    QPainterPath path;
    path.addEllipse(QPointF(5, 5), 4.3, 4.3);
    path.moveTo(5, 4.6);
    path.lineTo(5, 7.4);
    path.moveTo(5, 2.7);
    path.lineTo(5, 2.8);
    return path;
}

QPainterPath questionMark() {
    QPainterPath path(QPointF(2.6, 3.4));
    path.cubicTo(2.6, -0.2, 7.6, -0.2, 7.6, 3);
    path.cubicTo(7.6, 4.8, 5, 4.8, 5, 6.6);
    path.moveTo(5, 8.7);
    path.lineTo(5, 8.9);
    return path;
}

/// The hotspot's own shape in small: a rotated square with "!".
QPainterPath hotspotIcon() {
    QPainterPath path(QPointF(5, -0.6));
    path.lineTo(10.6, 5);
    path.lineTo(5, 10.6);
    path.lineTo(-0.6, 5);
    path.closeSubpath();
    path.moveTo(5, 2.4);
    path.lineTo(5, 5.6);
    path.moveTo(5, 7.5);
    path.lineTo(5, 7.6);
    return path;
}

QPainterPath minus() {
    QPainterPath path(QPointF(1, 5));
    path.lineTo(9, 5);
    return path;
}

QPainterPath plus() {
    QPainterPath path = minus();
    path.moveTo(5, 1);
    path.lineTo(5, 9);
    return path;
}

QPainterPath pencil() {
    QPainterPath path(QPointF(0.8, 9.2));
    path.lineTo(1.6, 6.4);
    path.lineTo(7.2, 0.8);
    path.lineTo(9.2, 2.8);
    path.lineTo(3.6, 8.4);
    path.closeSubpath();
    return path;
}

QPainterPath nameTag() {
    QPainterPath path(QPointF(0.6, 1.6));
    path.lineTo(5.6, 1.6);
    path.lineTo(9.4, 5);
    path.lineTo(5.6, 8.4);
    path.lineTo(0.6, 8.4);
    path.closeSubpath();
    path.moveTo(5.6, 5);
    path.lineTo(5.7, 5);
    return path;
}

QPainterPath arrow() {
    QPainterPath path(QPointF(0.8, 5));
    path.lineTo(9.2, 5);
    path.moveTo(5.8, 1.6);
    path.lineTo(9.2, 5);
    path.lineTo(5.8, 8.4);
    return path;
}

} // namespace

QPainterPath outlinePath(ElementKind kind, const QRectF& rect, const Metrics& metrics) {
    switch (kind) {
    case ElementKind::Context:
        return rounded(rect, metrics.contextRadius);
    case ElementKind::Event:
        return sticky(rect, metrics);
    case ElementKind::View:
        return document(rect, metrics);
    case ElementKind::Policy:
        return rounded(rect, std::min(rect.width(), rect.height()) / 2);
    case ElementKind::Decision:
        return hexagon(rect, metrics);
    default:
        return rounded(rect, metrics.nodeRadius);
    }
}

QPainterPath accentPath(ElementKind kind, const QRectF& rect, const Metrics& metrics) {
    if (kind == ElementKind::Fact) {
        QPainterPath bar;
        bar.addRect(QRectF(rect.left(), rect.top(), metrics.factBar, rect.height()));
        return bar.intersected(outlinePath(kind, rect, metrics));
    }
    if (kind == ElementKind::Event) {
        const double fold = metrics.eventFold;
        QPainterPath corner(QPointF(rect.right() - fold, rect.top()));
        corner.lineTo(rect.right(), rect.top() + fold);
        corner.lineTo(rect.right() - fold, rect.top() + fold);
        corner.closeSubpath();
        return corner;
    }
    return {};
}

QPainterPath iconPath(ElementKind kind) {
    switch (kind) {
    case ElementKind::Fact:
        return factIcon();
    case ElementKind::Event:
        return eventIcon();
    case ElementKind::View:
        return viewIcon();
    case ElementKind::Policy:
        return policyIcon();
    case ElementKind::Decision:
        return decisionIcon();
    default:
        return {};
    }
}

QPainterPath iconPath(diagram::Badge::Kind kind) {
    using Kind = diagram::Badge::Kind;
    switch (kind) {
    case Kind::Error:
        return cross();
    case Kind::Broken:
        return noEntry();
    case Kind::Warning:
        return warningTriangle();
    case Kind::AtRisk:
        return clock();
    case Kind::Kept:
        return tick();
    case Kind::Hint:
        return hintIcon();
    case Kind::Unknown:
        return questionMark();
    case Kind::Hotspot:
        return hotspotIcon();
    case Kind::Added:
        return plus();
    case Kind::Removed:
        return minus();
    case Kind::Changed:
        return pencil();
    case Kind::Renamed:
        return nameTag();
    case Kind::Moved:
        return arrow();
    }
    return {};
}

} // namespace factline::picture
