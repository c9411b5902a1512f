// SPDX-License-Identifier: Apache-2.0
#include "panels/calm_box.h"

#include <QStylePainter>
#include <QWheelEvent>

namespace factline::panels {

namespace {
constexpr int iconGap = 8; ///< pixels between the icon and the words
}

void CalmBox::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void CalmBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    QRect words = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    if (!option.currentIcon.isNull()) words.setLeft(words.left() + option.iconSize.width() + iconGap);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, words.width());
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.4));
    const QPointF tip(width() - 11.5, height() / 2.0 + 2);
    painter.drawPolyline(QPolygonF({tip + QPointF(-3.5, -3.5), tip, tip + QPointF(3.5, -3.5)}));
}

} // namespace factline::panels
