// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QWidget>

#include "picture/theme.h"
#include "workspace/workspace.h"

namespace factline::panels {

/// One dock of the window. It follows the document and the selection by itself.
class Panel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setTheme(const picture::Theme& theme) = 0;

signals:
    /// How many things it wants looked at, for its tab ("Problems 3"); 0: none.
    void countChanged(int count);
    /// Another panel has more to say: to be shown, by its id.
    void panelWanted(const QString& id);
    /// The keyboard goes on at the map: what was chosen is looked at there.
    void mapWanted();
    /// What has become of the model since an earlier state of it is to be shown; `called`: that state, in
    /// words.
    void comparisonWanted(const factline::document::Snapshot& earlier, const QString& called);
};

/// A kind of panel, as the window offers it.
struct PanelKind {
    const char* id;    ///< "problems"; the dock's object name
    const char* title; ///< in English, for translation
    Qt::DockWidgetArea area;
    bool shown;           ///< whether it is to be seen at first
    const char* shortcut; ///< shows it and puts the keyboard into it; empty: none
    Panel* (*create)(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
};

/// All panels, those of one area in the order of their tabs.
std::span<const PanelKind> panelKinds();

} // namespace factline::panels
