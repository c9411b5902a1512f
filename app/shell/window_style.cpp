// SPDX-License-Identifier: Apache-2.0
#include "shell/window_style.h"

#include <algorithm>
#include <cmath>

#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTabBar>
#include <QWidget>

namespace factline::shell {

namespace {

constexpr double checkBoxSide = 14; ///< pixels

void drawCheckBox(QPainter& painter, const QStyleOption& option) {
    const QPalette& colours = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor outline = colours.color(QPalette::PlaceholderText);
    const QColor accent = enabled ? colours.color(QPalette::Link) : outline;
    const double size =
        std::min<double>({checkBoxSide, double(option.rect.width()), double(option.rect.height())});
    QRectF box(0, 0, size - 1, size - 1);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(QPointF(std::floor(box.left()) + 0.5, std::floor(box.top()) + 0.5));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pointed = option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver);
    painter.setPen(marked || (pointed && enabled) ? accent : outline);
    painter.setBrush(marked ? accent : colours.color(QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(colours.color(QPalette::Base), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    if (option.state & QStyle::State_On)
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
    else if (option.state & QStyle::State_NoChange)
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    painter.restore();
}

/// Around what has the keyboard: a line in the accent, over whatever lies below.
void drawFocus(QPainter& painter, const QStyleOption& option) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(option.palette.color(QPalette::Link));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    if (hint != SH_UnderlineShortcut) return QProxyStyle::styleHint(hint, option, widget, data);
    const bool held = QGuiApplication::keyboardModifiers() & Qt::AltModifier;
    return held || (widget && widget->hasFocus()) ? 1 : 0;
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        drawCheckBox(*painter, *option);
    else if (element == PE_FrameFocusRect && qobject_cast<const QPushButton*>(widget))
        return; // its outline says it already
    else if (const auto* tabs = qobject_cast<const QTabBar*>(widget); tabs && element == PE_FrameFocusRect) {
        QStyleOption whole(*option); // around its words only, it would strike them through
        whole.rect = tabs->tabRect(tabs->currentIndex()).adjusted(3, 4, -3, -5);
        drawFocus(*painter, whole);
    } else if (element == PE_FrameFocusRect)
        drawFocus(*painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace factline::shell
