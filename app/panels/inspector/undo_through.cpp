// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/undo_through.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include "panels/inspector/editor.h"

namespace factline::panels {

namespace {

bool holdsMoreThanTheDocument(const QWidget* field) {
    const auto* line = qobject_cast<const QLineEdit*>(field);
    for (const QWidget* at = field->parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QAbstractItemView*>(at)) break; // a cell; its table knows nothing of it yet
        if (const auto* editor = qobject_cast<const Editor*>(at)) return editor->isTouched();
    }
    return line && line->isModified();
}

} // namespace

UndoThrough::UndoThrough(QWidget* form)
    : QObject(form)
    , m_form(form) {
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, QWidget* now) {
        if (now && m_form->isAncestorOf(now)) now->installEventFilter(this);
    });
}

bool UndoThrough::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo)) return false;
    const auto* field = qobject_cast<QWidget*>(watched);
    if (!field || holdsMoreThanTheDocument(field)) return false;
    event->ignore();
    return true; // the field would claim it
}

} // namespace factline::panels
