// SPDX-License-Identifier: Apache-2.0
#include "panels/calm_box.h"

#include <algorithm>

#include <QStylePainter>
#include <QWheelEvent>

namespace factline::panels {

namespace {
constexpr int iconGap = 8;  ///< pixels between the icon and the words
constexpr int besides = 52; ///< what style sheet and arrow take and the style does not reckon with
} // namespace

/// Wide enough for the longest of its choices, where there is room.
QSize CalmBox::sizeHint() const {
    const QSize usual = QComboBox::sizeHint();
    if (sizeAdjustPolicy() != AdjustToContents) return usual;
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    return {std::max(usual.width(), widest + iconSize().width() + iconGap + besides), usual.height()};
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
