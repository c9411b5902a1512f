// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>
#include <QUndoView>
#include <QVBoxLayout>

#include "panels/panel.h"

namespace factline::panels {

namespace {

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(HistoryPanel)
};

/// Every step of the document with its label; a click goes there, and what has become of the model since any
/// of them can be looked at.
class HistoryPanel : public Panel {
public:
    HistoryPanel(const workspace::Workspace& around, QWidget* parent)
        : Panel(parent)
        , m_document(around.document)
        , m_compare(new QPushButton(HistoryWords::tr("Compare with"), this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(8, 0, 8, 8);
        auto* steps = new QUndoView(&around.document.history(), this);
        steps->setEmptyLabel(HistoryWords::tr("As it was opened"));
        steps->setFrameShape(QFrame::NoFrame);
        steps->setAccessibleName(HistoryWords::tr("History"));
        column->addWidget(steps);
        m_compare->setObjectName(QStringLiteral("compare"));
        m_compare->setToolTip(HistoryWords::tr("What has become of the model since then, in one picture"));
        m_compare->setMenu(new QMenu(m_compare));
        column->addWidget(m_compare, 0, Qt::AlignLeft);
        connect(m_compare->menu(), &QMenu::aboutToShow, this, &HistoryPanel::fill);
        connect(&m_document.history(), &QUndoStack::indexChanged, this, &HistoryPanel::enable);
        enable();
        setFocusProxy(steps);
    }
    void setTheme(const picture::Theme&) override {} // its colours are the palette's

private:
    void enable() { m_compare->setEnabled(m_document.history().count() > 0); }

    /// The state at first, then the latest steps, the last one on top.
    void fill() {
        constexpr int most = 30;
        QMenu& menu = *m_compare->menu();
        menu.clear();
        menu.addAction(HistoryWords::tr("As it was opened"), this,
                       [this] { compareWith(0, HistoryWords::tr("it was opened", "changes since")); });
        menu.addSeparator();
        const QUndoStack& history = m_document.history();
        for (int step = history.count(); step > 0 && step > history.count() - most; --step) {
            const QString label = history.text(step - 1);
            menu.addAction(HistoryWords::tr("After: %1", "a step").arg(label), this, [this, step, label] {
                compareWith(step, HistoryWords::tr("“%1”", "changes since a step").arg(label));
            });
        }
    }
    void compareWith(int steps, const QString& called) {
        if (const auto state = m_document.stateAfter(steps)) emit comparisonWanted(state, called);
    }

    document::Document& m_document;
    QPushButton* m_compare;
};

} // namespace

Panel* createHistoryPanel(const workspace::Workspace& around, const picture::Theme&, QWidget* parent) {
    return new HistoryPanel(around, parent);
}

} // namespace factline::panels
