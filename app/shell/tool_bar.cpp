// SPDX-License-Identifier: Apache-2.0
#include "shell/tool_bar.h"

#include <array>
#include <utility>

#include <QCoreApplication>
#include <QDockWidget>
#include <QLayout>

#include "shell/actions.h"
#include "shell/stage_chooser.h"
#include "shell/tool_buttons.h"

namespace factline::shell {

namespace {

struct Adding {
    const char* action;
    const char* text;
    ElementKind kind;
};

constexpr std::array adding{
    Adding{"add-context", QT_TRANSLATE_NOOP("ToolBar", "Context"), ElementKind::Context},
    Adding{"add-fact", QT_TRANSLATE_NOOP("ToolBar", "Fact"), ElementKind::Fact},
    Adding{"add-event", QT_TRANSLATE_NOOP("ToolBar", "Event"), ElementKind::Event},
    Adding{"add-view", QT_TRANSLATE_NOOP("ToolBar", "View"), ElementKind::View},
    Adding{"add-policy", QT_TRANSLATE_NOOP("ToolBar", "Policy"), ElementKind::Policy},
    Adding{"add-decision", QT_TRANSLATE_NOOP("ToolBar", "Decision"), ElementKind::Decision},
};

} // namespace

ToolBar::ToolBar(const Actions& actions, const document::Document& document, jobs::Judge& judge,
                 const picture::Theme& theme, QWidget* window)
    : QToolBar(window)
    , m_theme(theme) {
    setObjectName(QStringLiteral("tools"));
    setWindowTitle(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    addWidget(new ToolButton(actions.find("undo"), QStringLiteral("↶"), std::nullopt, m_theme, this));
    addWidget(new ToolButton(actions.find("redo"), QStringLiteral("↷"), std::nullopt, m_theme, this));
    bool first = true;
    for (const Adding& each : adding) {
        QAction* action = actions.find(each.action);
        if (!action) continue;
        if (std::exchange(first, false)) addSeparator();
        addWidget(new ToolButton(action, QCoreApplication::translate("ToolBar", each.text), each.kind,
                                 m_theme, this));
    }
    addSeparator();
    addWidget(new ToolButton(actions.find("what-if"), tr("What if"), std::nullopt, m_theme, this));
    QAction* line = addSeparator();
    m_stage = new StageChooser(document, judge, this);
    QAction* stage = addWidget(m_stage);
    const auto show = [this, line, stage](bool there) {
        line->setVisible(there);
        stage->setVisible(there);
        fit();
    };
    connect(m_stage, &StageChooser::present, this, show);
    auto* space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    m_jump = new FieldButton(actions.find("jump"), m_theme, this);
    m_jump->setObjectName(QStringLiteral("jumpField"));
    addWidget(m_jump);
    show(false);
}

void ToolBar::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    m_stage->setTheme(theme);
    for (QWidget* child : findChildren<QWidget*>())
        child->update();
}

void ToolBar::offer(QAction* panel, const QDockWidget* dock) {
    auto* button = new ToolButton(panel, QStringLiteral("◧"), std::nullopt, m_theme, this);
    button->setObjectName(QStringLiteral("offer-") + panel->objectName());
    QAction* place = insertWidget(actions().front(), button);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, place](bool seen) {
        place->setVisible(!seen);
        fit();
    });
}

/// Nothing of it may hide behind an arrow: with long words, or in a small window, its buttons say less.
void ToolBar::fit() {
    for (const Room room : {Room::Ample, Room::ShortField, Room::Tight, Room::NoKeys}) {
        for (auto* button : findChildren<ToolButton*>())
            button->setRoom(room);
        m_jump->setRoom(room);
        layout()->invalidate();
        if (layout()->sizeHint().width() <= width()) return;
    }
}

void ToolBar::resizeEvent(QResizeEvent* event) {
    fit();
    QToolBar::resizeEvent(event);
}

void ToolBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) fit();
    QToolBar::changeEvent(event);
}

QRect ToolBar::jumpField() const {
    return {m_jump->mapTo(window(), QPoint()), m_jump->size()};
}

} // namespace factline::shell
