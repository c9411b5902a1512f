// SPDX-License-Identifier: Apache-2.0
#include "shell/stage_chooser.h"

#include <QMenu>

#include "picture/text.h"

namespace factline::shell {

using picture::toQString;

StageChooser::StageChooser(const document::Document& document, jobs::Judge& judge, QWidget* parent)
    : QToolButton(parent)
    , m_document(document)
    , m_judge(judge) {
    setObjectName(QStringLiteral("stage"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    setToolTip(tr("Which stage of the migration picture and problems are of"));
    connect(&document, &document::Document::changed, this, &StageChooser::follow);
    connect(&judge, &jobs::Judge::stageChanged, this, &StageChooser::follow);
}

QList<QAction*> StageChooser::stages() const {
    return menu()->actions();
}

void StageChooser::follow() {
    for (QAction* action : menu()->actions()) {
        menu()->removeAction(action);
        action->deleteLater(); // it may be the one whose click led here
    }
    const document::Snapshot& snapshot = m_document.snapshot();
    const bool there = snapshot && snapshot->model.migration && !snapshot->model.migration->stages.empty();
    if (!there) {
        emit present(false);
        return;
    }
    const Migration& migration = *snapshot->model.migration;
    const std::string& today = migration.now.empty() ? migration.stages.front() : migration.now;
    const std::string& chosen = m_judge.stage().empty() ? today : m_judge.stage();
    for (const std::string& stage : migration.stages) {
        const QString name = toQString(stage);
        auto* action = menu()->addAction(stage == today ? tr("%1 (today)").arg(name) : name);
        action->setCheckable(true);
        action->setChecked(stage == chosen);
        connect(action, &QAction::triggered, this,
                [this, wanted = stage == today ? std::string() : stage] { m_judge.setStage(wanted); });
    }
    setText(tr("Stage: %1").arg(toQString(chosen)) + QStringLiteral(" ▾"));
    setAccessibleName(tr("Stage: %1").arg(toQString(chosen)));
    emit present(true); // with its text, whose length the toolbar has to find room for
}

void StageChooser::setTheme(const picture::Theme& theme) {
    setStyleSheet(QStringLiteral("QToolButton { background: transparent; border: 1px solid transparent; "
                                 "border-radius: 6px; padding: 6px 10px; color: %1; } "
                                 "QToolButton:hover, QToolButton:open { background: %2; } "
                                 "QToolButton:focus { border-color: %3; } "
                                 "QToolButton::menu-indicator { image: none; width: 0; }")
                      .arg(theme.text.name(), theme.accentFill.name(), theme.accent.name()));
}

} // namespace factline::shell
