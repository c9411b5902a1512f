// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_margin.h"

#include <algorithm>

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "panels/yaml/yaml_editor.h"
#include "picture/badge_image.h"

namespace factline::panels {

namespace {

constexpr int marginIcon = 14;
constexpr int fewestDigits = 3;

diagram::Badge::Kind badgeOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return diagram::Badge::Kind::Error;
    case Severity::Warning:
        return diagram::Badge::Kind::Warning;
    default:
        return diagram::Badge::Kind::Hint;
    }
}

} // namespace

YamlMargin::YamlMargin(const picture::Theme& theme, YamlEditor* editor)
    : QWidget(editor)
    , m_editor(editor)
    , m_theme(theme) {
    setObjectName(QStringLiteral("yamlMargin"));
}

int YamlMargin::widthWanted() const {
    const int digits =
        std::max(fewestDigits, static_cast<int>(QString::number(m_editor->linesExpected()).size()));
    return marginIcon + 12 + m_editor->fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + 12;
}

void YamlMargin::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    update();
}

void YamlMargin::setMarks(std::vector<LineMark> marks) {
    m_marks = std::move(marks);
    update();
}

void YamlMargin::setChosen(int first, int last) {
    m_first = first;
    m_last = last;
    update();
}

const LineMark* YamlMargin::worstAt(int line) const {
    const LineMark* worst = nullptr;
    for (const LineMark& mark : m_marks)
        if (mark.line == line && (!worst || mark.severity > worst->severity)) worst = &mark;
    return worst;
}

QString YamlMargin::tipAt(int y) const {
    const int line = m_editor->cursorForPosition(QPoint(0, y)).blockNumber();
    QStringList texts;
    for (const LineMark& mark : m_marks)
        if (mark.line == line) texts += mark.text;
    return texts.join(QLatin1Char('\n'));
}

void YamlMargin::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.panel);
    painter.setFont(m_editor->font());
    const int current = m_editor->textCursor().blockNumber();
    for (const YamlEditor::SeenLine& seen : m_editor->linesSeen(event->rect())) {
        if (seen.line >= m_first && seen.line <= m_last)
            painter.fillRect(QRectF(width() - 4, seen.top, 3, seen.height), m_theme.accent);
        painter.setPen(seen.line == current ? m_theme.text : m_theme.quietText);
        painter.drawText(QRectF(0, seen.top, width() - 10, seen.height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(seen.line + 1));
        if (const LineMark* worst = worstAt(seen.line))
            painter.drawImage(
                QPointF(6, seen.top + (seen.height - marginIcon) / 2),
                picture::badgeImage(badgeOf(worst->severity), m_theme, marginIcon, devicePixelRatioF()));
    }
}

bool YamlMargin::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->y()), this);
    return true;
}

} // namespace factline::panels
