// SPDX-License-Identifier: Apache-2.0
#include "shell/actions.h"

#include <algorithm>

#include <QCoreApplication>
#include <QShortcut>
#include <QWidget>

#include "shell/main_window.h"

namespace factline::shell {

Actions::Actions(MainWindow& window, const QWidget& canvas) {
    for (const ActionLine& line : actionLines()) {
        const QString id = QString::fromLatin1(line.id);
        if (auto* brought = canvas.findChild<QAction*>(id)) {
            m_entries.push_back({&line, brought});
            // Its own keys are the canvas's; these work wherever the keyboard is.
            for (const QKeySequence& keys : QKeySequence::listFromString(QString::fromLatin1(line.keys)))
                QObject::connect(new QShortcut(keys, &window), &QShortcut::activated, brought,
                                 &QAction::trigger);
            continue;
        }
        if (!line.run) continue;
        auto* action = new QAction(QCoreApplication::translate("Actions", line.text), &window);
        action->setObjectName(id);
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(line.keys)));
        QObject::connect(action, &QAction::triggered, &window, [&window, run = line.run] { run(window); });
        window.addAction(action); // its keys work wherever the keyboard is
        m_entries.push_back({&line, action});
    }
    enable(false, false);
}

QAction* Actions::find(std::string_view id) const {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& e) { return id == e.line->id; });
    return found == m_entries.end() ? nullptr : found->action;
}

void Actions::enable(bool model, bool picture) {
    for (const Entry& entry : m_entries)
        if (entry.line->run)
            entry.action->setEnabled(entry.line->needs == Needs::Nothing || (model && picture) ||
                                     (model && entry.line->needs == Needs::Model));
}

} // namespace factline::shell
