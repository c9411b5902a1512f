// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>

namespace factline::testing {

/// What says something, and what it says.
struct Said {
    QString who;
    QString text;
};

inline QString nameOf(const QObject& object) {
    QString name = QString::fromLatin1(object.metaObject()->className()).section("::", -1);
    for (const QObject* each = &object; each && name.size() < 90; each = each->parent())
        if (!each->objectName().isEmpty()) name += " in " + each->objectName();
    return name;
}

inline QString plain(QString text) {
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    return text.replace(tag, QStringLiteral("\n")).remove(QLatin1Char('&')).trimmed();
}

inline void addCells(const QAbstractItemModel& model, const QModelIndex& parent, const QString& who,
                     QList<Said>& all) {
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                all += {who, index.data(role).toString()};
            addCells(model, index, who, all);
        }
}

/// Everything that a window says, to the eye, in tips and to a screen reader.
inline QList<Said> everythingSaid(const QWidget& window) {
    QList<Said> all;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->objectName().startsWith("qt_") || widget->inherits("QDockWidgetTitleButton") ||
            qobject_cast<const QTabBar*>(widget->parentWidget()))
            continue; // Qt's own, in Qt's own words
        const QString who = nameOf(*widget);
        for (const QString& text : {widget->toolTip(), widget->statusTip(), widget->accessibleName(),
                                    widget->accessibleDescription(), widget->whatsThis()})
            all += {who, text};
        if (const auto* label = qobject_cast<const QLabel*>(widget)) all += {who, label->text()};
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) all += {who, button->text()};
        if (const auto* group = qobject_cast<const QGroupBox*>(widget)) all += {who, group->title()};
        if (const auto* line = qobject_cast<const QLineEdit*>(widget)) all += {who, line->placeholderText()};
        if (const auto* menu = qobject_cast<const QMenu*>(widget)) all += {who, menu->title()};
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) all += {who, dock->windowTitle()};
        if (const auto* box = qobject_cast<const QComboBox*>(widget)) addCells(*box->model(), {}, who, all);
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                all += {who, tabs->tabText(i)};
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
            addCells(*view->model(), {}, who, all);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget); header && header->model())
            for (int i = 0; i < header->count(); ++i)
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
                    all += {who, header->model()->headerData(i, header->orientation(), role).toString()};
    }
    for (const QAction* action : window.findChildren<QAction*>())
        if (!action->isSeparator()) all += {nameOf(*action), action->text() + '\n' + action->toolTip()};
    return all;
}

} // namespace factline::testing
