// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QUndoView>
#include <QVBoxLayout>

#include "panels/panel.h"

namespace factline::panels {

namespace {

/// Every step of the document with its label; a click goes there.
class HistoryPanel : public Panel {
public:
    HistoryPanel(const workspace::Workspace& around, QWidget* parent)
        : Panel(parent) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(8, 0, 8, 0);
        auto* steps = new QUndoView(&around.document.history(), this);
        steps->setEmptyLabel(QCoreApplication::translate("HistoryPanel", "As it was opened"));
        steps->setFrameShape(QFrame::NoFrame);
        steps->setAccessibleName(QCoreApplication::translate("HistoryPanel", "History"));
        column->addWidget(steps);
        setFocusProxy(steps);
    }
    void setTheme(const picture::Theme&) override {} // its colours are the palette's
};

} // namespace

Panel* createHistoryPanel(const workspace::Workspace& around, const picture::Theme&, QWidget* parent) {
    return new HistoryPanel(around, parent);
}

} // namespace factline::panels
