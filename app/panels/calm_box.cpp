// SPDX-License-Identifier: Apache-2.0
#include "panels/calm_box.h"

#include <QPainter>
#include <QWheelEvent>

namespace factline::panels {

void CalmBox::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void CalmBox::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.4));
    const QPointF tip(width() - 11.5, height() / 2.0 + 2);
    painter.drawPolyline(QPolygonF({tip + QPointF(-3.5, -3.5), tip, tip + QPointF(3.5, -3.5)}));
}

} // namespace factline::panels
