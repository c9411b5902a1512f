// SPDX-License-Identifier: Apache-2.0
#include "shell/tool_buttons.h"

#include <utility>

#include <QPainter>

#include "picture/kind_swatch.h"
#include "shell/choice_delegate.h"

namespace factline::shell {

namespace {

constexpr int buttonGap = 8, buttonHeight = 30, capRoom = 20, fieldPadding = 10;

/// "Ctrl+P" as the mock writes it: "Ctrl P".
QString keysOf(const QAction& action) {
    return action.shortcut().toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' '));
}

void follow(QAbstractButton* button, QAction* action) {
    const auto update = [button, action] {
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->text()
                                          : QStringLiteral("%1 (%2)").arg(action->text(), keys));
        button->setAccessibleName(action->text());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    QObject::connect(action, &QAction::changed, button, update);
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    update();
    // The keyboard stays on the canvas, where the next name is typed.
    button->setFocusPolicy(Qt::TabFocus);
}

} // namespace

ToolButton::ToolButton(QAction* action, const QString& text, std::optional<ElementKind> kind,
                       const picture::Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action)
    , m_kind(kind)
    , m_theme(theme) {
    setText(text);
    follow(this, action);
}

void ToolButton::setRoom(Room room) {
    m_room = room;
    updateGeometry();
}

QSize ToolButton::sizeHint() const {
    int width = 2 * padding() + fontMetrics().horizontalAdvance(text());
    if (m_kind) width += picture::swatchSide + buttonGap;
    if (m_kind && showsKey()) width += buttonGap + capRoom;
    return {std::max(width, buttonHeight), buttonHeight};
}

void ToolButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect line = rect();
    if (isEnabled() && (underMouse() || isDown() || isChecked() || hasFocus())) {
        painter.setPen(hasFocus() ? QPen(m_theme.accent) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || isChecked() ? m_theme.accentFill : m_theme.window);
        painter.drawRoundedRect(QRectF(line).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    if (!isEnabled()) painter.setOpacity(0.45);
    if (!m_kind) {
        if (text().size() == 1) { // a sign
            QFont large = font();
            large.setPixelSize(17);
            painter.setFont(large);
        }
        painter.setPen(isChecked() ? m_theme.accent : m_theme.text);
        painter.drawText(line, Qt::AlignCenter, text());
        return;
    }
    line.adjust(padding(), 0, -padding(), 0);
    const int side = picture::swatchSide;
    picture::drawSwatch(painter, line, *m_kind, m_theme);
    painter.setPen(m_theme.text);
    painter.drawText(line.adjusted(side + buttonGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (showsKey()) drawKeyCap(painter, line, line.right() + 1, keysOf(*m_action), m_theme);
}

void ToolButton::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void ToolButton::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

FieldButton::FieldButton(QAction* action, const picture::Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action)
    , m_theme(theme) {
    setText(action->text());
    setCursor(Qt::IBeamCursor);
    follow(this, action);
}

void FieldButton::setRoom(Room room) {
    m_room = room;
    updateGeometry();
}

QSize FieldButton::sizeHint() const {
    if (m_room < Room::ShortField) return {250, buttonHeight};
    QFont small = font();
    small.setPixelSize(12);
    const int words = fontMetrics().horizontalAdvance(text()) + buttonGap +
                      QFontMetrics(small).horizontalAdvance(keysOf(*m_action));
    const auto [least, most] = m_room > Room::ShortField ? std::pair(110, 150) : std::pair(150, 250);
    return {std::clamp(words + 2 * fieldPadding + 2, least, most), buttonHeight}; // says what has room
}

void FieldButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? m_theme.accent : m_theme.hairline);
    painter.setBrush(m_theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (!isEnabled()) painter.setOpacity(0.45);
    painter.setPen(m_theme.quietText);
    QRect line = rect().adjusted(fieldPadding, 0, -fieldPadding, 0);
    QFont small = font();
    small.setPixelSize(12);
    QRect words = line;
    words.setRight(line.right() - buttonGap - QFontMetrics(small).horizontalAdvance(keysOf(*m_action)));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(small);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, keysOf(*m_action));
}

} // namespace factline::shell
