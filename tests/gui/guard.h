// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QFileDialog>

namespace factline::testing {

/// Notes every dialog that comes up, but for choosers of files, and everything else that is modal.
struct Guard : QObject {
    QStringList seen;
    Guard() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() != QEvent::Show || !object->isWidgetType()) return false;
        auto* widget = static_cast<QWidget*>(object);
        if (qobject_cast<QFileDialog*>(widget) || !widget->isWindow()) return false;
        if (qobject_cast<QDialog*>(widget) || widget->isModal())
            seen += QString::fromLatin1(widget->metaObject()->className()) + ' ' + widget->windowTitle();
        return false;
    }
};

} // namespace factline::testing
