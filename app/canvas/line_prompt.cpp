// SPDX-License-Identifier: Apache-2.0
#include "canvas/line_prompt.h"

#include <algorithm>
#include <utility>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>

namespace factline::canvas {

namespace {

constexpr int shortest = 220; ///< pixels

} // namespace

LinePrompt::LinePrompt(QWidget* parent)
    : QLineEdit(parent) {
    hide();
}

void LinePrompt::ask(const QPointF& at, const QString& question, const QString& text,
                     const QStringList& words, Done done) {
    m_done = std::move(done);
    setPlaceholderText(question);
    setAccessibleName(question);
    delete completer();
    if (!words.isEmpty()) {
        auto* completing = new QCompleter(words, this);
        completing->setCaseSensitivity(Qt::CaseInsensitive);
        completing->setFilterMode(Qt::MatchContains);
        setCompleter(completing);
    }
    setText(text);
    selectAll();
    const int wanted =
        std::max(shortest, fontMetrics().horizontalAdvance(text.isEmpty() ? question : text) + 48);
    resize(wanted, sizeHint().height());
    const QRect room = parentWidget()->rect();
    move(std::clamp(static_cast<int>(at.x()), 4, std::max(4, room.width() - width() - 4)),
         std::clamp(static_cast<int>(at.y()) - height() / 2, 4, std::max(4, room.height() - height() - 4)));
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void LinePrompt::setTheme(const picture::Theme& theme) {
    setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 2px solid %3;"
                       " border-radius: 4px; padding: 5px 8px; selection-background-color: %4;"
                       " selection-color: %2; }")
            .arg(theme.panel.name(), theme.text.name(), theme.accent.name(), theme.accentFill.name()));
}

void LinePrompt::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return end(true);
    case Qt::Key_Escape:
        return end(false);
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void LinePrompt::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) end(false);
}

void LinePrompt::end(bool taken) {
    const Done done = std::exchange(m_done, nullptr);
    if (!done) return;
    const QString said = text().trimmed();
    hide();
    parentWidget()->setFocus(Qt::OtherFocusReason);
    if (taken && !said.isEmpty()) done(said);
}

} // namespace factline::canvas
